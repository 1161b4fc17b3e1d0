import fc from 'fast-check'
import { expect, test } from 'vitest'
import { articleOf } from '../../src/article/article-of.ts'

test('keeps any text as it is, and gives the same article for it twice', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const article = articleOf(text)
      expect(article.text).toBe(text)
      expect(articleOf(text)).toEqual(article)
    }),
    { examples: [['  what \r\n\u0000\ud800 e\u0301\n ']] },
  )
})

test('derives the id from address and text, unless one is given', () => {
  const plain = articleOf('The bridge will open.')
  expect(plain.id).toMatch(/^[0-9a-f]{10}$/)
  expect(articleOf('The bridge will open.', { url: 'https://lantern.example/a' }).id).not.toBe(plain.id)
  expect(articleOf('The bridge won’t open.').id).not.toBe(plain.id)
  expect(articleOf('The bridge will open.', { id: 'seed' }).id).toBe('seed')
})

test('takes the details it is given, and names the rest as unknown', () => {
  const article = articleOf('Text.', { kind: 'opinion', title: 'A title', outlet: 'The Lantern' })
  expect(article).toMatchObject({ kind: 'opinion', title: 'A title', outlet: 'The Lantern', byline: null, url: null })
  expect(article).toMatchObject({ version: 1, supersedes: null, addedBy: null })
  expect(article).not.toHaveProperty('section')
})
