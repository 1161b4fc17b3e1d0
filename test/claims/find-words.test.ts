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
