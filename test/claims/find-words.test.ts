import fc from 'fast-check'
import { expect, test } from 'vitest'
import { findWords } from '../../src/claims/find-words.ts'

const text = 'The dam is safe. “The dam   is\nsafe,” she said. The dam is safe.'

test.each<[words: string, near: number, expected: string | null, start: number]>([
  // Where it is said to be, to the letter.
  ['The dam', 48, 'The dam', 48],
  ['The dam', 0, 'The dam', 0],
  // The nearest place where it stands.
  ['The dam', 45, 'The dam', 48],
  ['The dam', 2, 'The dam', 0],
  // The first, when the place isn't known.
  ['The dam', -1, 'The dam', 0],
  // White space and quotation marks of another shape.
  ['"The dam is safe,"', -1, '“The dam   is\nsafe,”', 17],
  ['  The dam is safe. ', 60, 'The dam is safe.', 48],
  // Never: other words, other letters, part of what is there in another case, nothing at all.
  ['The dam was safe', -1, null, 0],
  ['the dam', -1, null, 0],
  ['The dam is safe!', -1, null, 0],
  ['', 0, null, 0],
  [' \n', 0, null, 0],
  // Marks that mean something in a pattern.
  ['safe. (', -1, null, 0],
  ['s.fe', -1, null, 0],
])('%j near %i', (words, near, expected, start) => {
  const span = findWords(text, words, near)
  expect(span && [text.slice(...span), span[0]]).toEqual(expected === null ? null : [expected, start])
})

test.each([
  ['40 people', 'In all 140 people left.', null],
  ['40 people', 'In all 1,040 people left.', null],
  ['it cost 4', 'Then it cost 4.5 million.', null],
  ['it cost 4', 'Then it cost 4. Nobody paid.', 'it cost 4'],
  ['he', 'She left the hall before he did.', 'he'],
  ['say', 'Both says and said.', null],
  ['the cafe', 'In the cafe\u0301 it rained.', null],
  ['“Nobody', 'He said:“Nobody came”.', '“Nobody'],
  ['came-by', 'All came-by {chance} & [x] / y - z.', 'came-by'],
  ['{chance} & [x] / y - z', 'All came-by {chance} & [x] / y - z.', '{chance} & [x] / y - z'],
  ['&& == !! ~~ ,, ;; :: <> @@ # %', 'A && == !! ~~ ,, ;; :: <> @@ # % b', '&& == !! ~~ ,, ;; :: <> @@ # %'],
  ['关闭', '市长说桥已关闭了。', '关闭'],
  ['𝒳', 'a 𝒳 b', '𝒳'],
])('%j in %j cuts no word and no number', (words, of, expected) => {
  const span = findWords(of, words, -1)
  expect(span && of.slice(...span)).toBe(expected)
})

test('any words are sought without an error, wherever they are', () => {
  const odd = fc.string({ unit: 'binary', maxLength: 20 })
  fc.assert(
    fc.property(odd, odd, odd, (before, words, after) => {
      const span = findWords(`${before} ${words} ${after}`, words, -1)
      if (/\S/.test(words.trim())) expect(span).not.toBeNull()
    }),
  )
})

test('any words cut from any text are found at their place', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 80 }), fc.nat(80), fc.nat(80), (string, from, length) => {
      const words = string.slice(from, from + length)
      const span = findWords(string, words, from)
      if (/\S/.test(words)) expect(span).toEqual([from, from + words.length])
      else expect(span).toBeNull()
    }),
  )
})
