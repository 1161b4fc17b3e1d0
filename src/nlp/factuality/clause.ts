import { signatureOf } from '../lexicon/factuality-signatures.ts'
import type { VerbGroup } from '../verb-groups.ts'
import { groupsBefore, nominal, reach, type Table } from './table.ts'

/** What an event depends on: how, and the token number of the word; -1 where the clause stands by itself ("if …"). */
export interface Link {
  readonly relation: string
  readonly index: number
}

/** What opens a clause that asks. */
export const questionWords = /^(?:what|how|why|whether|who|when|where|which)$/
const relatives = /^(?:who|which|whom|whose|where)$/
const subordinators =
  /^(?:if|unless|whether|until|before|after|when|once|because|although|though|while|since|as|so|lest|than|till|whenever|wherever|whereas|provided|should)$/
const alwaysSubordinate = /^(?:if|unless|until|when|once|before|after|than)$/
const quoteMark = /^(?:["“”`'’]|''|``)$/
const takesClause = /^(?:factive|reports|believes|denies|fears|wonders|expects|demands|wants|plans|possible)$/
const takesBareForm = /^(?:let|make|help|have|see|watch|hear)$/

// What stands between a verb and the word looked at, going left.
interface Passed {
  commas: number
  /** A conjunction right before the verb's subject. */
  joined: boolean
}

/**
 * What a clause with a verb of its own depends on: goes left from the verb to what opens the clause.
 *
 * @param above finds what another verb depends on
 * @returns null for a main clause
 */
export function clauseGovernor(table: Table, group: VerbGroup, above: (index: number) => Link | null): Link | null {
  const { tokens, groupAt } = table
  const passed: Passed = { commas: 0, joined: false }
  for (let i = group.from - 1; i >= Math.max(0, group.from - reach); i--) {
    const token = tokens[i]!
    const verb = groupAt[i]
    if (verb) {
      const skip = skipInside(table, verb, i, passed)
      if (skip === null) return atVerb(table, group, verb, passed, above)
      i = skip
      continue
    }
    if (token.pos === 'CCONJ' && token.lower !== 'both') passed.joined ||= i >= group.from - 6
    const opened = atOpener(table, group, i)
    if (opened) return opened
    if (/^[;:]$/.test(token.text)) break
    if (token.text === ',' && ++passed.commas > 2) break
  }
  return reportedAfter(table, group)
}

// A relative clause or a gerund within the subject ("the man who fled said"): where to go on, or null for a verb that counts.
function skipInside({ tokens }: Table, verb: VerbGroup, i: number, { commas, joined }: Passed): number | null {
  const relative =
    /^(?:who|which|that)$/.test(tokens[verb.from - 1]?.lower ?? '') && nominal.test(tokens[verb.from - 2]?.pos ?? '')
  if (verb.finite && relative && !joined && i > verb.from) return verb.from - 1
  const governs = commas === 0 && (takesClause.test(signatureOf(verb.lemma) ?? '') || takesBareForm.test(verb.lemma))
  return !verb.finite && verb.form !== 'infinitive' && !joined && !governs ? verb.from : null
}

function atVerb(
  table: Table,
  group: VerbGroup,
  verb: VerbGroup,
  { commas, joined }: Passed,
  above: (index: number) => Link | null,
): Link | null {
  const { tokens } = table
  // "should they lose": an inverted condition.
  if (verb.to - verb.from === 1 && tokens[verb.from]!.lower === 'should') return { relation: 'if', index: -1 }
  if (commas === 0 && !joined) {
    if (takesClause.test(signatureOf(verb.lemma) ?? '') && group.from > verb.to)
      return { relation: 'clause', index: verb.head }
    // "let him go", "makes it work": a bare form after an object.
    if (takesBareForm.test(verb.lemma) && tokens[group.head]!.lower === group.lemma)
      return { relation: 'bare', index: verb.head }
  }
  const link = verb.finite ? above(verb.head) : null
  if (joined) return link
  if (link && /^(?:if|unless|should)$/.test(link.relation)) return { relation: 'consequence', index: -1 }
  return commas === 0 ? { relation: 'after-verb', index: verb.head } : reportedAfter(table, group)
}

function atOpener(table: Table, group: VerbGroup, i: number): Link | null {
  const { tokens, groupAt } = table
  const { lower, pos } = tokens[i]!
  if (lower === 'that' && (pos === 'SCONJ' || pos === 'PRON' || i === group.from - 1)) return atThat(table, group, i)
  const before = groupAt[i - 1]
  if (before && questionWords.test(lower))
    return { relation: lower === 'whether' ? 'whether' : 'question', index: before.head }
  if (relatives.test(lower)) return { relation: 'relative', index: tokens[i - 1]?.text === ',' ? i - 2 : i - 1 }
  if (subordinators.test(lower) && (pos === 'SCONJ' || pos === 'ADV' || alwaysSubordinate.test(lower)))
    return { relation: lower, index: -1 }
  return null
}

function atThat(table: Table, group: VerbGroup, i: number): Link {
  const { tokens, groupAt } = table
  let left = i - 1
  while (left > 0 && (tokens[left]!.text === ',' || quoteMark.test(tokens[left]!.text))) left--
  // "…, and that": as the clause before it.
  if (tokens[left]?.pos === 'CCONJ' || tokens[left]?.text === ':') {
    const taker = groupsBefore(table, left).find((g) => takesClause.test(signatureOf(g.lemma) ?? ''))
    return { relation: 'that', index: taker?.head ?? -1 }
  }
  const relative = i === group.from - 1 && left >= 0 && !groupAt[left] && nominal.test(tokens[left]!.pos)
  return { relation: relative ? 'relative' : 'that', index: groupAt[left]?.head ?? left }
}

// "…, the minister said": a reporting verb after the clause it reports.
function reportedAfter({ tokens, groupAt }: Table, group: VerbGroup): Link | null {
  let mark = -1
  for (let i = group.to; i < Math.min(tokens.length, group.to + reach); i++) {
    const verb = groupAt[i]
    if (tokens[i]!.text === ',' || /^(?:["“”]|''|``)$/.test(tokens[i]!.text)) mark = i
    if (!verb) continue
    const sign = signatureOf(verb.lemma)
    if (mark > 0 && verb.finite && (sign === 'reports' || sign === 'believes') && tokens[verb.to]?.lower !== 'that')
      return { relation: 'tag', index: verb.head }
    mark = -1
    i = verb.to - 1
  }
  return null
}
