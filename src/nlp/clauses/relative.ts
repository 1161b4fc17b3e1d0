import type { Sentence } from '../document.ts'
import type { Boundary } from './clause.ts'
import { clauseAt, groupAt, isComma, isDashAt } from './marks.ts'

/**
 * A non-restrictive relative clause: ", who …", ", which …", ", where …", ", one of whom …". Who and which are left
 * out of its words; "where" and "when" too.
 */
export function relativeAt(sentence: Sentence, i: number, to: number): Boundary | null {
  const { tokens } = sentence
  if (!isComma(tokens[i]?.text) && !isDashAt(sentence, i)) return null
  const word = tokens[i + 1]?.lower
  if (word === 'who' || word === 'which') {
    const own = groupAt(sentence, i + 2)
    if ((own && own.from < to) || clauseAt(sentence, i + 2)) return { at: i, from: i + 2, kind: 'relative' }
  }
  if ((word === 'where' || word === 'when' || word === 'whose') && clauseAt(sentence, i + 2))
    return { at: i, from: word === 'whose' ? i + 1 : i + 2, kind: 'relative' }
  return null
}
