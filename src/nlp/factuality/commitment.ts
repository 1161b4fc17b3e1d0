import { adverbs, modalities, qualifiers, relations } from '../lexicon/factuality-factors.ts'
import { type SignatureName, signatureOf, signatures } from '../lexicon/factuality-signatures.ts'
import type { Link } from './clause.ts'
import { governorOf } from './governor.ts'
import { type Predicate, predicateAt } from './predicate.ts'
import { phraseAround, type Table } from './table.ts'

/** One step up from an event: the predicate, and how it depends on the next one. */
export interface Step {
  readonly predicate: Predicate
  readonly link: Link | null
}

const longest = 4
const argument =
  /^(?:to|object-to|for-to|question-to|ing|that|clause|bare|object|(?:object-)?prep:(?:for|of|to|from|about|on|into|off|over|against)|passive-subject|whether|question|tag|mod)$/
const definite = /^(?:the|this|that|these|those|his|her|its|their|our|'s)$/
const complement = /^(?:object|(?:object-)?prep:.*|passive-subject)$/
const fixed = /^(?:subject|passive-subject|relative|ing-of|ed-of|copula|after-verb|after-passive)$/

// "should have left": said of what didn't come about.
const counterfactual = ({ modal, helpers }: Predicate): boolean =>
  /^(?:would|could|should|might)$/.test(modal ?? '') && helpers.includes('have')

// "rejected the offer": a noun that is spoken of as known stays so, whatever is said of it.
function presupposed(table: Table, { index }: Predicate, value: number): number {
  const before = table.tokens.slice(phraseAround(table, index).from, index)
  return before.some(({ lower }) => definite.test(lower)) ? Math.max(value, 0.35 + 0.5 * Math.abs(value)) : value
}

/** What adverbs leave of a verb's factuality, 0 … 1: "probably fell", "fell, reportedly", "Perhaps it fell". */
export function hedged({ tokens }: Table, { group }: Predicate): number {
  if (!group) return 1
  const after = tokens[group.to]?.text === ',' ? group.to + 2 : group.to + 1
  const near = [tokens[0]!, ...tokens.slice(Math.max(0, group.from - 1), after)]
  return Math.min(...near.map(({ lower }) => adverbs.get(lower) ?? 1))
}

// "a failed attempt", "a possible strike".
function qualified(table: Table, { index }: Predicate): number {
  const { from } = phraseAround(table, index)
  let value = 1
  for (let i = from; i < index; i++) value *= qualifiers.get(table.tokens[i]!.lower) ?? 1
  return value
}

/** The way from an event up to the main clause, at most four words long. */
export function stepsFrom(table: Table, index: number): readonly Step[] {
  const steps: Step[] = []
  const seen = new Set<number>()
  for (let at = index; at >= 0 && steps.length < longest && !seen.has(at); ) {
    seen.add(at)
    const predicate = predicateAt(table, at)
    const link = governorOf(table, predicate.joined && predicate.kind === 'verb' ? predicate.joined.head : at)
    steps.push({ predicate, link })
    at = link?.index ?? -1
  }
  return steps
}

/** The group that a step's predicate has over what hangs on it, or null: only in the frames in which it has one. */
export const groupOver = (step: Step, below: Step): SignatureName | null =>
  below.link && argument.test(below.link.relation) ? signatureOf(step.predicate.lemma) : null

/**
 * The rules alone: from the main clause down, each predicate passes on what it says of its complement, and each modal
 * and negation changes it.
 *
 * @returns -1 … +1
 */
export function commitment(table: Table, steps: readonly Step[]): number {
  let value = 1
  for (let i = steps.length - 1; i >= 0; i--) {
    const step = steps[i]!
    const { predicate, link } = step
    if (i < steps.length - 1) {
      const above = steps[i + 1]!
      const group = groupOver(above, step)
      if (group) {
        const { holds, negated } = signatures[group]
        value = value >= 0 ? value * holds + (1 - value) * Math.min(holds, 0.3) * 0.5 : -value * negated
      } else if (link && fixed.test(link.relation)) value = Math.max(Math.abs(value), 0.6)
    }
    if (link) value *= relations.get(link.relation) ?? 1
    if (predicate.modal) value *= counterfactual(predicate) ? 0 : (modalities.get(predicate.modal) ?? 1)
    value *= hedged(table, predicate)
    if (predicate.kind === 'noun') value *= qualified(table, predicate)
    if (predicate.kind === 'adjective' && table.tokens[predicate.index - 1]?.lower === 'too') value = -value
    if (predicate.negated) value = -value
    else if (predicate.kind === 'noun' && link && complement.test(link.relation))
      value = presupposed(table, predicate, value)
  }
  return Math.max(-1, Math.min(1, value))
}
