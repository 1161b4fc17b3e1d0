import { expect, test } from 'vitest'
import { findRelations } from '../../../src/nlp/find-relations.ts'
import { documentOf, wordsOf } from '../reading.ts'

const contents = (text: string) =>
  wordsOf(text, findRelations(documentOf(text))).map(([source, , content]) => [source, content])

test.each<[what: string, text: string, expected: readonly (readonly [string, string])[]]>([
  [
    'a quotation without a tag goes on with the speaker before it',
    '“The dam is safe,” said Ansa Bray. “It holds. Nobody leaves.”',
    [['Ansa Bray', '“The dam is safe,” … “It holds. Nobody leaves.”']],
  ],
  [
    'and so does the one after it',
    '“The dam is safe,” said Ansa Bray. “It holds.” “Nobody leaves.”',
    [['Ansa Bray', '“The dam is safe,” … “It holds.” … “Nobody leaves.”']],
  ],
  [
    'after indirect speech too',
    'Ansa Bray said the dam was safe. “It holds.”',
    [['Ansa Bray', 'the dam was safe … “It holds.”']],
  ],
  [
    'with the nearest speaker of two',
    'Ansa Bray said the dam was safe. Ana Verrin said the dam leaked. “It drips.”',
    [
      ['Ansa Bray', 'the dam was safe'],
      ['Ana Verrin', 'the dam leaked … “It drips.”'],
    ],
  ],
  [
    'not when it has a tag of its own',
    'Ansa Bray said the dam was safe. “It drips,” said Ana Verrin.',
    [
      ['Ansa Bray', 'the dam was safe'],
      ['Ana Verrin', '“It drips,”'],
    ],
  ],
  [
    'nor when its tag comes sentences later',
    'Ansa Bray said the dam was safe. “It drips. It leaks,” said Ana Verrin.',
    [
      ['Ansa Bray', 'the dam was safe'],
      ['Ana Verrin', '“It drips. It leaks,”'],
    ],
  ],
  [
    'not into the next paragraph, once it was closed',
    '“The dam is safe,” said Ansa Bray.\n\n“It drips.”',
    [['Ansa Bray', '“The dam is safe,”']],
  ],
  [
    'not words in quotation marks within a sentence of the article',
    'Ansa Bray said the dam was safe. The “wall” holds.',
    [['Ansa Bray', 'the dam was safe']],
  ],
  ['not before anybody spoke', '“It drips.” Ansa Bray said the dam was safe.', [['Ansa Bray', 'the dam was safe']]],
  ['not after a verb that says nothing aloud', 'The firm denied the charge. “It drips.”', [['The firm', 'the charge']]],
])('%s', (_, text, expected) => expect(contents(text)).toEqual(expected))
