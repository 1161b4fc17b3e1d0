import { readSentences } from '../text/sentences.ts'
import type { Article, Claim, Span } from '../types.ts'

/** The sentences of an article in which no claim has its evidence, in order of place. */
export function claimless(article: Article, claims: readonly Claim[]): readonly Span[] {
  const evidence = claims.flatMap((claim) => claim.evidence.map(({ span }) => span)).sort((a, b) => a[0] - b[0])
  let next = 0
  // Sorted by start, so the furthest end seen so far tells whether anything reaches into a sentence.
  let reach = 0
  return readSentences(article.text).filter(([start, end]) => {
    for (; next < evidence.length && evidence[next]![0] < end; next++) reach = Math.max(reach, evidence[next]![1])
    return reach <= start
  })
}
