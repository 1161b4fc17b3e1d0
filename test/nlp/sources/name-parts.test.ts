import { expect, test } from 'vitest'
import type { Range } from '../../../src/nlp/noun-phrases.ts'
import { nameParts } from '../../../src/nlp/sources/name-parts.ts'
import { documentOf } from '../reading.ts'

// The phrase is the subject of a sentence, so that the tagger sees it as it would in an article.
function partsOf(phrase: string): readonly (string | null)[] {
  const text = `${phrase} said the dam was safe.`
  const { tokens } = documentOf(text).sentences[0]!
  const { name, role, head } = nameParts(tokens, [0, tokens.findIndex(({ start }) => start >= phrase.length)])
  const words = (range: Range | null) => range && text.slice(tokens[range[0]]!.start, tokens[range[1] - 1]!.end)
  return [words(name), words(role), words(head)]
}

test.each<[phrase: string, name: string | null, role: string | null, head: string]>([
  // A name alone, with a title, with its role before it, after it.
  ['Ada Lund', 'Ada Lund', null, 'Ada Lund'],
  ['Mayor Ada Lund', 'Ada Lund', 'Mayor', 'Mayor Ada Lund'],
  [
    'White House Press Secretary Ada Lund',
    'Ada Lund',
    'White House Press Secretary',
    'White House Press Secretary Ada Lund',
  ],
  ['rebel spokesman Tor Lund', 'Tor Lund', 'rebel spokesman', 'rebel spokesman Tor Lund'],
  ['Ada Lund, the mayor of Quillport,', 'Ada Lund', 'mayor of Quillport', 'Ada Lund'],
  ['Ada Lund, a lawyer,', 'Ada Lund', 'lawyer', 'Ada Lund'],
  // The office before the comma is the role.
  ['The chief delegate, Ada Lund,', 'Ada Lund', 'chief delegate', 'Ada Lund'],
  // A relative clause is neither.
  ['Ada Lund, who leads the board,', 'Ada Lund', null, 'Ada Lund'],
  // Bodies.
  ['The Quillport Courier', 'Quillport Courier', null, 'Quillport Courier'],
  ['The relief group Northern Lantern', 'Northern Lantern', 'relief group', 'relief group Northern Lantern'],
  // No name, or names that aren't the head.
  ['The company', null, null, 'company'],
  ['Some officials in Moscow', null, null, 'Some officials in Moscow'],
  ['A clerk at the court', null, null, 'clerk at the court'],
])('%s', (phrase, ...expected) => expect(partsOf(phrase)).toEqual(expected))
