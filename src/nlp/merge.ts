import type { Span } from '../types.ts'
import { reportingVerbs } from './lexicon/reporting-verbs.ts'
import type { Relation } from './relation.ts'

/** Rules that look at marks and fixed phrases. */
const sure = /^(?:speaker-turn|according-to|antecedent-denial)$/

/**
 * The network's relations with those of the rules that it left out: what the rules find surely, and whatever carries a
 * label of its own (denied, alleged, confirmed), since a label missed is worse than a boundary. Where both found one cue,
 * the spans are the network's, and what the cue means is the rules'.
 *
 * @param learned from the network
 * @param ruled from the rules
 * @returns in order of place of the cue
 */
export function merge(learned: readonly Relation[], ruled: readonly Relation[]): readonly Relation[] {
  const bySentence = Map.groupBy(ruled, ({ sentence }) => sentence)
  const met = new Set<Relation>()
  const both = learned.map((one) => {
    const rule = bySentence.get(one.sentence)?.find((r) => overlap(r.cue[0]!, one.cue[0]!))
    if (!rule) return one
    met.add(rule)
    return together(one, rule)
  })
  const added = ruled.filter((rule) => !met.has(rule) && (sure.test(rule.rule) || isPlainTag(rule) || isLabelled(rule)))
  return [...both, ...added].sort((a, b) => a.cue[0]![0] - b.cue[0]![0])
}

function together(one: Relation, rule: Relation): Relation {
  const [{ source }, after] = [one, (r: Relation) => r.content[0]![0] >= r.cue[0]![1]]
  // "Chief Delegate, Ilse Marrow": the rule saw the name in apposition, too.
  const wider =
    rule.rule === 'according-to' && rule.source && source && contains(rule.source, source) ? rule.source : source
  const own = { ...one, source: wider, content: wider ? one.content.map((span) => beyond(span, wider)) : one.content }
  if (after(one) !== after(rule)) return own
  const { lemma, frame, passive, recipient } = rule
  return { ...own, lemma, frame, passive, recipient: recipient ?? one.recipient }
}

// "…, the paper reported": no verb but these ends a sentence so without reporting it.
const isPlainTag = ({ rule, lemma }: Relation): boolean =>
  rule === 'closing-tag' && /^(?:say|report|add|tell|write|announce)$/.test(lemma)

const isLabelled = ({ lemma }: Relation): boolean => {
  if (/^(?:rule|plead|cite)$/.test(lemma)) return true
  const certainty = reportingVerbs[lemma]?.certainty
  return certainty !== undefined && certainty !== 'attributed'
}

// Content that began within the source's name begins after it.
const beyond = ([start, end]: Span, source: Span): Span =>
  start < source[1] && source[1] < end ? [source[1], end] : [start, end]

const overlap = (a: Span, b: Span): boolean => a[0] < b[1] && b[0] < a[1]
const contains = (outer: Span, inner: Span): boolean => outer[0] <= inner[0] && inner[1] <= outer[1]
