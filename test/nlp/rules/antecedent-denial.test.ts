import { expect, test } from 'vitest'
import { antecedentDenial } from '../../../src/nlp/rules/antecedent-denial.ts'
import { documentOf, wordsOf } from '../reading.ts'

const found = (text: string) => wordsOf(text, antecedentDenial(documentOf(text)))

test.each<[text: string, source: string, cue: string, content: string]>([
  ['The firm took bribes, which it denies.', 'it', 'denies', 'The firm took bribes'],
  [
    'The firm took bribes, which its owner has always denied.',
    'its owner',
    'has always denied',
    'The firm took bribes',
  ],
  // Named for what it is.
  ['The firm took bribes, a charge it denies.', 'it', 'denies', 'The firm took bribes'],
  [
    'The firm took bribes, an accusation that the firm has rejected.',
    'the firm',
    'has rejected',
    'The firm took bribes',
  ],
  ['The dam leaks, claims the board has dismissed.', 'the board', 'has dismissed', 'The dam leaks'],
])('%s', (text, ...expected) => expect(found(text)).toEqual([expected]))

test.each([
  // The verb denies nothing, or isn't the end of its clause.
  'The firm took bribes, which it admits.',
  'The firm took bribes, which is a crime.',
  'The firm, which denies the charge, has closed.',
  'The firm took bribes, which it has not denied.',
  'The firm denied the charge.',
  '“The firm took bribes, which it denies.”',
  '',
])('nothing in %j', (text) => expect(found(text)).toEqual([]))
