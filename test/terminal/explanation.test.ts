import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { articleOf } from '../../src/article/article-of.ts'
import { breakDown } from '../../src/pipeline.ts'
import { type Mark, markUp } from '../../src/terminal/mark-up.ts'
import { showArticle } from '../../src/terminal/show-article.ts'
import { showExplanation } from '../../src/terminal/show-explanation.ts'
import { simpleEngine } from './stand-ins.ts'

const plain = { colour: false, columns: 80 }
const article = articleOf('Marit Osk said that the ferries run.\n\nThe strait is calm. Tam Oye denied that it rains.', {
  title: 'Ferries run again',
  outlet: 'Strait Post',
  byline: 'Ines Calloway',
  publishedAt: '2031-03-04T10:00:00Z',
  url: 'https://post.example/ferries',
  kind: 'news',
})

describe('an explanation', () => {
  it('counts words where they aren’t parted by spaces', () => {
    const head = (of: string) => showArticle(articleOf(of, { kind: 'news' }), [], plain).split('\n')[1]
    expect(head('桥将于六月开放。')).toBe('read as news · 4 words')
    expect(head('Ferries')).toBe('read as news · 1 word')
  })

  it.each([40, 80])('fits %i columns', async (columns) => {
    for (const line of showExplanation(await breakDown(article, simpleEngine), [], { colour: false, columns }).split(
      '\n',
    ))
      expect(line.length).toBeLessThanOrEqual(columns)
  })

  it('marks sources, cues and contents in the running text and names the rules', async () => {
    expect(showExplanation(await breakDown(article, simpleEngine), ['It is cut short.'], plain)).toBe(`Ferries run again
Strait Post · by Ines Calloway · 4 March 2031 · read as news · 17 words
https://post.example/ferries
! It is cut short.

2 attributions, marked [source …] [cue …] [content …] and numbered

────────────────────────────────────────────────────────────────────────────────

[source·1 Marit Osk] [cue·1 said] that [content·1 the ferries run.]
   1  rule said-that: Marit Osk (person)

The strait is calm. [source·2 Tam Oye] [cue·2 denied] that [content·2 it rains.]
   2  rule said-that: Tam Oye (person)

────────────────────────────────────────────────────────────────────────────────

What is unmarked is read as the article's own voice (1 passage, rule own-voice),
where it holds a claim at all.
`)
  })

  it('says the same with colour', async () => {
    const breakdown = await breakDown(article, simpleEngine)
    const coloured = showExplanation(breakdown, [], { colour: true, columns: 80 })
    expect(coloured).toContain('\u001B[')
    expect(coloured.replace(/\u001B\[[\d;]+m/g, '')).toBe(showExplanation(breakdown, [], plain))
  })
})

describe('marks', () => {
  const mark = (role: Mark['role'], number: number, start: number, end: number): Mark => ({
    role,
    number,
    span: [start, end],
  })
  const drawn = (text: string, marks: readonly Mark[]): string =>
    markUp(text, [0, text.length], marks)
      .map((piece) => ('open' in piece ? `[${piece.open.number} ` : 'close' in piece ? ']' : piece.text))
      .join('')

  it('nest', () => {
    expect(drawn('abcdef', [mark('content', 1, 0, 6), mark('cue', 2, 1, 3)])).toBe('[1 a[2 bc]def]')
  })
  it('are cut where they cross', () => {
    expect(drawn('abcdef', [mark('content', 1, 0, 4), mark('cue', 2, 2, 6)])).toBe('[1 ab[2 cd]][2 ef]')
  })
  it('leave white space outside where they are cut', () => {
    expect(drawn('ab, cd', [mark('content', 1, 0, 3), mark('cue', 2, 1, 6)])).toBe('[1 a[2 b,]] [2 cd]')
  })
  it('keep every letter and close what they open, in order, whatever they are', () => {
    const any = fc.tuple(fc.nat(30), fc.nat(30)).map(([start, length]) => [start, start + length] as const)
    fc.assert(
      fc.property(fc.string({ maxLength: 40 }), fc.array(any, { maxLength: 8 }), (text, spans) => {
        const pieces = markUp(
          text,
          [0, text.length],
          spans.map(([start, end], i) => mark('content', i, start, end)),
        )
        expect(pieces.map((piece) => ('text' in piece ? piece.text : '')).join('')).toBe(text)
        const open: number[] = []
        for (const piece of pieces) {
          if ('open' in piece) open.push(piece.open.number)
          if ('close' in piece) expect(open.pop()).toBe(piece.close.number)
        }
        expect(open).toEqual([])
      }),
    )
  })
})

it('shows an article as it was read', () => {
  expect(
    showArticle({ ...article, title: null, publishedAt: 'last week' }, [], plain),
  ).toBe(`An article without a headline
Strait Post · by Ines Calloway · last week · read as news · 17 words
https://post.example/ferries

────────────────────────────────────────────────────────────────────────────────

Marit Osk said that the ferries run.

The strait is calm. Tam Oye denied that it rains.
`)
})
