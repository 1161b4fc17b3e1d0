import type { Sentence } from '../document.ts'
import type { Boundary } from './clause.ts'
import { clauseAt, groupAt, isComma, isDashAt } from './marks.ts'

/**
 * Where an inserted clause ends and its host goes on. Before the host's verb it ends at the comma or dash that the verb
 * follows; after it, where a coordinated clause of the host begins, at a semicolon, at the dash that closes it, or at
 * the end.
 *
 * @param hostHasVerb whether the host's verb already stood before the insertion
 * @returns the token number after its last word
 */
export function endOfInsertion(sentence: Sentence, boundary: Boundary, to: number, hostHasVerb: boolean): number {
  const { tokens } = sentence
  const byDash = isDashAt(sentence, boundary.at)
  for (let i = boundary.from + 1; i < to; i++) {
    const text = tokens[i]!.text
    if (text === ';') return i
    if (byDash && isDashAt(sentence, i)) return i
    if (!hostHasVerb && !byDash && isComma(text) && groupAt(sentence, i + 1)?.finite) return i
    // "September 11, 2001": a comma within a date.
    if (!isComma(text) || /^(?:19|20)\d\d$/.test(tokens[i + 1]?.text ?? '')) continue
    const next = tokens[i + 1]
    if (
      hostHasVerb &&
      boundary.kind !== 'adverbial' &&
      next?.pos === 'CCONJ' &&
      (clauseAt(sentence, i + 2) ?? (groupAt(sentence, i + 2)?.finite ? true : null))
    )
      return i
    // A clause of circumstance before the main one ends at its comma: handled where it leads; here a new subject ends it.
    if (boundary.kind === 'apposition') return i
  }
  return to
}
