import type { Source } from '../../types.ts'
import type { Document, Sentence } from '../document.ts'
import { bodyNoun } from '../lexicon/source-kinds.ts'
import type { Range } from '../noun-phrases.ts'
import type { Reference } from '../sources/resolve.ts'
import type { Token } from '../token.ts'
import { presentOf } from './tense.ts'

/** Words of the article to be replaced in a proposition's wording. */
export interface Edit {
  readonly start: number
  readonly end: number
  readonly by: string
}

/** Tells whom a word means: see `SourceResolver.referentOf`. */
export type ReferentOf = (reference: Reference) => string | null

const first = /^(?:i|me|my|we|us|our)$/
const second = /^(?:you|your)$/
const third = /^(?:he|him|his|she|her|it|its|they|them|their)$/
const subjects = /^(?:i|we|they)$/
const contracted: Readonly<Record<string, string>> = {
  "'re": 'is',
  "'ve": 'has',
  "'m": 'is',
  "'ll": 'will',
  "'d": 'would',
}
/** The verb of one where several stood. */
export const singular: Readonly<Record<string, string>> = { am: 'is', are: 'is', have: 'has', do: 'does', were: 'was' }
// "It was not possible to", "it is likely that", "it rained": nothing is meant by it.
const expletive =
  /^(?:is|was|'s|’s|would|will|may|might|seems|seemed|appears|appeared|remains|remained|takes|took|rains|rained|snowed)$/

/**
 * The edits that make a stretch readable on its own: pronouns, "the company" and bare surnames by the fullest name they
 * stand for, each name once, with the verb's ending that the name asks for.
 *
 * @param ranges token numbers
 * @param speaker whose words it is when it stands in quotation marks: whom "I" and "we" mean
 * @param before what the wording says before it: names told there aren't told again
 */
export function references(
  document: Document,
  sentence: Sentence,
  ranges: readonly Range[],
  speaker: Source | null,
  referentOf: ReferentOf,
  before = '',
): readonly Edit[] {
  const { tokens } = sentence
  const edits: Edit[] = []
  const opening = ranges[0]?.[0]
  let told = before
  for (const [from, to] of ranges) {
    for (let i = from; i < to; i++) {
      const token = tokens[i]!
      const quoted = document.quoted[token.start] === 1
      const words = wordsAt(sentence, i, to, i === opening && before === '')
      const name =
        words && (!first.test(token.lower) || quoted)
          ? referentOf({
              at: i,
              from: opening!,
              sentence,
              speaker: quoted ? speaker : null,
              noun: token.lower === 'the' ? tokens[words[1] - (words[2] ? 2 : 1)]! : null,
            })
          : null
      if (!words || !name || second.test(token.lower) || holds(told, name)) {
        told += ` ${token.text}`
        continue
      }
      const end = tokens[words[1] - 1]!.end
      edits.push({ start: token.start, end, by: words[2] ? possessiveOf(name, document) : name })
      if (subjects.test(token.lower)) edits.push(...agreement(sentence, words[1], to))
      told += ` ${name}`
      i = words[1] - 1
    }
  }
  return edits
}

// The words at a token that may stand for a name: [from, to), and whether they are possessive.
function wordsAt(
  { tokens, groups }: Sentence,
  i: number,
  to: number,
  isSubject: boolean,
): readonly [number, number, boolean] | null {
  const token = tokens[i]!
  const next = tokens[i + 1]
  if (token.lower === 'it' && next && /^(?:rain|snow|hail|thunder)/.test(next.lower)) return null
  if (token.lower === 'it' && next && expletive.test(next.lower) && emptySubject(tokens.slice(i + 1, i + 6)))
    return null
  if (token.text === 'US') return null
  if (first.test(token.lower) || third.test(token.lower)) {
    const owns =
      /^(?:my|our|his|its|their)$/.test(token.lower) ||
      (token.lower === 'her' && next !== undefined && /^(?:NOUN|ADJ|PROPN|NUM)$/.test(next.pos))
    return [i, i + 1, owns]
  }
  if (token.lower === 'the') {
    const noun = bodyAt(tokens, i + 1, to)
    if (noun === null) return null
    const after = tokens[noun + 1]
    if (after && /^['’]s$/.test(after.text) && after.start === tokens[noun]!.end) return [i, noun + 2, true]
    // "the company building" is another thing, and so is "the group of doctors".
    return after &&
      (/^(?:NOUN|PROPN)$/.test(after.pos) || /^(?:of|that|which|who)$/.test(after.lower)) &&
      !groups.some((g) => g.from === noun + 1)
      ? null
      : [i, noun + 1, false]
  }
  // What was introduced by its short name is told by its whole one, wherever it stands.
  if (/^\p{Lu}{2,8}$/u.test(token.text) && !first.test(token.lower)) return [i, i + 1, false]
  // A surname as the subject; further on in the sentence it reads well alone.
  const alone =
    isSubject && token.pos === 'PROPN' && !/^\p{Lu}/u.test(tokens[i - 1]?.text ?? '') && next?.pos !== 'PROPN'
  return alone && !/^[-‐‑–]$/.test(next?.text ?? '') ? [i, i + 1, false] : null
}

// The noun of "the company", "the human rights group", "the London-based group".
function bodyAt(tokens: readonly Token[], from: number, to: number): number | null {
  for (let i = from; i < Math.min(to, from + 5); i++) {
    const { lower, text, pos } = tokens[i]!
    const next = tokens[i + 1]
    if (bodyNoun.test(lower) && text === lower && !(next && bodyNoun.test(next.lower) && next.text === next.lower))
      return i
    const isBased = text === '-' || /\bbased$/.test(lower) || next?.text === '-'
    if (!isBased && !(text === lower && /^(?:NOUN|ADJ|VERB)$/.test(pos))) return null
    if (/(?:er|est)$|^(?:other|same|new|old|first|last|only|whole|entire|two|rival)$/.test(lower)) return null
  }
  return null
}

const emptySubject = (after: readonly { readonly lower: string; readonly pos: string }[]): boolean =>
  after.slice(1).some((t) => /^(?:to|that|possible|likely|clear|unclear|time)$/.test(t.lower)) ||
  after.slice(1, 3).some((t) => t.pos === 'VERB' && /(?:ed|n)$/.test(t.lower))

// "We are" as "The firm is": the verb right after the name, an adverb between them left aside.
function agreement({ tokens, groups }: Sentence, at: number, to: number): readonly Edit[] {
  let i = at
  while (i < to && tokens[i]!.pos === 'ADV') i++
  const verb = tokens[i]
  if (!verb || i >= to) return []
  const edit = (by: string): Edit[] => [{ start: verb.start, end: verb.end, by }]
  const short = contracted[verb.lower.replace('’', "'")]
  if (short) return edit(` ${short}`)
  if (singular[verb.lower]) return edit(singular[verb.lower]!)
  const group = groups.find((g) => g.from === i)
  return group && group.head === i && verb.lower === verb.lemma && verb.pos === 'VERB'
    ? edit(presentOf(verb.lemma, false))
    : []
}

// Once a name was told, its pronouns are clear.
function holds(told: string, name: string): boolean {
  const last = name.split(/\s+/).at(-1)!
  return told.toLowerCase().includes(last.toLowerCase())
}

const possessiveOf = (name: string, document: Document): string =>
  /['’]s?$/.test(name) ? name : `${name}${document.text.includes('’s ') ? '’s' : "'s"}`

/** A stretch of the article with edits made, white space folded. */
export function edited(text: string, [start, end]: readonly [number, number], edits: readonly Edit[]): string {
  let out = ''
  let at = start
  for (const edit of edits) {
    if (edit.start < at || edit.end > end) continue
    out += text.slice(at, edit.start) + edit.by
    at = edit.end
  }
  const whole = (out + text.slice(at, end)).replace(/\s+/g, ' ').trim()
  // A mark whose partner stands in the next claim would end the quotation early or never.
  return (whole.match(/["“”]/g) ?? []).length === 1 ? whole.replace(/["“”]/, '') : whole
}
