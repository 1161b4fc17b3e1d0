import { describe, expect, test } from 'vitest'
import type { VerbGroup } from '../../src/nlp/verb-groups.ts'
import { documentOf } from './reading.ts'

const groupsOf = (text: string): readonly (VerbGroup & { readonly words: string })[] => {
  const [sentence] = documentOf(text).sentences
  const { tokens, groups } = sentence!
  return groups.map((g) => ({ ...g, words: text.slice(tokens[g.from]!.start, tokens[g.to - 1]!.end) }))
}

describe('a verb with its auxiliaries, negation and adverbs', () => {
  test.each<[text: string, words: string, lemma: string]>([
    ['The dam broke.', 'broke', 'break'],
    ['The dam has leaked.', 'has leaked', 'leak'],
    ['The dam has been leaking.', 'has been leaking', 'leak'],
    ['The dam will have been repaired.', 'will have been repaired', 'repair'],
    ['The dam has repeatedly leaked.', 'has repeatedly leaked', 'leak'],
    ['The dam did not leak.', 'did not leak', 'leak'],
    ["The dam doesn't leak.", "doesn't leak", 'leak'],
    ['The dam doesn’t leak.', 'doesn’t leak', 'leak'],
    ['The dam cannot leak.', 'cannot leak', 'leak'],
    ['The dam is safe.', 'is', 'be'],
  ])('%s', (text, words, lemma) => {
    expect(groupsOf(text).map((g) => [g.words, g.lemma, g.finite])).toEqual([[words, lemma, true]])
  })
})

describe('forms', () => {
  test.each<[text: string, forms: readonly string[]]>([
    ['The board wants to sell the pier.', ['finite: wants', 'infinitive: to sell']],
    ['The ferry sank, killing two sailors.', ['finite: sank', 'gerund: killing']],
    ['The treaty, signed in 2027, ended the war.', ['participle: signed', 'finite: ended']],
    ['People arrested in Quillport were taken home.', ['participle: arrested', 'finite: were taken']],
    ['Records seen by the Courier show that it lied.', ['participle: seen', 'finite: show', 'finite: lied']],
    ['The firm found a boat built by Strait Lines.', ['finite: found', 'participle: built']],
    ['The firm sold the pier and closed the mill.', ['finite: sold', 'finite: closed']],
  ])('%s', (text, forms) => expect(groupsOf(text).map((g) => `${g.form}: ${g.words}`)).toEqual(forms))

  test('only a verb with tense can carry a clause', () => {
    for (const { finite, form } of groupsOf('The board, founded in 2014, wants to sell the pier, closing the mill.'))
      expect(finite).toBe(form === 'finite')
  })
})

describe('passive', () => {
  test.each<[text: string, passive: boolean]>([
    ['The pier was closed.', true],
    ['The pier was not closed.', true],
    ['The pier has been closed.', true],
    ['The pier will be closed.', true],
    ['The pier was being closed.', true],
    ['The firm closed the pier.', false],
    ['The firm has closed the pier.', false],
    ['The firm was closing the pier.', false],
    ['The firm will close the pier.', false],
    ['The pier is long.', false],
  ])('%s %s', (text, passive) => expect(groupsOf(text).map((g) => g.passive)).toEqual([passive]))
})

describe('negation', () => {
  test.each<[text: string, negated: boolean]>([
    ['The dam did not leak.', true],
    ["The dam didn't leak.", true],
    ['The dam didn’t leak.', true],
    ["The dam won't leak.", true],
    ['The dam cannot leak.', true],
    ['The dam can not leak.', true],
    ['The dam has never leaked.', true],
    ['The dam is not safe.', true],
    ["The dam isn't safe.", true],
    ['The dam broke.', false],
    ['The dam has often leaked.', false],
  ])('%s %s', (text, negated) => expect(groupsOf(text).map((g) => g.negated)).toEqual([negated]))
})

test('modals and other auxiliaries are kept in lower case, in order', () => {
  expect(groupsOf('The dam may not have leaked.').map(({ helpers }) => helpers)).toEqual([['may', 'not', 'have']])
})
