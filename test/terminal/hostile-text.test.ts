import { describe, expect, it } from 'vitest'
import { readQuotations } from '../../src/text/quotations.ts'
import { readSentences } from '../../src/text/sentences.ts'
import { readTokens } from '../../src/text/tokens.ts'

// Text that nobody means as an article, or means to hang whoever reads it.

describe('text without full stops', () => {
  it.each([
    ['clauses after each other', 'Osk, said Tam, said Oye, '.repeat(400)],
    ['quotations without an end', '“So “so '.repeat(1000)],
    ['one word', 'a'.repeat(10_001)],
    ['emoji, none of them cut in two', `a${'🙂'.repeat(5000)}`],
    ['words far apart', `Osk${' '.repeat(5000)}said${' '.repeat(5000)}so`],
  ])('is read in pieces of at most 2,000 units: %s', (_, text) => {
    const sentences = readSentences(text)
    expect(sentences.length).toBeGreaterThan(1)
    for (const [start, end] of sentences) {
      expect(end - start).toBeLessThanOrEqual(2000)
      expect(text.slice(start, end)).toMatch(/^\S(?:.*\S)?$/su)
      expect(text.slice(start, end).isWellFormed()).toBe(true)
    }
    // Nothing is lost between them but white space.
    expect(sentences.map((span) => text.slice(...span)).join('')).toBe(
      sentences.map(([start], i) => text.slice(start, sentences[i + 1]?.[0] ?? text.length).trimEnd()).join(''),
    )
    expect(text.slice(0, sentences[0]?.[0]).trim()).toBe('')
  })

  it('is cut between words, and not at all when it is shorter', () => {
    const text = `${'well and '.repeat(222)}so`
    expect(readSentences(text)).toEqual([[0, text.length]])
    expect(readSentences(`${text} it goes on`)).toEqual([
      [0, 2000],
      [2001, 2011],
    ])
    expect(readSentences(`${text}ber`)).toEqual([
      [0, 1997],
      [1998, 2003],
    ])
  })
})

// Each took half a minute and more, one of them without end, when its time grew with the square of its length: far beyond
// what a test may take.
it.each([
  ['dots', `${'.'.repeat(100_000)}a`],
  ['exclamation marks', `${'!'.repeat(100_000)}a`],
  ['quotation marks that open one kind and close the other', '‘a '.repeat(60_000) + '” '.repeat(60_000)],
  ['quotation marks after a full stop', `So.${"'".repeat(46)}x`],
])('many %s are read to their end', (_, text) => {
  for (const read of [readSentences, readTokens]) expect(read(text).at(-1)?.[1]).toBe(text.trimEnd().length)
  for (const { span } of readQuotations(text)) expect(span[1]).toBeLessThanOrEqual(text.length)
})
