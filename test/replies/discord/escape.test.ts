import { escapeMarkdown } from 'discord.js'
import fc from 'fast-check'
import { expect, it, test } from 'vitest'
import { escaped } from '../../../src/replies/discord/escape.ts'

test.each([
  ['a mention of everybody', '@everyone', '\\@everyone'],
  ['a mention of a person', '<@123>', '\\<\\@123\\>'],
  ['bold', '**Osk**', '\\*\\*Osk\\*\\*'],
  ['a link under other words', '[here](https://a.example)', '\\[here\\](https\\://a.example)'],
  ['a heading', '# Osk', '\\# Osk'],
  ['a quotation', '> Osk', '\\> Osk'],
  ['a list', '- Osk', '\\- Osk'],
  ['a numbered list', '1. Osk', '1\\. Osk'],
  ['lines', 'one\n# two', 'one \\# two'],
  ['a backslash', '\\*', '\\\\\\*'],
  ['a spoiler', '||Osk||', '\\|\\|Osk\\|\\|'],
  ['plain words', 'The Lowmere, 3.5 % – “so”', 'The Lowmere, 3.5 % – “so”'],
])('%s', (_, words, expected) => {
  expect(escaped(words)).toBe(expected)
})

it('any words: one line, no mark without a backslash, and the words themselves once the backslashes are gone', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (words) => {
      const safe = escaped(words)
      expect(safe).not.toMatch(/[\n\r]/)
      expect(safe.replace(/\\[\s\S]/g, '')).not.toMatch(/[*_~`|[\]<>@#]|:\/\//)
      expect(safe.replace(/\\([^\p{L}\p{N}\s])/gu, '$1')).toBe(words.replace(/\s+/g, ' ').trim())
    }),
  )
})

it('escapes at least what discord.js does', () => {
  const marks = '*a* _b_ ~~c~~ `d` ||e|| [f](g) > h # i'
  const missed = [...escapeMarkdown(marks).matchAll(/\\(.)/g)].filter(
    ([, mark]) => !escaped(marks).includes(`\\${mark}`),
  )
  expect(missed).toEqual([])
})
