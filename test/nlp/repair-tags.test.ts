import { describe, expect, it, test } from 'vitest'
import { repairTags } from '../../src/nlp/repair-tags.ts'
import type { PartOfSpeech, Token } from '../../src/nlp/token.ts'
import { documentOf } from './reading.ts'

// Tokens as a tagger might give them: "the/DET board/NOUN claims/NOUN".
const tagged = (line: string): readonly Token[] => {
  let start = 0
  return line.split(' ').map((pair) => {
    const [text, pos] = pair.split(/\/(?=[A-Z]+$)/) as [string, PartOfSpeech]
    const token = { start, end: start + text.length, text, lower: text.toLowerCase(), pos, lemma: text.toLowerCase() }
    start = token.end + 1
    return token
  })
}
const repaired = (line: string): string =>
  repairTags(tagged(line))
    .map(({ text, pos }) => `${text}/${pos}`)
    .join(' ')

describe('mends', () => {
  test.each<[what: string, line: string, expected: string]>([
    [
      'a reporting verb taken for a noun',
      'the/DET senator/NOUN claims/NOUN that/SCONJ he/PRON won/VERB',
      'the/DET senator/NOUN claims/VERB that/SCONJ he/PRON won/VERB',
    ],
    [
      'a verb after a modal taken for a noun',
      'the/DET firm/NOUN will/AUX report/NOUN it/PRON',
      'the/DET firm/NOUN will/AUX report/VERB it/PRON',
    ],
    [
      'a verb after "did not" taken for a noun',
      'they/PRON did/AUX not/PART comment/NOUN on/ADP it/PRON',
      'they/PRON did/AUX not/PART comment/VERB on/ADP it/PRON',
    ],
    [
      'a participle after "was" taken for an adjective',
      'he/PRON was/AUX accused/ADJ of/ADP fraud/NOUN',
      'he/PRON was/AUX accused/VERB of/ADP fraud/NOUN',
    ],
    [
      'a participle before a noun taken for a verb',
      'a/DET mounting/VERB series/NOUN',
      'a/DET mounting/ADJ series/NOUN',
    ],
    [
      'a noun made of a gerund by its determiner',
      'the/DET shooting/VERB of/ADP birds/NOUN',
      'the/DET shooting/NOUN of/ADP birds/NOUN',
    ],
    [
      '"general" behind its noun',
      'the/DET attorney/NOUN general/ADJ said/VERB so/ADV',
      'the/DET attorney/NOUN general/NOUN said/VERB so/ADV',
    ],
    ['a preposition that looks like a verb', 'according/VERB to/ADP him/PRON', 'according/ADP to/ADP him/PRON'],
    ['a mark taken for a word', 'he/PRON “/NOUN won/VERB', 'he/PRON “/PUNCT won/VERB'],
  ])('%s', (_, line, expected) => expect(repaired(line)).toBe(expected))
})

describe('leaves', () => {
  test.each([
    'the/DET claims/NOUN were/AUX false/ADJ',
    'the/DET report/NOUN of/ADP the/DET board/NOUN',
    'a/DET general/ADJ rule/NOUN',
    'he/PRON was/AUX late/ADJ',
  ])('%s', (line) => expect(repaired(line)).toBe(line))
})

it('changes no place and no word', () => {
  const tokens = tagged('the/DET senator/NOUN claims/NOUN that/SCONJ he/PRON was/AUX accused/ADJ of/ADP fraud/NOUN')
  const places = (all: readonly Token[]) => all.map(({ start, end, text, lower }) => [start, end, text, lower])
  expect(places(repairTags(tokens))).toEqual(places(tokens))
})

it('gives reporting verbs their dictionary form', () => {
  const lemmas = (text: string) =>
    documentOf(text)
      .sentences[0]!.tokens.filter(({ pos }) => pos === 'VERB')
      .map(({ lemma }) => lemma)
  expect(lemmas('The mayor denied it, told us so and claimed that the firm had admitted it.')).toEqual([
    'deny',
    'tell',
    'claim',
    'admit',
  ])
})
