import type { Version } from '../library/types.ts'
import { countLabels, labels } from '../replies/labels.ts'
import { sentenceOf } from '../replies/sentence.ts'
import type { Claim } from '../types.ts'
import { wholeCharacter } from './whole-character.ts'

/** What stands on every picture. */
export const disclaimer = 'What the article says, not whether it is true.'
/** Longest alternative text that Discord takes, in UTF-16 units. */
const mostAlternative = 1024

/**
 * At most so many UTF-16 units, cut at a whole character, with an ellipsis where it was cut. A letter of a script that is
 * written twice as wide counts for two.
 */
export function shortened(text: string, most: number): string {
  let room = most
  let at = 0
  for (const letter of text.slice(0, most + 1)) {
    room -= Math.max(letter.length, letter.codePointAt(0)! > 0x2e80 ? 2 : 1)
    if (room < 0) return `${text.slice(0, wholeCharacter(text, Math.max(0, at - 1))).trimEnd()}…`
    at += letter.length
  }
  return at >= text.length ? text : `${text.slice(0, wholeCharacter(text, at)).trimEnd()}…`
}

/** The headline, or the article's first words within quotation marks. */
export function headlineOf({ article }: Version, most = 120): string {
  return shortened(article.title ?? `“${shortened(article.text.slice(0, 200).trim(), 90)}”`, most)
}

/** The headline or the first words, in quotation marks either way. */
export const quotedHeadline = (version: Version): string =>
  version.article.title === null ? headlineOf(version) : `“${headlineOf(version, 160)}”`

/** Outlet, byline and day, those that are known. */
export function detailsOf({ article }: Version): string {
  return [article.outlet, article.byline, article.publishedAt?.slice(0, 10)]
    .filter((one) => one)
    .map((one) => shortened(one!, 50))
    .join(' · ')
}

/** "2 Alleged, 7 Attributed"; `without` where there is none. */
export const totalsOf = (claims: readonly Claim[], without = 'No claim was found in this text'): string =>
  countLabels(claims)
    .map(([certainty, count]) => `${count} ${labels[certainty].words}`)
    .join(', ') || without

/** "1 claim more". */
export const claimsMore = (count: number): string => `${count} ${count === 1 ? 'claim' : 'claims'} more`

// Of a claim in an alternative text: its label and source stand at its beginning.
const longestClaim = 300

/**
 * What a picture says, in words: what it is, totals by label, then claims, the allegations first, as many as fit, and
 * how many more there are.
 *
 * @param claims those that it shows
 * @param without what is said where it shows none
 * @returns at most {@link mostAlternative} UTF-16 units; no claim is cut so that label or source goes
 */
export function alternativeText(what: string, claims: readonly Claim[], without?: string): string {
  const allegationsFirst = [...claims].sort(
    (a, b) => Number(b.certainty === 'alleged') - Number(a.certainty === 'alleged'),
  )
  let text = `${what} ${disclaimer} ${totalsOf(claims, without)}.`
  let told = 0
  for (const claim of allegationsFirst) {
    const line = ` ${shortened(`${labels[claim.certainty].words}: ${sentenceOf(claim, { most: 240 })}`, longestClaim)}`
    if (text.length + line.length > mostAlternative - 20) break
    text += line
    told++
  }
  return shortened(told < claims.length ? `${text} And ${claims.length - told} more.` : text, mostAlternative)
}
