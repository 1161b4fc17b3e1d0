import type { Words } from '../../types.ts'
import type { Clause } from '../clauses/split.ts'
import type { Document, Sentence } from '../document.ts'
import { nounPhrase, nounPhraseBefore, simpleNounPhrase } from '../noun-phrases.ts'
import type { Token } from '../tag.ts'
import { baseOfGerund, isSeveral, pastOf, presentOf } from './tense.ts'
import { trimRanges } from './tokens.ts'

/** What is denied of what is believed: "Torvia is believed to keep soldiers" as "Torvia keeps soldiers". */
export const withoutBelief = (text: string): string =>
  text.replace(
    /^(.+?) (is|are) (?:widely )?(?:believed|said|thought|reported|understood|alleged) to (\p{L}+)/u,
    (_, subject: string, be: string, verb: string) => `${subject} ${presentOf(verb, be === 'are')}`,
  )

/**
 * A clause readable on its own: its words, with the subject it shares with its host put before it; hedging adverbs that
 * the label carries are left out.
 *
 * @param evidence the clause's words
 * @param doer who does what a gerund names ("accused it of smuggling"), or null
 * @param bracket whether what is supplied stands in square brackets, as in direct speech
 */
export function wordingOf(
  document: Document,
  sentence: Sentence,
  clause: Clause,
  evidence: readonly Words[],
  bracket: boolean,
  doer: string | null,
): string {
  const words = evidence
    .map(({ words }) => words)
    .join(' ')
    .replace(/\s+/g, ' ')
  const plain = words.replace(/\b(?:reportedly|allegedly|purportedly|supposedly|probably)\s+/gi, '')
  if (doer) {
    const [doing] = /^\p{L}+ing(?= )/u.exec(plain) ?? []
    if (doing)
      return `${bracket ? `[${doer}]` : doer} ${presentOf(baseOfGerund(doing), isSeveral(doer))}${plain.slice(doing.length)}`
  }
  const subject = sharedSubject(document, sentence, clause)
  if (!subject) return plain
  return `${bracket ? `[${subject}]` : subject} ${clause.kind === 'participle' ? finite(sentence, clause, subject, plain) : plain}`
}

// A participle clause as a predicate: "founded in 2014" was founded then, "hitting a record" hit it when its host did.
function finite(sentence: Sentence, clause: Clause, subject: string, plain: string): string {
  const several = isSeveral(subject)
  const past = clause.host === null || isPast(sentence, clause.host)
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

// The subject a clause without one shares with its host; the antecedent of "who" and "which".
function sharedSubject(document: Document, sentence: Sentence, clause: Clause): string | null {
  const { tokens, groups } = sentence
  const [range] = trimRanges(sentence, clause.ranges)
  if (!range || clause.host === null) return null
  let at = range[0]
  while (tokens[at]?.pos === 'ADV') at++
  const verb = groups.find((g) => g.from === at)
  if (!verb) return null
  const text = (from: number, to: number) => document.text.slice(tokens[from]!.start, tokens[to - 1]!.end)
  if (clause.kind === 'relative') {
    let before = range[0] - 1
    while (before > 0 && /^(?:who|which|where|when|whose|,|—|–|-|--|―)$/.test(tokens[before]!.lower)) before--
    const head = nounPhraseBefore(tokens, before + 1)
    return head && text(...head)
  }
  for (let host: Clause | null = clause.host; host; host = host.host) {
    const [first] = trimRanges(sentence, host.ranges)
    if (!first) continue
    let start = first[0]
    while (tokens[start]?.pos === 'ADV' || tokens[start]?.text === ',') start++
    if (tokens[start]?.lower === 'there') return null
    const phrase = nounPhrase(tokens, start)
    const main = groups.find((g) => g.finite && g.from >= start)
    if (main && phrase) {
      const own = nounPhraseBefore(tokens, main.from) ?? simpleNounPhrase(tokens, start)
      if (own && own[0] >= first[0])
        return text(own[0], own[1] > range[0] ? beforeInsertion(tokens, own[0], range[0]) : own[1])
    }
  }
  return null
}
