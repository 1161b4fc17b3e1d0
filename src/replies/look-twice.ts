import type { Article, Claim } from '../types.ts'

/** Something in an article that a desk should look at again; never that it is wrong. */
export type Doubt =
  /** The headline states what the body leaves open, has denied or puts forward unproven. */
  | { readonly kind: 'headline'; readonly claim: Claim }
  /** Two sources give different figures, or one denies what the other says. */
  | { readonly kind: 'differ'; readonly claims: readonly [Claim, Claim] }
  /** An accusation whose target says nothing in the article. */
  | { readonly kind: 'unanswered'; readonly about: string; readonly claims: readonly Claim[] }

// A headline with one of these doesn't state: it reports, hedges, quotes or asks.
const cautious =
  /\b(?:says?|said|tells?|told|claims?|claimed|alleg\w+|accus\w+|charg(?:e|es|ed)|den(?:y|ies|ied)|rejects?|may|might|could|can|likely|possibl\w+|report(?:s|ed|edly)?|warns?|according|suspect\w*|fears?|feared|appears?|seems?|believed|expected|vows?|calls?)\b|["“”‘’?:]|\bto\b(?=\s\p{Ll}+\b)/iu
const enough = 0.6
const most = 3
// Pairs of claims that are held side by side: all of a news story, the first part of a book, which nobody should wait for.
const mostCompared = 50_000

/**
 * What to look at twice, the headline first. Told from the labels and from the words that two passages share, so it may
 * miss much; what it finds is there.
 *
 * @param claims all claims of the article
 * @returns at most three of each kind
 */
export function lookTwice(article: Pick<Article, 'title'>, claims: readonly Claim[]): readonly Doubt[] {
  return [...headline(article.title, claims), ...differing(claims), ...unanswered(claims)]
}

function headline(title: string | null, claims: readonly Claim[]): readonly Doubt[] {
  if (title === null || cautious.test(title)) return []
  const said = stems(title)
  if (said.size < 3) return []
  const near = claims
    .map((claim) => ({ claim, share: shared(said, stemsOf(claim)) / said.size }))
    .filter(({ share }) => share >= enough)
    .sort((a, b) => b.share - a.share)
  const softest = near.find(({ claim }) => /^(?:denied|alleged|open)$/.test(claim.certainty))
  // The body states it elsewhere.
  const firm = near.some(
    ({ claim, share }) =>
      /^(?:stated|confirmed)$/.test(claim.certainty) && softest !== undefined && share >= softest.share,
  )
  return softest && !firm ? [{ kind: 'headline', claim: softest.claim }] : []
}

const haveOtherFigures = (a: ReadonlySet<string>, b: ReadonlySet<string>): boolean =>
  a.size > 0 && b.size > 0 && shared(a, b) === 0

function differing(claims: readonly Claim[]): readonly Doubt[] {
  const said = claims.flatMap((claim) =>
    claim.source
      ? [{ claim, name: claim.source.name, stems: stemsOf(claim), numbers: numbersIn(claim), step: stepOf(claim) }]
      : [],
  )
  const found: Doubt[] = []
  let compared = 0
  for (const [i, a] of said.entries()) {
    for (const b of said.slice(i + 1)) {
      if (found.length >= most || compared >= mostCompared) return found
      if (a.name === b.name) continue
      const denied = (a.claim.certainty === 'denied') !== (b.claim.certainty === 'denied')
      if (!denied && a.step * b.step !== -1 && !haveOtherFigures(a.numbers, b.numbers)) continue
      compared += 1
      const least = Math.min(a.stems.size, b.stems.size)
      if (least < 2 || shared(a.stems, b.stems) / least < enough) continue
      found.push({ kind: 'differ', claims: [a.claim, b.claim] })
    }
  }
  return found
}

const talked = /\b(?:discuss|rais|propos|suggest|consider|offer|request|demand|sought|seek|ask)(?:s|es|ed|ing|e)?\b/i
const settled = /\b(?:agree|accept|decid|approv|sign|commit|pledg|promis|conclud|settl)(?:s|es|d|ed|ing|e|ted|ting)?\b/i

// Two accounts of one meeting often part in a single verb: one side "discussed" what the other "agreed to".
function stepOf(claim: Claim): -1 | 0 | 1 {
  const words = evidenceOf(claim)
  if (settled.test(words) === talked.test(words)) return 0
  return settled.test(words) ? 1 : -1
}

function unanswered(claims: readonly Claim[]): readonly Doubt[] {
  const open = claims.filter(
    // "Other", "police": no name that an answer could be looked for under.
    ({ certainty, about, answer }) =>
      certainty === 'alleged' && answer === 'none in the article' && about !== null && /\p{Lu}|\s/u.test(about),
  )
  return [...Map.groupBy(open, (claim) => claim.about!)]
    .slice(0, most)
    .map(([about, against]) => ({ kind: 'unanswered', about, claims: against }))
}

const small =
  /^(?:the|and|that|this|with|from|have|has|had|was|were|been|for|are|its|his|her|their|they|them|which|would|will|not|but|who|into|than|then|there|about|after|before|over)$/
const wordsIn = (words: string): readonly string[] => words.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []

// Words by their first letters, so that "removed" meets "removing"; small words and figures left out.
const stems = (words: string): ReadonlySet<string> =>
  new Set(
    wordsIn(words)
      .filter((word) => word.length > 2 && !small.test(word) && !/^\p{N}/u.test(word))
      .map((word) => word.slice(0, 5)),
  )
const evidenceOf = (claim: Claim): string => claim.evidence.map(({ words }) => words).join(' ')
const stemsOf = (claim: Claim): ReadonlySet<string> => stems(evidenceOf(claim))
const numbersIn = (claim: Claim): ReadonlySet<string> =>
  new Set(wordsIn(evidenceOf(claim).replace(/(?<=\d)[.,](?=\d)/g, '')).filter((word) => /^\p{N}/u.test(word)))

function shared(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let count = 0
  for (const one of a) if (b.has(one)) count++
  return count
}
