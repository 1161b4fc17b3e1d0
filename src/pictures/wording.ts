import type { Version } from '../library/types.ts'
import { countLabels, labels } from '../replies/labels.ts'
import { sentenceOf } from '../replies/sentence.ts'
import type { Claim } from '../types.ts'

/** What stands on every picture. */
export const disclaimer = 'What the article says, not whether it is true.'
/** Longest alternative text that Discord takes, in UTF-16 units. */
export const mostAlternative = 1024

/** At most so many UTF-16 units, cut at a whole character, with an ellipsis where it was cut. */
export function shortened(text: string, most: number): string {
  return text.length <= most
    ? text
    : `${text
        .slice(0, most - 1)
        .replace(/[\u{d800}-\u{dbff}]$/u, '')
        .trimEnd()}…`
}

/** The headline, or the article's first words within quotation marks. */
export function headlineOf({ article }: Version, most = 220): string {
  return shortened(article.title ?? `“${shortened(article.text.slice(0, 200).trim(), 90)}”`, most)
}

/** The headline or the first words, in quotation marks either way. */
export const quotedHeadline = (version: Version): string =>
  version.article.title === null ? headlineOf(version) : `“${headlineOf(version, 160)}”`

/** Outlet, byline and day, those that are known. */
export function detailsOf({ article }: Version): string {
  return [article.outlet, article.byline, article.publishedAt?.slice(0, 10)]
    .filter((one) => one)
    .map((one) => shortened(one!, 80))
    .join(' · ')
}

/** "2 Alleged, 7 Attributed". */
export function totalsOf(claims: readonly Claim[]): string {
  if (claims.length === 0) return 'No claim was found in this text'
  return countLabels(claims)
    .map(([certainty, count]) => `${count} ${labels[certainty].words}`)
    .join(', ')
}

/**
 * What a picture says, in words: what it is, totals by label, then claims, the allegations first, as many as fit.
 *
 * @returns at most {@link mostAlternative} UTF-16 units; no claim is cut so that label or source goes
 */
export function alternativeText(what: string, claims: readonly Claim[]): string {
  const head = `${what} ${disclaimer} ${totalsOf(claims)}.`
  const rest = [...claims].sort((a, b) => Number(b.certainty === 'alleged') - Number(a.certainty === 'alleged') || 0)
  let text = shortened(head, mostAlternative)
  for (const claim of rest.slice(0, 12)) {
    const line = ` ${labels[claim.certainty].words}: ${sentenceOf(claim, { most: 240 })}`
    if (text.length + line.length > mostAlternative) break
    text += line
  }
  return text
}
