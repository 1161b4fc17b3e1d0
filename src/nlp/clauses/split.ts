import type { Sentence } from '../document.ts'
import type { Range } from '../noun-phrases.ts'
import { adverbialAt, leadingAdverbial } from './adverbial.ts'
import { appositionAt } from './apposition.ts'
import type { Boundary, Clause, ClauseKind } from './clause.ts'
import { coordinationAt } from './coordination.ts'
import { endOfInsertion } from './insertion.ts'
import { hasVerbBy } from './marks.ts'
import { participleAt } from './participle.ts'
import { relativeAt } from './relative.ts'

interface Draft {
  ranges: Range[]
  kind: ClauseKind
  host: Draft | null
}

/**
 * Splits a stretch of a sentence into clauses, by the contract's "where one claim ends": coordinated predicates and
 * clauses, non-restrictive relative clauses, participles, clauses with after, as, when, while, though, and appositions
 * with a verb or a number stand alone; restrictive clauses, prepositional phrases, because and if stay in their host.
 *
 * @param sentence with its tokens tagged and its verb groups read
 * @param from first token, `to` the one after the last
 * @returns clauses in order of their first word
 */
export function splitClauses(sentence: Sentence, from: number, to: number): readonly Clause[] {
  const clauses: Draft[] = []
  read(sentence, from, to, { ranges: [], kind: 'main', host: null }, clauses)
  return clauses.filter(({ ranges }) => ranges.length > 0)
}

function read(sentence: Sentence, from: number, to: number, first: Draft, clauses: Draft[]): void {
  let clause = first
  clauses.push(clause)
  let start = from
  const leading = leadingAdverbial(sentence, from, to)
  if (leading) {
    read(sentence, leading.from, leading.end, { ranges: [], kind: 'adverbial', host: clause }, clauses)
    start = leading.end
    while (sentence.tokens[start]?.text === ',') start++
  }
  const keep = (end: number) => {
    if (end > start) clause.ranges.push([start, end])
  }
  for (let i = start; i < to; i++) {
    const boundary = i > from ? boundaryAt(sentence, i, start, to, clause) : null
    if (!boundary) continue
    keep(boundary.at)
    if (boundary.kind === 'coordinate') {
      clause = { ranges: [], kind: 'coordinate', host: clause }
      clauses.push(clause)
      start = boundary.from
      i = start - 1
      if (start === from) break
      i = start
      continue
    }
    const end = endOfInsertion(
      sentence,
      boundary,
      to,
      hasVerbBy(sentence, [...clause.ranges, [start, boundary.at]], boundary.at),
    )
    read(sentence, boundary.from, end, { ranges: [], kind: boundary.kind, host: clause }, clauses)
    start = end
    while (start < to && /^(?:,|—|–|--|-|―|\))$/.test(sentence.tokens[start]!.text)) start++
    i = start - 1
  }
  keep(to)
}

function boundaryAt(sentence: Sentence, i: number, start: number, to: number, clause: Draft): Boundary | null {
  return (
    relativeAt(sentence, i, to) ??
    adverbialAt(sentence, i, to) ??
    coordinationAt(sentence, i, [...clause.ranges, [start, i]], to) ??
    participleAt(sentence, i, [...clause.ranges, [start, i]], to) ??
    appositionAt(sentence, i, to)
  )
}
