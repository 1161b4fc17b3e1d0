import { expect, test } from 'vitest'
import { speakerTurn } from '../../../src/nlp/rules/speaker-turn.ts'
import { documentOf, wordsOf } from '../reading.ts'

const found = (text: string) => wordsOf(text, speakerTurn(documentOf(text)))

test.each<[what: string, text: string, expected: readonly (readonly [string, string, string])[]]>([
  [
    'each paragraph of a transcript is a turn, in all its sentences',
    'BRAY: The dam is safe. It holds.\n\nLUNT: Is it?\n\nBRAY: It is.',
    [
      ['BRAY', ':', 'The dam is safe. It holds.'],
      ['LUNT', ':', 'Is it?'],
      ['BRAY', ':', 'It is.'],
    ],
  ],
  ['a label of several words', 'MAYOR ANSA BRAY: It holds.', [['MAYOR ANSA BRAY', ':', 'It holds.']]],
  ['a label with a full stop', 'DR. BRAY: It holds.', [['DR. BRAY', ':', 'It holds.']]],
  ['a hyphen and an apostrophe', 'O’DELL-BRAY: It holds.', [['O’DELL-BRAY', ':', 'It holds.']]],
  [
    'a name in ordinary letters at the head of the text, as in a headline',
    'Ansa Bray: The dam is safe.',
    [['Ansa Bray', ':', 'The dam is safe']],
  ],
])('%s', (_, text, expected) => expect(found(text)).toEqual(expected))

test.each([
  // Rubrics.
  'Update: The dam is safe.',
  'UPDATE: The dam is safe.',
  'CORRECTION: The dam is safe.',
  'Photo: The dam.',
  // A name in ordinary letters within running text is as often a rubric.
  'The dam is safe.\n\nBray: It holds.',
  // A colon within a sentence, a time.
  'The mayor was clear: the dam is safe.',
  '10:05: The dam is safe.',
  'BRAY:',
  '',
])('nothing in %j', (text) => expect(found(text)).toEqual([]))
