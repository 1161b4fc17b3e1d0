import type { Sentence } from '../document.ts'
import type { Range } from '../noun-phrases.ts'
import type { Boundary } from './clause.ts'
import { clauseAt, groupAt, hasVerbBy, isComma } from './marks.ts'

/**
 * A predicate or a clause joined on by and, but, or, a semicolon or a comma within a row. Verbs that share an object
 * ("hunted and ate a rabbit") stay together.
 *
 * @param before the ranges of the clause so far: it must have a verb with tense
 */
export function coordinationAt(sentence: Sentence, i: number, before: readonly Range[], to: number): Boundary | null {
  const { tokens, groups } = sentence
  const token = tokens[i]!
  // ", however, …" joins as a semicolon does.
  const semicolon = token.text === ';' || (isComma(token.text) && tokens[i + 1]?.lower === 'however')
  let word = i
  if (isComma(token.text)) word++
  const joins = tokens[word]?.pos === 'CCONJ' && /^(?:and|but|or|nor|yet)$/.test(tokens[word]!.lower)
  if (!semicolon && !joins && !isComma(token.text)) return null
  const from = semicolon ? i + 1 : joins ? word + 1 : word
  if (from >= to) return null
  const own = groups.filter((g) => before.some(([a, b]) => g.from >= a && g.from < b))
  if (!hasVerbBy(sentence, before, i)) return null
  const group = groupAt(sentence, from)
  if (joins && group && group.from < to) {
    const last = own.at(-1)!
    if (i > 0 && last.to === i) return null
    if (group.finite && !(tokens[group.from]!.pos === 'VERB' && /ing$/.test(tokens[group.from]!.lower)))
      return { at: i, from, kind: 'coordinate' }
    if (group.form === 'infinitive' && last.form === 'infinitive')
      return { at: i, from: group.from + 1, kind: 'coordinate' }
  }
  // A row of predicates: "They forge papers, take orders, and laugh at our laws".
  if (
    !joins &&
    isComma(token.text) &&
    group?.finite &&
    group.from < to &&
    tokens.slice(group.to, to).some((t) => t.pos === 'CCONJ')
  )
    return { at: i, from, kind: 'coordinate' }
  if (joins || semicolon) {
    const verb = clauseAt(sentence, from)
    if (verb && verb.from < to) return { at: i, from, kind: 'coordinate' }
  }
  return null
}
