import type { Article } from '../types.ts'

/** The words and numbers that an article gives, for telling what a model added. */
export interface Vocabulary {
  /** In small letters, without an ending 's. */
  readonly words: ReadonlySet<string>
  /** Year of publication, or null. */
  readonly year: number | null
}

const months =
  /^(?:january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)$/
const days = /^(?:mon|tues|wednes|thurs|fri|satur|sun)days?$/
const word = /\p{N}+(?:[.,]\p{N}+)*|[\p{L}\p{M}]+(?:['’]s\b)?/gu

/** The words of text, headline, outlet, author, date and address. */
export function vocabularyOf({ text, title, outlet, byline, publishedAt, url }: Article): Vocabulary {
  const all = [text, title, outlet, byline, publishedAt, url].filter((one) => one !== null).join('\n')
  const year = Number(publishedAt?.slice(0, 4))
  return { words: new Set((all.match(word) ?? []).map(bare)), year: Number.isInteger(year) && year > 0 ? year : null }
}

/**
 * The names and numbers in a model's wording that the article doesn't give: words with a capital letter, and figures. Days
 * and months that the date of publication lets one work out aren't among them.
 *
 * @param isName whether the wording is a name, whose first word counts too; that of a sentence has a capital anyway
 */
export function additionsTo({ words, year }: Vocabulary, wording: string, isName = false): readonly string[] {
  const found = wording.match(word) ?? []
  const isCapital = (one = ''): boolean => /^\p{Lu}/u.test(one)
  return found.filter((one, i) => {
    if (words.has(bare(one))) return false
    if (/^\p{N}/u.test(one)) {
      const isDay = /^\d\d?$/.test(one) && [found[i - 1], found[i + 1]].some((next) => months.test(bare(next)))
      return year === null || !(isDay || Math.abs(Number(one) - year) <= 1)
    }
    if (!isCapital(one) || (year !== null && (months.test(bare(one)) || days.test(bare(one))))) return false
    // "The pier fell" begins with a capital; "Odd Renner fell" begins with a name.
    return isName || i > 0 || isCapital(found[1])
  })
}

const negation = /\b(?:not|never|no|nobody|nothing|none|neither|nor|nowhere|cannot|without)\b|n['’]t\b/i

/** Whether one of two wordings says no and the other doesn't. */
export const differInNegation = (a: string, b: string): boolean => negation.test(a) !== negation.test(b)

const bare = (one = ''): string => {
  const small = one.toLowerCase().replace(/['’]s$/, '')
  return /^\p{N}/u.test(small) ? small.replace(/,(?=\p{N}{3})/gu, '') : small
}
