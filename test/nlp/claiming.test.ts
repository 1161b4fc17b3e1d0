import { expect, test } from 'vitest'
import { isClaiming } from '../../src/nlp/claiming.ts'
import { findRelations } from '../../src/nlp/find-relations.ts'
import { claimsOf, documentOf, lineOf } from './reading.ts'

const claiming = (text: string): readonly boolean[] => {
  const document = documentOf(text)
  return findRelations(document).map((relation) => isClaiming(document, relation))
}

test.each([
  'The mayor said the dam was safe.',
  'The mayor said: “The dam is safe.”',
  '“The dam is safe,” the mayor said.',
  'According to the mayor, the dam is safe.',
  'The firm denied the charge.',
  'The firm denied taking bribes.',
  'The mayor predicted that the dam would burst.',
  'The firm took bribes, which it denies.',
])('puts forward: %s', (text) => expect(claiming(text)).toEqual([true]))

test.each([
  // Wishes, questions, requests, promises.
  'The mayor hopes that the dam holds.',
  'The mayor asked whether the dam was safe.',
  'The mayor promised that the dam would hold.',
  // Nothing was said, or not yet.
  'The mayor did not say that the dam was safe.',
  'The mayor would say that the dam was safe.',
  'The mayor has never confirmed that the dam leaked.',
  'The mayor never said that the dam was safe.',
  'Nobody said that the dam was safe.',
  'Neither the mayor nor the council said that the dam was safe.',
  'If the mayor admits that the dam leaked, the board resigns.',
  'The court dismissed the suit.',
  // An act of speech without a clause.
  'The choir announced the winner.',
])('doesn’t put forward: %s', (text) => expect(claiming(text)).toEqual([false]))

test.each([
  // Then the claim is that the act took place, in the article's own voice.
  ['The mayor hopes that the dam holds.', 'stated | - | The mayor hopes that the dam holds'],
  ['The mayor urged people to leave.', 'stated | - | The mayor urged people to leave'],
  ['The mayor did not say that the dam was safe.', 'stated | - | The mayor did not say that the dam was safe'],
  ['The mayor promised to repair the dam.', 'stated | - | The mayor promised to repair the dam'],
  ['The council plans to close the pier.', 'stated | - | The council plans to close the pier'],
  ['Strait Lines declined to comment.', 'stated | - | Strait Lines declined to comment'],
])('%s', async (text, expected) => expect((await claimsOf(text)).map(lineOf)).toEqual([expected]))
