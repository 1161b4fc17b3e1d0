import type { Proposition, Source, Span, Words } from '../../types.ts'
import { labelOf } from '../certainty.ts'
import type { Clause } from '../clauses/clause.ts'
import { splitClauses } from '../clauses/split.ts'
import { datelineEnd } from '../dateline.ts'
import type { Document, Sentence } from '../document.ts'
import { reportingVerbs } from '../lexicon/reporting-verbs.ts'
import type { Range } from '../noun-phrases.ts'
import type { Relation } from '../relation.ts'
import { accused } from './accused.ts'
import type { Owner } from './paint.ts'
import type { ReferentOf } from './references.ts'
import { rangesWhere, trimRanges, wordsOf } from './tokens.ts'
import { withoutBelief, wordingOf } from './wording.ts'
import { isWorthClaiming } from './worth-claiming.ts'

/** A proposition with whose it is: a relation's, or the article's own (null). */
export interface Owned {
  readonly owner: Relation | null
  readonly proposition: Proposition
}

/** Who is who, as far as it could be told. */
export interface Known {
  /** The resolved source of a relation. */
  readonly sourceOf: (relation: Relation) => Source | null
  /** The fullest name for words in a sentence, or null when it can't be told. */
  /** How far the article commits to what a word tells of having happened, -3 … +3. */
  readonly factualityAt: (start: number, end: number) => number
  /** Whom a pronoun, a description or a short name means. */
  readonly referentOf: ReferentOf
  readonly nameAt: (span: Span, sentence: Sentence, accuser: string | null) => string | null
}

/**
 * The propositions of one sentence. What a relation governs is split by itself; what is left is the article's own
 * voice, with the non-restrictive clauses that stand within indirect speech.
 *
 * @param owners whose each token is, from `paintSentence`
 * @param answers relations that deny a clause of this sentence in passing; its words stay whosever they were
 */
export function readPropositions(
  document: Document,
  sentence: Sentence,
  owners: readonly Owner[],
  answers: readonly Relation[],
  known: Known,
): readonly Owned[] {
  const { tokens } = sentence
  const out: Owned[] = []
  const put = (owner: Relation | null, clause: Clause, ranges: readonly Range[]) => {
    const kept = trimRanges(sentence, ranges)
    if (
      kept.length === 0 ||
      !isWorthClaiming(
        document,
        sentence,
        kept,
        clause.kind === 'apposition' ||
          /^(?:object|that|clause)$/.test(owner?.frame ?? '') ||
          owner?.frame.startsWith('prep:') === true,
        isBlamed(owner) ? 1 : 2,
      )
    )
      return
    const evidence = wordsOf(document, sentence, kept)
    out.push({
      owner,
      proposition: describe(document, sentence, clause, kept, evidence, owner, known),
    })
  }
  for (const relation of new Set(owners.filter((o): o is Relation => o !== null && o !== 'frame'))) {
    for (const range of rangesWhere(tokens.length, (i) => owners[i] === relation)) {
      const whole = governed(document, sentence, relation, range)
      const clauses =
        relation.frame === 'object'
          ? charges(sentence, relation, whole).map(
              (charge) => ({ ranges: [charge], kind: 'main', host: null }) as const,
            )
          : splitClauses(sentence, ...whole)
      for (const clause of clauses)
        put(isOwnVoice(document, sentence, relation, clause) ? null : relation, clause, clause.ranges)
    }
  }
  for (const answer of answers) {
    const [[start, end]] = answer.content as [Span]
    const denied = rangesWhere(
      tokens.length,
      (i) => tokens[i]!.start >= start && tokens[i]!.end <= end && owners[i] !== 'frame',
    ).at(-1)
    const [main] = denied ? splitClauses(sentence, ...denied) : []
    if (main) put(answer, main, main.ranges)
  }
  const own = (i: number) => owners[i] === null
  if (!tokens.some((_, i) => own(i))) return out
  const framed = owners.some((o) => o === 'frame')
  for (const clause of splitClauses(sentence, datelineEnd(document, sentence), tokens.length)) {
    // The clause that holds the frame is the frame itself: only what hangs on it is a claim.
    const holdsFrame = clause.ranges.some(([a, b]) => owners.slice(a, b).some((o) => o === 'frame'))
    if (framed && holdsFrame) continue
    const ranges = clause.ranges.flatMap(([a, b]) => rangesWhere(tokens.length, (i) => i >= a && i < b && own(i)))
    const left = ranges.reduce((sum, [a, b]) => sum + b - a, 0)
    const all = clause.ranges.reduce((sum, [a, b]) => sum + b - a, 0)
    if (left >= all * 0.7) put(null, clause, ranges)
  }
  return out
}

// Content without its opening words: of an accusation what comes after "of", of "concerns that …" the clause.
function governed(document: Document, sentence: Sentence, relation: Relation, [from, to]: Range): Range {
  const { tokens } = sentence
  if (relation.sentence !== sentence.index) return [from, to]
  if (/^(?:accuse|suspect)$/.test(relation.lemma)) {
    const of = tokens.findIndex((t, i) => i > from && i < to && t.lower === 'of')
    if (of >= 0) return [of + 1, to]
  }
  if (relation.lemma === 'blame') {
    const why = tokens.findIndex((t, i) => i > from && i < to && t.lower === 'for')
    if (why >= 0) return [why, to]
  }
  // "dismissed the pictures as outdated": what they are called isn't what is denied.
  if (relation.frame === 'object' && reportingVerbs[relation.lemma]?.certainty === 'denied') {
    const as = tokens.findIndex((t, i) => i > from && i < to && t.lower === 'as')
    if (as > 0) return [from, as]
  }
  if (relation.lemma === 'cite') {
    const that = tokens.findIndex((t, i) => i >= from && i < to && i - from <= 2 && t.lower === 'that')
    if (that >= 0) return [that + 1, to]
  }
  return [
    datelineEnd(document, sentence) > from && from === 0 ? Math.min(datelineEnd(document, sentence), to) : from,
    to,
  ]
}

// "of negligence and of hiding results": each "of" charges with another thing.
function charges({ tokens }: Sentence, relation: Relation, [from, to]: Range): readonly Range[] {
  if (!/^(?:accuse|suspect)$/.test(relation.lemma)) return [[from, to]]
  const starts = [from]
  for (let i = from + 1; i < to - 1; i++)
    if (tokens[i]!.lower === 'of' && tokens[i - 1]!.pos === 'CCONJ') starts.push(i + 1)
  return starts.map((start, i) => [start, i + 1 < starts.length ? starts[i + 1]! - 1 : to])
}

// In indirect speech that follows its cue a non-restrictive clause is the article's own.
function isOwnVoice(document: Document, sentence: Sentence, relation: Relation, clause: Clause): boolean {
  if (clause.kind === 'main' || clause.kind === 'coordinate')
    return clause.host !== null && clause.kind === 'coordinate' && isOwnVoice(document, sentence, relation, clause.host)
  if (relation.frame === 'closing' || relation.lemma === 'according to' || relation.frame === 'nested') return false
  const first = sentence.tokens[clause.ranges[0]![0]]!
  return document.quoted[first.start] !== 1
}

function describe(
  document: Document,
  sentence: Sentence,
  clause: Clause,
  ranges: readonly Range[],
  evidence: readonly Words[],
  owner: Relation | null,
  known: Known,
): Proposition {
  const words = evidence.map((e) => e.words).join(' ')
  const source = owner && known.sourceOf(owner)
  const label = labelOf(owner, source, words)
  const target = label.certainty === 'alleged' ? accused(document, sentence, ranges, owner) : null
  const against = target && known.nameAt(target, sentence, source?.name ?? null)
  const doer = isBlamed(owner) ? against : null
  const text = wordingOf(document, sentence, { clause, ranges, speaker: source, doer }, known.referentOf)
  const head = sentence.groups.find((g) => ranges.some(([a, b]) => g.from >= a && g.from < b))
  const token = sentence.tokens[head?.head ?? ranges[0]![0]]!
  const first = evidence[0]!
  return {
    text: owner?.frame === 'antecedent' ? withoutBelief(text) : text,
    evidence,
    cue:
      label.hedge && first.words.length > label.hedge.start
        ? { words: label.hedge.words, start: first.start + label.hedge.start }
        : null,
    certainty: label.certainty,
    factuality: known.factualityAt(token.start, token.end),
    about: against,
  }
}

// "accused it of smuggling": the one accused is the subject of what is claimed.
const isBlamed = (owner: Relation | null): boolean =>
  owner !== null && /^(?:accuse|blame|suspect)$/.test(owner.lemma) && owner.frame === 'object'
