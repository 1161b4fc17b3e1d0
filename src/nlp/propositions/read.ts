import type { Proposition, Source, Words } from '../../types.ts'
import { labelOf } from '../certainty.ts'
import { type Clause, splitClauses } from '../clauses/split.ts'
import type { Document, Sentence } from '../document.ts'
import { factualityOf } from '../factuality.ts'
import { type Range, simpleNounPhrase } from '../noun-phrases.ts'
import type { Relation } from '../relation.ts'
import type { Owner } from './paint.ts'
import { rangesWhere, trimRanges, wordsOf } from './tokens.ts'
import { wordingOf } from './wording.ts'
import { isWorthClaiming } from './worth-claiming.ts'

/** A proposition with whose it is: a relation's, or the article's own (null). */
export interface Owned {
  readonly owner: Relation | null
  readonly proposition: Proposition
}

/**
 * The propositions of one sentence. What a relation governs is split by itself; what is left is the article's own
 * voice, with the non-restrictive clauses that stand within indirect speech.
 *
 * @param owners whose each token is, from `paintSentence`
 * @param sourceOf the resolved source of a relation
 */
export function readPropositions(
  document: Document,
  sentence: Sentence,
  owners: readonly Owner[],
  sourceOf: (relation: Relation) => Source | null,
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
      )
    )
      return
    const evidence = wordsOf(document, sentence, kept)
    out.push({
      owner,
      proposition: describe(document, sentence, clause, kept, evidence, owner, owner && sourceOf(owner)),
    })
  }
  for (const relation of new Set(owners.filter((o): o is Relation => o !== null && o !== 'frame'))) {
    for (const range of rangesWhere(tokens.length, (i) => owners[i] === relation)) {
      const whole = governed(document, sentence, relation, range)
      const clauses =
        relation.frame === 'object'
          ? [{ ranges: [whole], kind: 'main', host: null } as const]
          : splitClauses(sentence, ...whole)
      for (const clause of clauses)
        put(isOwnVoice(document, sentence, relation, clause) ? null : relation, clause, clause.ranges)
    }
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
  if (relation.lemma === 'accuse') {
    const of = tokens.findIndex(
      (t, i) => i >= from && i < to && t.lower === 'of' && /ing$/.test(tokens[i + 1]?.lower ?? ''),
    )
    const any = of >= 0 ? of : tokens.findIndex((t, i) => i > from && i < to && t.lower === 'of')
    if (any >= 0) return [any + 1, to]
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
  source: Source | null,
): Proposition {
  const words = evidence.map((e) => e.words).join(' ')
  const label = labelOf(owner, source, words)
  const direct = evidence.every((e) => document.quoted[e.start] === 1)
  const head = sentence.groups.find((g) => ranges.some(([a, b]) => g.from >= a && g.from < b))
  const token = sentence.tokens[head?.head ?? ranges[0]![0]]!
  const first = evidence[0]!
  return {
    text: wordingOf(document, sentence, clause, evidence, direct),
    evidence,
    cue:
      label.hedge && first.words.length > label.hedge.start
        ? { words: label.hedge.words, start: first.start + label.hedge.start }
        : null,
    certainty: label.certainty,
    factuality: factualityOf(document, token.start, token.end),
    about: label.certainty === 'alleged' ? accused(document, sentence, ranges, owner) : null,
  }
}

// Whom an accusation is against: the object of "accuse", else the subject of the clause when it is named.
function accused(
  document: Document,
  sentence: Sentence,
  ranges: readonly Range[],
  owner: Relation | null,
): string | null {
  const { tokens } = sentence
  const text = ([a, b]: Range) =>
    document.text
      .slice(tokens[a]!.start, tokens[b - 1]!.end)
      .replace(/^(?:the|a|an)\s+/i, '')
      .replace(/['’]s?$/, '')
  if (owner && /^(?:accuse|blame|charge|sue)$/.test(owner.lemma) && owner.frame === 'object') {
    const start = tokens.findIndex((t) => t.start >= owner.content[0]![0])
    const phrase = start >= 0 ? simpleNounPhrase(tokens, start) : null
    if (phrase && !tokens.slice(...phrase).every((t) => t.pos === 'PRON')) return text(phrase)
    return null
  }
  const phrase = simpleNounPhrase(tokens, ranges[0]![0])
  if (!phrase || tokens.slice(...phrase).every((t) => t.pos === 'PRON' || t.pos === 'DET')) return null
  // "Amnesty's London office": the one it belongs to counts as well, so the whole phrase stands.
  return text(phrase)
}

// "LONDON (Reuters) — ", "Moscow [Russia], May 19 : ": where and by whom it was filed is no part of the first claim.
const dateline =
  /^(?:[\p{Lu}][\p{L}.'’-]*(?:[ ,]+[\p{Lu}\d][\p{L}\d.'’-]*){0,6}\s*)?(?:[([][^)\]]{2,40}[)\]],?\s*)?(?:[\p{Lu}][\p{L}.]*\s+\d{1,2}\s*)?(?:—|–|--|-|:)\s+(?=[\p{Lu}"“])/u

function datelineEnd(document: Document, sentence: Sentence): number {
  if (sentence.paragraph > 1) return 0
  const found = dateline.exec(document.text.slice(...sentence.span))
  if (!found || !/[([]|^\p{Lu}{3}/u.test(found[0])) return 0
  return Math.max(
    0,
    sentence.tokens.findIndex((t) => t.start >= sentence.span[0] + found[0].length),
  )
}
