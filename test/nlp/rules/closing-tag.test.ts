import { expect, test } from 'vitest'
import { closingTag } from '../../../src/nlp/rules/closing-tag.ts'
import { documentOf, wordsOf } from '../reading.ts'

const found = (text: string) => wordsOf(text, closingTag(documentOf(text)))

test.each<[text: string, source: string, cue: string, content: string]>([
  // Subject and verb after a quotation: its comma stays within its marks.
  ['“The dam is safe,” Ansa Bray said.', 'Ansa Bray', 'said', '“The dam is safe,”'],
  ['"The dam is safe," she added.', 'she', 'added', '"The dam is safe,"'],
  ['“The dam is safe. It holds,” Ansa Bray said.', 'Ansa Bray', 'said', '“The dam is safe. It holds,”'],
  // Verb and subject.
  ['“The dam is safe,” said Ansa Bray.', 'Ansa Bray', 'said', '“The dam is safe,”'],
  ['“The dam is safe,” said the mayor of Quillport.', 'the mayor of Quillport', 'said', '“The dam is safe,”'],
  ['“The dam is safe,” said its director, Ada Lund.', 'its director, Ada Lund', 'said', '“The dam is safe,”'],
  // After indirect speech its comma is no part of it.
  ['The dam is safe, the mayor said.', 'the mayor', 'said', 'The dam is safe'],
  ['The dam is safe, said the mayor of Quillport.', 'the mayor of Quillport', 'said', 'The dam is safe'],
  ['The dam is safe, the mayor told the Courier on Monday.', 'the mayor', 'told', 'The dam is safe'],
  ['The dam is safe — the mayor said.', 'the mayor', 'said', 'The dam is safe'],
  [
    'The dam is safe, a person familiar with the plans said.',
    'a person familiar with the plans',
    'said',
    'The dam is safe',
  ],
  // A conjunction at its head isn't said.
  ['But the dam is safe, he said.', 'he', 'said', 'the dam is safe'],
  // Partly in quotation marks.
  ['The dam was “as safe as a house”, she said.', 'she', 'said', 'The dam was “as safe as a house”'],
  // A question asked.
  ['“Is the dam safe?” asked Ansa Bray.', 'Ansa Bray', 'asked', '“Is the dam safe?”'],
  ['“Is the dam safe?” the mayor asked.', 'the mayor', 'asked', '“Is the dam safe?”'],
  // The tag stands within what is said.
  ['“The dam,” Ansa Bray said, “is safe.”', 'Ansa Bray', 'said', '“The dam,” … “is safe.”'],
  ['The dam, the mayor said, is safe.', 'the mayor', 'said', 'The dam … is safe'],
  ['“The dam is safe,” said Odd Renner, the mayor.', 'Odd Renner, the mayor', 'said', '“The dam is safe,”'],
  ['“The dam is safe,” said Tam Oye, who runs the board.', 'Tam Oye', 'said', '“The dam is safe,”'],
  // What comes after a conjunction is the article's own again.
  ['The dam is safe, the mayor said, but the pier is not.', 'the mayor', 'said', 'The dam is safe'],
])('%s', (text, ...expected) => expect(found(text)).toEqual([expected]))

test.each([
  // The verb after an inserted clause is its subject's own.
  'The minister, who resigned on Monday, denied taking bribes.',
  // Nothing stands before it.
  '— the mayor said.',
  // Content comes after the cue: another rule's.
  'The mayor said that the dam was safe.',
  'On Monday, the mayor said the dam was safe.',
  'On Monday, the mayor said: “The dam is safe.”',
  // No content at all.
  'In Quillport, the mayor said.',
  '— the mayor said.',
  'The mayor said.',
  // The verb governs what follows.
  'Ada Lund, a lawyer for the group, told the station that the ban was void.',
  // Said within quotation marks by somebody else.
  '“The dam is safe, the mayor said.”',
  // Not a verb of reporting, or a passive.
  'The dam is safe, the mayor slept.',
  'The dam was shut, and the mayor was told.',
  '',
])('nothing in %j', (text) => expect(found(text)).toEqual([]))
