import type { Article, Attribution, Claim, Evidence, Proposition, Rejection, Source, Words } from '../types.ts'
import { answerTo } from './answer.ts'
import { claimIds } from './claim-ids.ts'
import { findWords } from './find-words.ts'

/**
 * The evidence gate, and the only maker of a {@link Claim}. A proposition whose evidence isn't in the article (white
 * space and quotation marks folded) is turned away and counted; a cue or a mention that isn't there is dropped. What
 * passes carries the article's own words.
 *
 * @param article the text the words must stand in
 * @param attributions what an engine proposes
 * @returns claims in order of place, one for each passage with the same source and label, and what was turned away
 */
export function ground(
  article: Article,
  attributions: readonly Attribution[],
): { readonly claims: readonly Claim[]; readonly rejected: readonly Rejection[] } {
  const rejected: Rejection[] = []
  const drafts: Draft[] = []
  for (const attribution of attributions) {
    for (const proposition of attribution.propositions) {
      const evidence = proposition.evidence.map((words) => evidenceFor(article.text, words))
      const missing = proposition.evidence.find((_, i) => !evidence[i])
      if (missing || evidence.length === 0 || !/\S/.test(proposition.text)) {
        const reason = missing && /\S/.test(missing.words) ? 'not in the article' : 'empty'
        rejected.push({ words: missing?.words ?? proposition.text, reason })
      } else drafts.push(draft(article, attribution, proposition, evidence as Evidence[]))
    }
  }
  const unique = [...new Map(drafts.map((claim) => [fingerprint(claim), claim])).values()].sort(byPlace)
  const ids = claimIds(
    article.id,
    unique.map(({ evidence }) => evidence.map(({ words }) => words).join(' … ')),
  )
  const claims = unique.map((claim, i) => ({ ...claim, id: ids[i] ?? claim.id }))
  return { claims: claims.map((claim) => ({ ...claim, answer: answerTo(claim, claims) })) as Claim[], rejected }
}

/** A claim as it was stored: all its fields, and nobody's word yet that what it quotes stands in the article. */
export type KeptClaim = Plain<Claim>

type Plain<T> = T extends readonly (infer One)[]
  ? readonly Plain<One>[]
  : T extends object
    ? { readonly [Key in keyof T as Key extends symbol ? never : Key]: Plain<T[Key]> }
    : T

/**
 * Claims out of a store, through the gate again: one whose evidence isn't at its place any more is left out, a cue or a
 * mention that isn't there is dropped.
 *
 * @param article the text they were made from
 */
export function regrounded(article: Pick<Article, 'text'>, kept: readonly KeptClaim[]): readonly Claim[] {
  const stands = ({ span, words }: Plain<Evidence>): boolean => article.text.slice(...span) === words
  const source = (one: Plain<Source<Evidence>>) => ({ ...one, mentions: one.mentions.filter(stands) })
  return kept
    .filter(({ evidence }) => evidence.length > 0 && evidence.every(stands))
    .map((claim) => ({
      ...claim,
      cue: claim.cue && stands(claim.cue) ? claim.cue : null,
      source: claim.source && source(claim.source),
      via: claim.via.map(source),
    })) as readonly Plain<Claim>[] as readonly Claim[]
}

// A claim before its neighbours are known: it has neither its final id nor its target's answer.
type Draft = Omit<Claim, keyof { [key: symbol]: true }>

function draft(article: Article, attribution: Attribution, proposition: Proposition, evidence: Evidence[]): Draft {
  const { text } = article
  const cue = proposition.cue ?? attribution.cue[0] ?? null
  return {
    id: '',
    articleId: article.id,
    text: proposition.text,
    evidence: [...evidence].sort((a, b) => a.span[0] - b.span[0]),
    cue: cue && evidenceFor(text, cue),
    source: attribution.source && groundSource(text, attribution.source),
    via: attribution.via.map((source) => groundSource(text, source)),
    speech: attribution.speech,
    certainty: proposition.certainty,
    about: proposition.about,
    answer: null,
    factuality: proposition.factuality,
    confidence: attribution.confidence,
    rule: attribution.rule,
  }
}

function evidenceFor(text: string, { words, start }: Words): Evidence | null {
  const span = findWords(text, words, start)
  return span && ({ span, words: text.slice(...span) } as Evidence)
}

function groundSource(text: string, source: Source): Source<Evidence> {
  return {
    ...source,
    mentions: source.mentions.map((words) => evidenceFor(text, words)).filter((found) => found !== null),
  }
}

const fingerprint = (claim: Draft): string =>
  JSON.stringify([claim.evidence.map(({ span }) => span), claim.source?.name ?? null, claim.certainty])

const byPlace = (a: Draft, b: Draft): number => {
  const [x, y] = [a.evidence[0]?.span ?? [0, 0], b.evidence[0]?.span ?? [0, 0]]
  return x[0] - y[0] || x[1] - y[1]
}
