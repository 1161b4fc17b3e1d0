import { signatureOf } from '../lexicon/factuality-signatures.ts'
import type { VerbGroup } from '../verb-groups.ts'
import { clauseGovernor, type Link, questionWords } from './clause.ts'
import { groupFrom, groupsBefore, nominal, phraseAround, type Table } from './table.ts'

/** What the event at a token depends on, or null when nothing was found: the sentence's main clause. */
export function governorOf(table: Table, index: number, depth = 0): Link | null {
  if (depth > 4) return null
  const { tokens, groupAt } = table
  const group = groupAt[index]
  if (group) {
    if (group.form === 'infinitive')
      return /ing$/.test(tokens[group.head]!.lower) && group.lemma !== tokens[group.head]!.lower
        ? beforePreposition(table, group.from)
        : ofInfinitive(table, group.from)
    if (group.form === 'gerund') return ofGerund(table, group)
    if (group.form === 'participle') return ofParticiple(table, group)
    return clauseGovernor(table, group, (at) => governorOf(table, at, depth + 1))
  }
  const token = tokens[index]!
  if (nominal.test(token.pos)) return ofNoun(table, index)
  if (token.pos === 'ADJ') {
    const { head } = phraseAround(table, index)
    if (head > index) return { relation: 'mod', index: head }
    return ofNoun(table, index)
  }
  return null
}

// "to leave": the verb, adjective or noun before it; over an object to the verb ("urged him to leave").
function ofInfinitive(table: Table, from: number): Link | null {
  const { tokens, groupAt } = table
  let i = from - 1
  while (i >= 0 && (tokens[i]!.pos === 'ADV' || /^(?:not|n't|in|order)$/.test(tokens[i]!.lower)) && i > from - 4) i--
  let relation = tokens[i + 1]?.lower === 'in' ? 'order-to' : 'to'
  for (let steps = 0; i >= 0 && steps < 4; steps++) {
    const token = tokens[i]!
    const group = groupAt[i]
    if (group) return { relation, index: group.head }
    if (token.pos === 'ADJ') return { relation, index: i }
    if (nominal.test(token.pos)) {
      if (token.pos === 'NOUN' && signatureOf(token.lemma)) return { relation: `${relation}`, index: i }
      const { from: left } = phraseAround(table, i)
      const before = tokens[left - 1]
      if (groupAt[left - 1])
        return { relation: relation === 'to' ? 'object-to' : relation, index: groupAt[left - 1]!.head }
      if (before?.pos === 'ADP') {
        i = left - 2
        relation = before.lower === 'for' && relation === 'to' ? 'for-to' : 'adjunct-to'
        continue
      }
      return token.pos === 'NOUN' ? { relation: 'noun-to', index: i } : { relation: 'subject-to', index: -1 }
    }
    if (token.text === ',' || token.pos === 'CCONJ') return { relation: `${token.lower}-to`, index: -1 }
    if (questionWords.test(token.lower)) return { relation: 'question-to', index: groupAt[i - 1]?.head ?? -1 }
    i--
  }
  return { relation: 'to', index: -1 }
}

function ofGerund(table: Table, group: VerbGroup): Link | null {
  const { tokens, groupAt } = table
  let i = group.from - 1
  while (tokens[i]?.pos === 'ADV') i--
  const before = tokens[i]
  if (!before) return { relation: 'subject', index: groupFrom(table, group.to)?.head ?? -1 }
  if (groupAt[i]) return { relation: 'ing', index: groupAt[i]!.head }
  if (before.pos === 'ADP' || before.lower === 'to' || before.pos === 'SCONJ') return beforePreposition(table, i)
  if (nominal.test(before.pos)) return { relation: 'ing-of', index: i }
  if (before.pos === 'ADJ') return { relation: 'ing', index: i }
  return { relation: before.text === ',' ? ',ing' : 'ing', index: groupsBefore(table, i)[0]?.head ?? -1 }
}

function ofParticiple(table: Table, group: VerbGroup): Link {
  const i = group.from - 1
  return nominal.test(table.tokens[i]?.pos ?? '') ? { relation: 'ed-of', index: i } : { relation: 'ed', index: -1 }
}

// The word that a preposition belongs to: "plan for", "from buying" < "prevent him".
function beforePreposition(table: Table, at: number): Link {
  const { tokens, groupAt } = table
  // "rather than", "instead of", "because of": two words that are one.
  const compound = /^(?:rather|instead|because|ahead|out|prior|due|according)$/.test(tokens[at - 1]?.lower ?? '')
  const relation = `prep:${compound ? `${tokens[at - 1]!.lower}-` : ''}${tokens[at]!.lower}`
  let i = compound ? at - 2 : at - 1
  while (i > 0 && tokens[i]!.pos === 'ADV') i--
  if (groupAt[i]) return { relation, index: groupAt[i]!.head }
  const token = tokens[i]
  if (!token) return { relation, index: -1 }
  if (token.pos === 'ADJ') return { relation, index: i }
  if (nominal.test(token.pos)) {
    const { from } = phraseAround(table, i)
    const verb = groupAt[from - 1]
    if (
      verb &&
      (tokens[at]!.lower === 'from' || tokens[at]!.lower === 'into' || !signatureOf(token.lemma)) &&
      tokens[at]!.lower !== 'of'
    )
      return { relation: `object-${relation}`, index: verb.head }
    return { relation, index: i }
  }
  return { relation, index: -1 }
}

function ofNoun(table: Table, index: number): Link | null {
  const { tokens, groupAt } = table
  const { from, to, head } = phraseAround(table, index)
  if (head > index && tokens[index]!.pos !== 'ADJ') return { relation: 'mod', index: head }
  let left = from
  for (let steps = 0; steps < 3; steps++) {
    const before = tokens[left - 1]
    const verb = groupAt[left - 1]
    if (verb)
      return { relation: copular(verb) ? 'copula' : verb.passive ? 'after-passive' : 'object', index: verb.head }
    if (!before) break
    if (before.pos === 'ADP' || before.lower === 'to') return beforePreposition(table, left - 1)
    if (before.pos === 'PART' && groupAt[left - 2]) return { relation: 'object', index: groupAt[left - 2]!.head }
    // A list: as the first of it.
    if ((before.pos === 'CCONJ' || before.text === ',') && nominal.test(tokens[left - 2]?.pos ?? '')) {
      const next = groupFrom(table, to)
      if (before.text === ',' && next && next.from - to < 2) break
      left = phraseAround(table, left - 2).from
      continue
    }
    break
  }
  const next = groupFrom(table, to)
  return next?.finite && next.from - to < 12
    ? { relation: next.passive ? 'passive-subject' : 'subject', index: next.head }
    : null
}

const copular = ({ lemma }: VerbGroup): boolean => lemma === 'be' || lemma === "'s"
