import { describe, expect, test } from 'vitest'
import { nounPhrase, nounPhraseBefore, type Range, simpleNounPhrase } from '../../src/nlp/noun-phrases.ts'
import { documentOf } from './reading.ts'

const read = (text: string, phraseOf: (tokens: Parameters<typeof nounPhrase>[0]) => Range | null): string | null => {
  const { tokens } = documentOf(text).sentences[0]!
  const range = phraseOf(tokens)
  return range && text.slice(tokens[range[0]]!.start, tokens[range[1] - 1]!.end)
}

describe('at the head of a sentence: the simple phrase, and with what belongs to it', () => {
  test.each<[text: string, simple: string | null, whole: string | null]>([
    ['The mayor spoke.', 'The mayor', 'The mayor'],
    ['The new mayor spoke.', 'The new mayor', 'The new mayor'],
    ['Ansa Bray spoke.', 'Ansa Bray', 'Ansa Bray'],
    ['He spoke.', 'He', 'He'],
    ['The mayor of Quillport spoke.', 'The mayor', 'The mayor of Quillport'],
    ['The head of the office in Quillport spoke.', 'The head', 'The head of the office in Quillport'],
    ['Bray and her team spoke.', 'Bray', 'Bray and her team'],
    ['The mayor’s office spoke.', 'The mayor’s office', 'The mayor’s office'],
    ["The workers' union spoke.", "The workers' union", "The workers' union"],
    ['Two people familiar with the talks spoke.', 'Two people', 'Two people familiar with the talks'],
    ['The Sill Institute (SI) spoke.', 'The Sill Institute (SI)', 'The Sill Institute (SI)'],
    ['Nearly 40 guests spoke.', 'Nearly 40 guests', 'Nearly 40 guests'],
    // An apposition or a clause isn't in it.
    ['The mayor, a baker, spoke.', 'The mayor', 'The mayor'],
    ['The mayor who spoke left.', 'The mayor', 'The mayor'],
    // A conjunction with a clause after it joins no names.
    ['The mayor spoke and he left.', 'The mayor', 'The mayor'],
    // None.
    ['Who spoke?', null, null],
    ['Of course the mayor spoke.', null, null],
  ])('%s', (text, simple, whole) => {
    expect(read(text, (tokens) => simpleNounPhrase(tokens, 0))).toBe(simple)
    expect(read(text, (tokens) => nounPhrase(tokens, 0))).toBe(whole)
  })
})

describe('before the verb "spoke": its subject', () => {
  test.each<[text: string, subject: string | null]>([
    ['The mayor spoke.', 'The mayor'],
    ['On Monday, the mayor spoke.', 'the mayor'],
    ['But the mayor of Quillport spoke.', 'the mayor of Quillport'],
    ['The mayor also spoke.', 'The mayor'],
    // Over an insertion, which stays in it.
    ['The mayor, a baker, spoke.', 'The mayor, a baker,'],
    ['The mayor, who leads the board, spoke.', 'The mayor, who leads the board,'],
    ['The mayor — a baker — spoke.', 'The mayor — a baker —'],
    ['Bray and Lund spoke.', 'Bray and Lund'],
    // Two phrases side by side are two.
    ['With the cash he spoke.', 'he'],
    // None.
    ['Then spoke the mayor.', null],
    ['Spoke.', null],
  ])('%s', (text, subject) => {
    expect(
      read(text, (tokens) =>
        nounPhraseBefore(
          tokens,
          tokens.findIndex(({ lower }) => lower === 'spoke'),
        ),
      ),
    ).toBe(subject)
  })
})
