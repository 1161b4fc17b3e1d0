import type { Source } from '../../types.ts'
import type { Clause } from '../clauses/clause.ts'
import type { Document, Sentence } from '../document.ts'
import { nounPhrase, nounPhraseBefore, type Range, simpleNounPhrase } from '../noun-phrases.ts'
import type { Token } from '../token.ts'
import { dayOf, withDates } from './dates.ts'
import { edited, type ReferentOf, references, singular } from './references.ts'
import { baseOfGerund, isSeveral, pastOf, presentOf } from './tense.ts'
import { trimRanges } from './tokens.ts'

/** What is denied of what is believed: "Torvia is believed to keep soldiers" as "Torvia keeps soldiers". */
export const withoutBelief = (text: string): string =>
  text.replace(
    /^(.+?) (is|are) (?:widely )?(?:believed|said|thought|reported|understood|alleged) to (\p{L}+)/u,
    (_, subject: string, be: string, verb: string) => `${subject} ${presentOf(verb, be === 'are')}`,
  )

/** What a clause's wording is made from. */
export interface Worded {
  readonly clause: Clause
  /** Token numbers of the clause, trimmed. */
  readonly ranges: readonly Range[]
  /** Whose words they are within quotation marks, or null. */
  readonly speaker: Source | null
  /** Who does what a gerund names ("accused it of smuggling"), or null. */
  readonly doer: string | null
}

/**
 * A clause readable on its own: its words with pronouns and short forms resolved and the subject it shares with its host
 * put before it; hedging adverbs that the label carries are left out. The words as they stand are its evidence.
 */
export function wordingOf(
  document: Document,
  sentence: Sentence,
  { clause, ranges, speaker, doer }: Worded,
  referentOf: ReferentOf,
): string {
  const { tokens } = sentence
  const render = (parts: readonly Range[], before = '') => {
    const edits = references(document, sentence, parts, speaker, referentOf, before)
    return parts.map(([a, b]) => edited(document.text, [tokens[a]!.start, tokens[b - 1]!.end], edits)).join(' ')
  }
  const subject = doer ? null : sharedSubject(sentence, clause)
  const name = subject ? render([subject]) : (doer ?? '')
  const over = isOver(sentence, ranges)
  const plain = withDates(written(render(ranges, name), speaker), dayOf(document.article), over)
  if (doer) {
    if (/^for /.test(plain)) return `${doer} ${isSeveral(doer) ? 'are' : 'is'} to blame ${plain}`
    const [doing] = /^\p{L}+ing(?= )/u.exec(plain) ?? []
    // "of negligence" has no verb: it is the accused's.
    if (!doing) return `${doer}${/s$/.test(doer) ? '’' : "'s"} ${plain}`
    return `${doer} ${presentOf(baseOfGerund(doing), isSeveral(doer))}${plain.slice(doing.length)}`
  }
  if (!subject) return plain
  if (/^\d{1,3}$/.test(plain)) return `${name} is ${plain}`
  if (clause.kind === 'participle') return `${name} ${finite(sentence, clause, name, plain)}`
  const words = tokens.slice(...subject).map((t) => t.lower)
  const isReplaced = words.length === 1 && /^(?:they|we|i)$/.test(words[0]!) && name.toLowerCase() !== words[0]
  return `${name} ${isReplaced ? agreeing(sentence, ranges[0]!, plain) : plain}`
}

// Whether what a clause tells is in the past: its first verb with tense is, or it has none.
function isOver({ tokens, groups }: Sentence, ranges: readonly Range[]): boolean {
  const verb = groups.find((g) => g.finite && ranges.some(([a, b]) => g.from >= a && g.from < b))
  if (!verb) return false
  const first = tokens[verb.from]!.lower
  return (
    /^(?:was|were|had|did)$/.test(first) ||
    (verb.helpers.length === 0 && (/ed$/.test(first) || pastOf(verb.lemma) === first))
  )
}

// As one writes: without the adverbs that the label or the sentence before carries, without "I believe that", and with
// "there is" for "there's".
function written(words: string, speaker: Source | null): string {
  const plain = words
    .replace(/\b(?:reportedly|allegedly|purportedly|supposedly|probably)\s+/gi, '')
    .replace(/ also (?=\p{L})/giu, ' ')
    .replace(/\b(there|that|here|what)['’]s (?=\p{L})/giu, '$1 is ')
  const who = speaker ? `I|we|${speaker.name.replace(/[^\p{L}\p{N} -]/gu, '.')}` : 'I|we'
  return plain.replace(
    new RegExp(`^(?:${who}) (?:just )?(?:believes?|thinks?|thought) (?:that )?(?=\\p{L}+ \\p{L}+)`, 'iu'),
    '',
  )
}

// "[They] call for more" with a name for its subject: "calls for more".
function agreeing({ tokens }: Sentence, [from]: Range, plain: string): string {
  const verb = tokens[from]!
  const one = singular[verb.lower]
  if (one && plain.startsWith(verb.text)) return one + plain.slice(verb.text.length)
  if (verb.pos !== 'VERB' || verb.lower !== verb.lemma || !plain.startsWith(verb.text)) return plain
  return presentOf(verb.lemma, false) + plain.slice(verb.text.length)
}

// A participle clause as a predicate: "founded in 2014" was founded then, "hitting a record" hit it when its host did.
function finite(sentence: Sentence, clause: Clause, subject: string, plain: string): string {
  const several = isSeveral(subject)
  // A year, or "ago", tells when: over, whatever the host's tense.
  const past = clause.host === null || isPast(sentence, clause.host) || /\b(?:1\d|20)\d\d\b|\bago\b/.test(plain)
  const be = past ? (several ? 'were' : 'was') : presentOf('be', several)
  const [word] = /^\p{L}+/u.exec(plain) ?? []
  if (!word || !/ing$/.test(word)) return `${be} ${plain}`
  const lemma = baseOfGerund(word)
  if (lemma === 'be') return `${be}${plain.slice(word.length)}`
  return `${past ? pastOf(lemma) : presentOf(lemma, several)}${plain.slice(word.length)}`
}

function isPast(sentence: Sentence, host: Clause): boolean {
  const verb = sentence.groups.find((g) => g.finite && host.ranges.some(([a, b]) => g.from >= a && g.from < b))
  if (!verb) return true
  const first = sentence.tokens[verb.from]!.lower
  if (/^(?:was|were|had|did)$/.test(first)) return true
  return verb.helpers.length === 0 && first !== verb.lemma && !/(?:[^s]s|^is|^are|^am|^has|^have|^does)$/.test(first)
}

// The host's subject ends at the comma or dash after which the clause was inserted.
function beforeInsertion(tokens: readonly Token[], from: number, at: number): number {
  let end = at
  while (end > from + 1 && !/^[\p{L}\p{N}]/u.test(tokens[end - 1]!.text)) end--
  return end
}

// What "who" or "which" before a token goes back to.
function antecedent(tokens: readonly Token[], at: number): Range | null {
  let before = at - 1
  while (before > 0 && /^(?:who|which|where|when|whose|,|—|–|-|--|―)$/.test(tokens[before]!.lower)) before--
  return nounPhraseBefore(tokens, before + 1)
}

// The subject a clause without one shares with its host; the antecedent of "who" and "which".
function sharedSubject(sentence: Sentence, clause: Clause): Range | null {
  const { tokens, groups } = sentence
  const [range] = trimRanges(sentence, clause.ranges)
  if (!range || clause.host === null) return null
  let at = range[0]
  while (tokens[at]?.pos === 'ADV') at++
  const isAge = clause.kind === 'apposition' && range[1] - range[0] === 1 && /^\d{1,3}$/.test(tokens[range[0]]!.text)
  if (isAge) return nounPhraseBefore(tokens, range[0] - 1)
  const verb = groups.find((g) => g.from === at)
  if (!verb) return null
  if (clause.kind === 'relative') return antecedent(tokens, range[0])
  for (let host: Clause | null = clause.host; host; host = host.host) {
    const [first] = trimRanges(sentence, host.ranges)
    if (!first) continue
    // "which was founded in 1951 and employs 800": both have the antecedent.
    if (host.kind === 'relative' && groups.some((g) => g.from === first[0])) return antecedent(tokens, first[0])
    let start = first[0]
    while (tokens[start]?.pos === 'ADV' || tokens[start]?.text === ',') start++
    if (tokens[start]?.lower === 'there') return null
    const phrase = nounPhrase(tokens, start)
    const main = groups.find((g) => g.finite && g.from >= start)
    if (main && phrase) {
      const own = nounPhraseBefore(tokens, main.from) ?? simpleNounPhrase(tokens, start)
      if (own && own[0] >= first[0])
        return [own[0], own[1] > range[0] ? beforeInsertion(tokens, own[0], range[0]) : own[1]]
    }
  }
  return null
}
