import { deflateSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { readDocument } from '../../src/article/document.ts'
import { paragraphsOf } from '../../src/article/pdf-lines.ts'
import { makePdf } from './made-files.ts'

const refused = (message: RegExp) => ({ name: 'InputError', message: expect.stringMatching(message) })

describe('a document', () => {
  test('is read in a thread of its own, and what is wrong with it comes back as it was said', async () => {
    const text = 'The bridge will open in June.'
    expect(await readDocument({ format: 'markdown', text: `# Bridge\n\n${text}` })).toMatchObject({
      title: 'Bridge',
      text,
    })
    expect(await readDocument({ format: 'pdf', bytes: makePdf([[{ text, y: 700 }]]) })).toMatchObject({ text })
    await expect(readDocument({ format: 'docx', bytes: Buffer.from('no') })).rejects.toMatchObject(
      refused(/^Expected a Word file \(\.docx\) that can be opened, got .+ no Word file\. .+\.$/),
    )
  })

  // marked tries each of them as the start of an emphasis, and looks for its end in all that follows.
  test('that keeps its parser busy is given up after the time it has', async () => {
    await expect(
      readDocument({ format: 'markdown', text: '_a_'.repeat(60_000) }, { time: 1500 }),
    ).rejects.toMatchObject(
      refused(/^Expected Markdown that can be read within 1\.5 s, got one that takes longer\. .+\.$/),
    )
  })

  test('that takes more memory than it may have is given up, and this process goes on', async () => {
    const source = 'a *b* c\n\n'.repeat(400_000)
    await expect(readDocument({ format: 'markdown', text: source }, { memory: 40 })).rejects.toMatchObject(
      refused(/^Expected Markdown that can be read with 40 MB of memory, got one that takes more\. .+\.$/),
    )
  })
})

// A stream that is packed more than once: what its first unpacking gives is small.
test('a PDF that unpacks to gigabytes layer by layer is given up before it has them', async () => {
  const packed = deflateSync(deflateSync(deflateSync(Buffer.alloc(800 * 1024 * 1024), { level: 1 })))
  const file = Buffer.concat([
    Buffer.from(
      `%PDF-1.4\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n2 0 obj\n<< /Type /Pages /Count 1 /Kids [3 0 R] >>\nendobj\n3 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R >>\nendobj\n4 0 obj\n<< /Length ${packed.length} /Filter [/FlateDecode /FlateDecode /FlateDecode] >>\nstream\n`,
    ),
    packed,
    Buffer.from('\nendstream\nendobj\ntrailer\n<< /Size 5 /Root 1 0 R >>\n%%EOF\n'),
  ])
  await expect(readDocument({ format: 'pdf', bytes: file }, { memory: 200 })).rejects.toMatchObject(
    refused(/^Expected a PDF that can be read with 200 MB of memory, got one that takes more\. .+\.$/),
  )
})

// Each line used to be looked for a hyphen at the end of all lines before it: within a test's time that can't be done.
test('the lines of three hundred full pages are joined', () => {
  const lines = Array.from({ length: 18_000 }, (_, i) => ({
    text: 'The bridge over the Fern will open in June, said the mayor of the town of Fernhill to the may-',
    x: 72,
    end: 540,
    y: 780 - 12 * (i % 60),
    size: 11,
    page: Math.floor(i / 60),
  }))
  const paragraphs = paragraphsOf(lines)
  expect(paragraphs.join(' ').split('Fernhill')).toHaveLength(18_001)
})
