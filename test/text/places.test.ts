import fc from 'fast-check'
import { expect, it } from 'vitest'
import { readQuotations } from '../../src/text/quotations.ts'
import { readSentences } from '../../src/text/sentences.ts'
import { readTokens } from '../../src/text/tokens.ts'

const quoted = (text: string) => readQuotations(text).map(({ span, depth }) => [text.slice(...span), depth])

it.each([
  // Curly marks, an apostrophe within.
  ['She said: “We don’t know.” Then she left.', [['“We don’t know.”', 0]]],
  // Straight marks with single ones nested.
  [
    `"He said 'no deal' twice," Oye said.`,
    [
      [`"He said 'no deal' twice,"`, 0],
      [`'no deal'`, 1],
    ],
  ],
  // A mark that nothing closes runs to the end of its paragraph.
  ['“It never ends.\n\nNext.', [['“It never ends.', 0]]],
  // A plural possessive opens nothing.
  ["The workers' union met.", []],
])('quotations of %j', (text, expected) => expect(quoted(text)).toEqual(expected))

it('a quotation goes on in the next paragraph when that begins with a mark again', () => {
  expect(readQuotations('“One.\n\n“Two.” End.').map(({ continues }) => continues)).toEqual([false, true])
})

it.each([
  ['Dr. Oye met Gen. Marrow on Jan. 4. They spoke.', 2],
  ['“Why?” she asked. “Because.”', 2],
  ['The U.S. Treasury said no. The U.S. The end.', 3],
])('sentences of %j', (text, count) => expect(readSentences(text)).toHaveLength(count))

it('any string: places lie inside it, in order, and are the same twice', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
      for (const read of [readSentences, readTokens, (t: string) => readQuotations(t).map(({ span }) => span)]) {
        const spans = read(text)
        for (const [start, end] of spans) expect(0 <= start && start < end && end <= text.length).toBe(true)
        expect(read(text)).toEqual(spans)
      }
    }),
  )
})
