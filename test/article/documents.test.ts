import { readFileSync } from 'node:fs'
import { deflateSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { readDocx } from '../../src/article/docx.ts'
import { readMarkdown } from '../../src/article/markdown.ts'
import { readPdf } from '../../src/article/pdf.ts'
import { makeDocx, makePdf, makeZip, type Placed } from './made-files.ts'

/** One line below the other, as a typesetter puts them. */
const set = (lines: readonly string[], top: number): readonly Placed[] =>
  lines.map((text, i) => ({ text, y: top - 14 * i }))

/** A stream of a PDF that is small until it is unpacked. */
const bomb = Buffer.concat([
  Buffer.from('stream\n'),
  deflateSync(Buffer.alloc(45 * 1024 * 1024)),
  Buffer.from('\nendstream\n'),
])

describe('PDF', () => {
  test('joins lines to paragraphs and words that were parted, and takes the large line as headline', async () => {
    const page = [
      { text: 'Fernhill bridge will open in June', y: 720, size: 20 },
      ...set(
        [
          'The new bridge over the Fern will open to traffic in June, the may-',
          'or of Fernhill said on Monday, two years after the well-known date that',
          'the council had announced.',
        ],
        680,
      ),
      ...set(['Nobody has anything to fear from this bridge, she told reporters at the', 'town hall.'], 620),
    ]
    expect(await readPdf(makePdf([page]))).toEqual({
      title: 'Fernhill bridge will open in June',
      text: 'The new bridge over the Fern will open to traffic in June, the mayor of Fernhill said on Monday, two years after the well-known date that the council had announced.\n\nNobody has anything to fear from this bridge, she told reporters at the town hall.',
    })
  })

  test('leaves running heads and page numbers out, and goes on over the page', async () => {
    const page = (number: number, lines: readonly string[]) => [
      { text: 'The Fernhill Lantern', y: 760 },
      ...set(lines, 700),
      { text: `Page ${number} of 2`, y: 40 },
    ]
    const pages = [
      page(1, [
        'The new bridge over the Fern will open to traffic in June, the mayor of',
        'Fernhill said on Monday, and nobody in the town who heard her at the',
      ]),
      page(2, ['town hall on that day asked her how she could know.']),
    ]
    const { text } = await readPdf(makePdf(pages))
    expect(text).toBe(
      'The new bridge over the Fern will open to traffic in June, the mayor of Fernhill said on Monday, and nobody in the town who heard her at the town hall on that day asked her how she could know.',
    )
  })

  test.each([
    [
      'a password',
      () => readFileSync(new URL('../fixtures/article/locked.pdf', import.meta.url)),
      /locked with a password/,
    ],
    ['pictures only', () => makePdf([[]]), /pictures but no text/],
    ['damage', () => Buffer.from('%PDF-1.4\nnothing that follows'), /damaged/],
    ['nothing', () => Buffer.alloc(0), /damaged/],
    ['a bomb', () => Buffer.concat([makePdf([[]]), ...Array(5).fill(bomb)]), /unpacks to more than 200 MB/],
  ])('with %s is turned away by a sentence', async (_, make, message) => {
    await expect(readPdf(make())).rejects.toMatchObject({ name: 'InputError', message: expect.stringMatching(message) })
  })
})

describe('Word', () => {
  test('gives paragraphs, and the title as headline', async () => {
    const file = makeDocx([
      ['Bridge will open', 'Title'],
      ['The mayor said so on Monday.'],
      ['“We have tested it,” she said.'],
    ])
    expect(await readDocx(file)).toEqual({
      title: 'Bridge will open',
      text: 'The mayor said so on Monday.\n\n“We have tested it,” she said.',
    })
  })

  test.each([
    ['damaged', () => Buffer.from('PK\u0003\u0004nothing'), /damaged or no Word file/],
    ['another archive', () => makeZip([['a.txt', 'The bridge.']]), /damaged or no Word file/],
    ['locked', () => Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1]), /locked with a password/],
    [
      'a bomb',
      () => makeDocx([['The bridge.']], [['word/media/a.bin', Buffer.alloc(70 * 1024 * 1024)]]),
      /unpacks to more than 60 MB/,
    ],
  ])('%s is turned away by a sentence', async (_, make, message) => {
    await expect(readDocx(make())).rejects.toMatchObject({
      name: 'InputError',
      message: expect.stringMatching(message),
    })
  })
})

describe('Markdown', () => {
  test('reads as it looks', () => {
    const source =
      '# Bridge *will* open\n\nThe mayor [said](https://lantern.example) so\non **Monday**.\n\n- First\n- Second\n\n![The bridge](b.jpg)\n\n> “It holds.”\n'
    expect(readMarkdown(source)).toMatchObject({
      title: 'Bridge will open',
      text: 'The mayor said so on Monday.\n\nFirst\n\nSecond\n\n“It holds.”',
    })
  })

  test('takes headline, author and date from front matter', () => {
    const source = '---\ntitle: "Bridge opens"\nauthor: Ines Quillfeather\ndate: 2031-03-04\n---\nThe mayor said so.\n'
    expect(readMarkdown(source)).toEqual({
      title: 'Bridge opens',
      byline: 'Ines Quillfeather',
      publishedAt: '2031-03-04',
      text: 'The mayor said so.',
    })
  })
})
