import { expect, test } from 'vitest'
import { accordingTo } from '../../../src/nlp/rules/according-to.ts'
import { documentOf, wordsOf } from '../reading.ts'

const found = (text: string) => wordsOf(text, accordingTo(documentOf(text)))

test.each<[text: string, source: string, cue: string, content: string]>([
  // At the head, at the end.
  ['According to the mayor, the dam is safe.', 'the mayor', 'According to', 'the dam is safe'],
  ['The dam is safe, according to the mayor.', 'the mayor', 'according to', 'The dam is safe'],
  ['The dam is safe according to the mayor.', 'the mayor', 'according to', 'The dam is safe'],
  ['The dam is safe — according to the mayor.', 'the mayor', 'according to', 'The dam is safe'],
  ['But according to the Courier, the dam leaks.', 'the Courier', 'according to', 'the dam leaks'],
  // The source with its prepositional phrases, a possessive, a name in apposition.
  [
    'According to a report by the Sill Institute, the eel is gone.',
    'a report by the Sill Institute',
    'According to',
    'the eel is gone',
  ],
  ['The eel is gone, according to its annual report.', 'its annual report', 'according to', 'The eel is gone'],
  [
    'According to the chief delegate, Ilse Marrow, both sides met.',
    'the chief delegate, Ilse Marrow',
    'According to',
    'both sides met',
  ],
  [
    'According to people familiar with the talks, both sides met.',
    'people familiar with the talks',
    'According to',
    'both sides met',
  ],
  // A quotation with its marks, the whole of it.
  ['“The dam is safe,” according to the mayor.', 'the mayor', 'according to', '“The dam is safe,”'],
  ['“It holds. It is safe,” according to the mayor.', 'the mayor', 'according to', '“It holds. It is safe,”'],
  ['According to the mayor, “the dam is safe”.', 'the mayor', 'According to', '“the dam is safe”'],
])('%s', (text, ...expected) => expect(found(text)).toEqual([expected]))

test.each([
  // Whoever is quoted passes it on in words of their own.
  '“According to the mayor, the dam is safe,” Ana Verrin said.',
  // No source, no content.
  'The dam is safe, according to.',
  'According to the mayor.',
  'The two sides are according each other honours.',
  '',
])('nothing in %j', (text) => expect(found(text)).toEqual([]))
