import type { Words } from '../../types.ts'
import type { Clause } from '../clauses/split.ts'
import type { Document, Sentence } from '../document.ts'
import { nounPhrase, nounPhraseBefore, simpleNounPhrase } from '../noun-phrases.ts'
import { baseOfGerund, isSeveral, presentOf } from './tense.ts'
import { trimRanges } from './tokens.ts'

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
  return `${bracket ? `[${subject}]` : subject} ${clause.kind === 'participle' ? `(${plain})` : plain}`
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
      if (own && own[0] >= first[0]) return text(...own)
    }
  }
  return null
}
