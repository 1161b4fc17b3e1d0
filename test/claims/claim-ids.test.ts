import fc from 'fast-check'
import { expect, it, test } from 'vitest'
import { claimIds } from '../../src/claims/claim-ids.ts'

const words = ['the dam is safe', 'the pier is old', 'two dogs died']

it('is four characters that are never mistaken: no vowels, no 0, 1, l', () => {
  for (const id of claimIds('a', words)) expect(id).toMatch(/^[2-9bcdfghjkmnpqrstvwxz]{4}$/)
})

it('stays when claims come or go around it', () => {
  const [first, second, third] = claimIds('a', words)
  expect(claimIds('a', ['new', ...words])).toEqual([claimIds('a', ['new'])[0], first, second, third])
  expect(claimIds('a', [words[2]!, words[0]!])).toEqual([third, first])
})

it('stays when only white space in the words changes', () => {
  expect(claimIds('a', ['the  dam\nis safe'])).toEqual(claimIds('a', ['the dam is safe']))
})

it('is another in another article, and for other words', () => {
  expect(claimIds('b', words)).not.toEqual(claimIds('a', words))
  expect(new Set(claimIds('a', words)).size).toBe(3)
})

it('tells the same words apart by their order', () => {
  const [one, two] = claimIds('a', ['the dam is safe', 'the dam is safe'])
  expect(two).not.toBe(one)
  expect(claimIds('a', ['the dam is safe'])).toEqual([one])
})

test('any claims: as many ids, all different, the same twice', () => {
  fc.assert(
    fc.property(fc.string(), fc.array(fc.string(), { maxLength: 50 }), (article, evidence) => {
      const ids = claimIds(article, evidence)
      expect(ids).toHaveLength(evidence.length)
      expect(new Set(ids).size).toBe(ids.length)
      expect(claimIds(article, evidence)).toEqual(ids)
    }),
  )
})

test('a longer id where four characters are taken', () => {
  // There are 27 letters to the power of four of them: among some thousands two begin alike.
  const ids = claimIds(
    'a',
    Array.from({ length: 3000 }, (_, i) => `claim ${i}`),
  )
  expect(new Set(ids).size).toBe(3000)
  expect(new Set(ids.map((id) => id.length))).toEqual(new Set([4, 5]))
})
