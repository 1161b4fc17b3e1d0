import fc from 'fast-check'
import { expect, it } from 'vitest'
import { tagSentence } from '../../src/nlp/tag.ts'

it('takes curly marks and apostrophes as it takes straight ones', () => {
  const tags = (text: string) => tagSentence(text, [0, text.length]).map(({ pos, lower }) => [pos, lower])
  expect(tags('The firm didn’t lie, the mayor’s office said.')).toEqual(
    tags("The firm didn't lie, the mayor's office said."),
  )
})

it('places are those of the article, not of the sentence', () => {
  const text = 'One. The dam leaks.'
  expect(tagSentence(text, [5, 19]).map(({ start, end }) => text.slice(start, end))).toEqual([
    'The',
    'dam',
    'leaks',
    '.',
  ])
})

it('any string: each token stands where it says, in order, without a gap but white space', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', minLength: 1, maxLength: 120 }), (text) => {
      let at = 0
      for (const { start, end, text: words } of tagSentence(text, [0, text.length])) {
        expect(text.slice(start, end)).toBe(words)
        expect(text.slice(at, start).trim()).toBe('')
        at = end
      }
      expect(text.slice(at).trim()).toBe('')
    }),
  )
})
