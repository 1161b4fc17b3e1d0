import fc from 'fast-check'
import { expect, test } from 'vitest'
import { numbered, type Paragraph, paragraphsOf } from '../../src/pictures/passages.ts'
import { atWords, endOfPart } from '../../src/pictures/stretches.ts'
import type { Claim } from '../../src/types.ts'
import { shownOf } from '../replies/discord/samples.ts'

const { version } = await shownOf('Ada Osk said that the quay is closed. It rained all day.')
const [said] = version.claims as readonly [Claim]

const claimAt = (id: string, spans: readonly (readonly [number, number])[], text: string): Claim =>
  ({ ...said, id, evidence: spans.map((span) => ({ span, words: text.slice(...span) })) }) as unknown as Claim

const words = fc.constantFrom('quay', 'the', 'closed.', '“never,”', '😀', '王先', 'e\u0301', 'extraordinarily-long')
const texts = fc
  .array(fc.array(words, { minLength: 1, maxLength: 90 }), { minLength: 1, maxLength: 6 })
  .map((paragraphs) => paragraphs.map((one) => one.join(' ')).join('\n\n'))
const articles = texts.chain((text) => {
  const place = fc.nat(text.length - 1)
  const span = fc
    .tuple(place, fc.integer({ min: 1, max: 300 }))
    .map(([from, length]): [number, number] => [from, Math.min(text.length, from + length)])
  return fc
    .array(fc.array(span, { minLength: 1, maxLength: 2 }), { maxLength: 14 })
    .map((claims) => ({ text, claims: numbered(claims.map((spans, i) => claimAt(`c${i}`, spans, text))) }))
})

const marked = (paragraphs: readonly Paragraph[]): ReadonlySet<number> =>
  new Set(
    paragraphs.flatMap(({ pieces }) =>
      pieces.flatMap(({ span: [from, to], claims }) =>
        claims.length > 0 ? Array.from({ length: to - from }, (_, i) => from + i) : [],
      ),
    ),
  )

test('parts go on, hold all of the text, mark exactly the passages, and note on each what is marked on it', () => {
  fc.assert(
    fc.property(articles, fc.integer({ min: 1, max: 16 }), ({ text, claims }, lines) => {
      let shown = ''
      const evidence = new Set<number>()
      for (let start = 0; start < text.length; ) {
        const end = endOfPart(text, claims, start, lines)
        expect(end).toBeGreaterThan(start)
        const paragraphs = paragraphsOf(text, claims, [start, end])
        shown += paragraphs.flatMap(({ pieces }) => pieces.map(({ span }) => text.slice(...span))).join('')
        for (const at of marked(paragraphs)) evidence.add(at)
        const noted = paragraphs.flatMap((one) => one.claims)
        expect(new Set(noted).size).toBe(noted.length)
        const tagged = paragraphs.flatMap(({ pieces }) => pieces.flatMap(({ begins }) => begins))
        const numbers = (those: typeof noted) => those.map(({ number }) => number)
        expect(numbers(tagged.filter((one) => !noted.includes(one)))).toEqual([])
        // A passage that goes on from the part before has its number here too.
        const covered = paragraphs.flatMap(({ pieces }) => pieces.flatMap((piece) => piece.claims))
        expect(numbers(covered.filter((one) => !tagged.includes(one)))).toEqual([])
        start = end
      }
      expect(shown.replace(/\s/g, '')).toBe(text.replace(/\s/g, ''))
      const wanted = claims.flatMap(({ claim }) =>
        claim.evidence.flatMap(({ span: [from, to] }) => Array.from({ length: to - from }, (_, i) => from + i)),
      )
      const seen = (at: number): boolean => /\S/.test(text[at]!)
      expect([...evidence].filter(seen).sort((a, b) => a - b)).toEqual(
        [...new Set(wanted)].filter(seen).sort((a, b) => a - b),
      )
    }),
    { numRuns: 150, seed: 7 },
  )
})

test.each([
  ['between words', 'It rained on the quay. '.repeat(60)],
  ['never within a letter of several signs', 'e\u0301'.repeat(900)],
  ['never within an emoji of several', '👩‍👩‍👧'.repeat(300)],
])('a part ends %s', (_, text) => {
  const end = endOfPart(text, [], 0, 6)
  const letters = [...new Intl.Segmenter().segment(text)].map(({ index }) => index)
  expect(letters).toContain(end)
  if (text.includes(' ')) expect(text[end] === ' ' || text[end - 1] === ' ').toBe(true)
})

test('a hundred claims that begin at one word leave room for the text', () => {
  const text = 'It rained on the quay and the boats had left the harbour overnight. '.repeat(30)
  const claims = numbered(
    Array.from({ length: 100 }, (_, i) => ({
      ...claimAt(`c${i}`, [[0, 20]], text),
      source: { ...said.source!, name: `Person ${i}`, mentions: [] },
    })),
  )
  expect(endOfPart(text, claims, 0, 10)).toBeGreaterThan(100)
})

test('a stretch begins and ends with words', () => {
  const text = 'It rained on the quay all day long'
  expect(text.slice(...atWords(text, [5, 19]))).toBe('on the')
  expect(atWords(text, [0, text.length])).toEqual([0, text.length])
  const long = `a${'b'.repeat(300)}`
  expect(atWords(long, [50, 200])).toEqual([50, 200])
})
