import { bodyNoun } from '../lexicon/source-kinds.ts'
import { calendar, titles } from '../lexicon/titles.ts'
import type { Range } from '../noun-phrases.ts'
import type { Token } from '../token.ts'
import { classify } from './classify.ts'

/** A noun phrase taken apart: the name in it, and what stands around the name. */
export interface NameParts {
  /** Token numbers of the proper name, or null when it holds none that is its head. */
  readonly name: Range | null
  /** Token numbers of what is said of it, before the name or in the apposition after it. */
  readonly role: Range | null
  /** Token numbers of the phrase without determiner and insertions: the name of the unnamed. */
  readonly head: Range
}

const stop = /^(?:who|which|that|whose|where|when|including|speaking|citing|along|then|now)$/

/** Takes a source's noun phrase apart: "Union spokesman Tam Oye", "Ada Lund, chairwoman of …, ". */
export function nameParts(tokens: readonly Token[], [from, to]: Range): NameParts {
  let start = from
  while (
    start < to &&
    /^(?:DET|PUNCT|ADV|CCONJ|SCONJ)$/.test(tokens[start]!.pos) &&
    !/^(?:both|some|many|all|most)$/.test(tokens[start]!.lower)
  )
    start++
  if (start >= to) start = from
  let end = start
  while (end < to && !stop.test(tokens[end]!.lower) && !isBreak(tokens, end)) end++
  if (end === start) end = to
  // "A court in Ostrand on Friday": when isn't who.
  if (end - start > 3 && calendar.test(tokens[end - 1]!.text) && /^(?:on|in)$/.test(tokens[end - 2]!.lower)) end -= 2
  const head: Range = [start, end]
  const after: Range | null = appositionAfter(tokens, end, to)
  // "the chief delegate, Ada Lund", "the company, Nordsil Dredging": what stands before the comma is what it is.
  if (after && ((isOffice(tokens, head) && isPersonName(tokens, after)) || isBodyName(tokens, head, after)))
    return { name: after, role: head, head: after }
  const name = isCommon(tokens, head) ? null : lastName(tokens, withoutPlace(tokens, head))
  if (!name) return { name: null, role: after, head }
  const role: Range | null =
    name[0] > start && !(name[0] === start + 1 && /^(?:mr|mrs|ms|miss|dr)\.?$/.test(tokens[start]!.lower))
      ? [start, name[0]]
      : after
  return { name, role, head }
}

// A comma, a bracket or a dash; the hyphen of "14-month-old" is none.
const isBreak = (tokens: readonly Token[], i: number): boolean => {
  const { text, start, end } = tokens[i]!
  if (!/^(?:,|—|–|--|-|―|\()$/.test(text)) return false
  return text !== '-' || tokens[i - 1]?.end !== start || tokens[i + 1]?.start !== end
}

function appositionAfter(tokens: readonly Token[], end: number, to: number): Range | null {
  if (tokens[end]?.text !== ',') return null
  let start = end + 1
  while (start < to && tokens[start]!.pos === 'DET') start++
  let last = start
  while (last < to && tokens[last]!.text !== ',') last++
  return start < last && !stop.test(tokens[start]!.lower) ? [start, last] : null
}

const isOffice = (tokens: readonly Token[], [from, to]: Range): boolean => {
  const preposition = tokens.findIndex((t, i) => i > from && i < to && t.pos === 'ADP')
  const last = tokens[(preposition < 0 ? to : preposition) - 1]!
  return titles.has(last.lower.replace(/\.$/, '')) || (last.pos === 'NOUN' && !bodyNoun.test(last.lower))
}
const isPersonName = (tokens: readonly Token[], [from, to]: Range): boolean =>
  to - from <= 4 &&
  !bodyNoun.test(tokens[to - 1]!.text) &&
  tokens.slice(from, to).every((t) => t.pos === 'PROPN' || /^\p{Lu}/u.test(t.text))

const isBodyName = (tokens: readonly Token[], head: Range, after: Range): boolean =>
  bodyNoun.test(tokens[head[1] - 1]!.lower) &&
  tokens[head[1] - 1]!.pos === 'NOUN' &&
  after[1] - after[0] <= 5 &&
  tokens.slice(...after).every((t) => /^\p{Lu}|^(?:of|and|for|the|&)$/u.test(t.text))

// "Officials", "Prosecutors" at the head of a sentence: a capital letter doesn't make a name of them.
const isCommon = (tokens: readonly Token[], [from, to]: Range): boolean =>
  to - from === 1 &&
  from === 0 &&
  /[^s]s$/.test(tokens[from]!.lower) &&
  classify(tokens[from]!.lower, null) !== 'person'

// "Prof. Ada Lund of Vell University": a person ends before "of".
function withoutPlace(tokens: readonly Token[], [from, to]: Range): Range {
  const of = tokens.findIndex((t, i) => i > from && i < to && /^(?:of|from|at)$/.test(t.lower))
  return of > 0 && honorific.test(tokens[from]!.lower) ? [from, of] : [from, to]
}
const honorific = /^(?:mr|mrs|ms|miss|dr|prof|professor|sir|dame|lord|lady)\.?$/

// The last run of proper names, without office words before it; "of" and "the" may stand within one.
function lastName(tokens: readonly Token[], [from, to]: Range): Range | null {
  let end = to
  // A prepositional phrase after a common noun has names that aren't the head: "officials in Moscow".
  const common = tokens.findIndex((t, i) => i >= from && i < to && t.pos === 'NOUN')
  const preposition = tokens.findIndex((t, i) => i > from && i < to && t.pos === 'ADP')
  if (preposition >= 0 && common >= 0 && common < preposition) return null
  if (preposition >= 0 && tokens[preposition]!.lower !== 'of' && tokens[preposition]!.lower !== 'for') end = preposition
  if (tokens[end - 1]?.pos === 'NOUN' && !/^\p{Lu}/u.test(tokens[end - 1]!.text)) return null
  let start = end
  while (start > from && isName(tokens[start - 1]!, tokens, start - 1)) start--
  if (start === end) return null
  // Titles in capital letters belong to the role: "President", "White House Press Secretary".
  let first = start
  const lastTitle = tokens
    .slice(start, end - 1)
    .findLastIndex(
      (t, i) =>
        titles.has(t.lower.replace(/\.$/, '')) &&
        !/^(?:of|and|for|the|white|house|state|of)$/.test(t.lower) &&
        start + i < end - 1,
    )
  if (
    lastTitle >= 0 &&
    end - (start + lastTitle + 1) <= 3 &&
    !bodyNoun.test(tokens[end - 1]!.text) &&
    tokens.slice(start + lastTitle + 1, end).every((t) => t.pos === 'PROPN' || /^\p{Lu}/u.test(t.text)) &&
    !tokens.slice(start, end).some((t) => /^(?:of|and|for|&)$/.test(t.lower))
  )
    first = start + lastTitle + 1
  while (first < end - 1 && tokens[first]!.pos === 'ADP') first++
  return [first, end]
}

function isName(token: Token, tokens: readonly Token[], i: number): boolean {
  if (token.pos === 'PROPN') return true
  if (/^\p{Lu}/u.test(token.text) && token.pos !== 'DET' && token.pos !== 'PRON') return true
  if (/^(?:of|for|the|and|&|de|la|van|von|bin|al|-)$/.test(token.lower))
    return (
      /^\p{Lu}/u.test(tokens[i + 1]?.text ?? '') && /^\p{Lu}/u.test(tokens[i - 1]?.text ?? tokens[i - 2]?.text ?? '')
    )
  return false
}
