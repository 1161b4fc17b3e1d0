import { expect, test } from 'vitest'
import { findRelations } from '../../src/nlp/find-relations.ts'
import { documentOf, wordsOf } from './reading.ts'

test('one cue gives one relation, by the rule that is surer of it', () => {
  const text = '“The dam is safe,” said the mayor.'
  const found = findRelations(documentOf(text))
  expect(found.map(({ rule }) => rule)).toEqual(['closing-tag'])
  expect(wordsOf(text, found)).toEqual([['the mayor', 'said', '“The dam is safe,”']])
})

test('relations come in the order of their cues, whichever rule found them', () => {
  const text =
    'The mayor said the dam was safe. The pier is old, Ana Verrin said. According to the Courier, the board met, which it denies.'
  expect(findRelations(documentOf(text)).map(({ rule }) => rule)).toEqual([
    'verb-then-content',
    'closing-tag',
    'according-to',
    'antecedent-denial',
  ])
})

test('a relation within the content of another is found too', () => {
  const text = 'Ana Verrin alleged that the firm lied, Radio Ostrand reported.'
  expect(wordsOf(text, findRelations(documentOf(text)))).toEqual([
    ['Ana Verrin', 'alleged', 'that the firm lied'],
    ['Radio Ostrand', 'reported', 'Ana Verrin alleged that the firm lied'],
  ])
})
