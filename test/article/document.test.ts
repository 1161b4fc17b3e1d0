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
