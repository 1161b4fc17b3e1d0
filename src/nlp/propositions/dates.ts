import type { Article } from '../../types.ts'

interface Day {
  readonly year: number
  /** 1 … 12 */
  readonly month: number
  readonly day: number
}

const months = 'January February March April May June July August September October November December'.split(' ')
const weekdays = 'Monday Tuesday Wednesday Thursday Friday Saturday Sunday'.split(' ')

/** The day an article appeared, from its date or its address; null when neither tells. */
export function dayOf({ publishedAt, url }: Pick<Article, 'publishedAt' | 'url'>): Day | null {
  const found =
    /^(\d{4})-(\d{2})-(\d{2})/.exec(publishedAt ?? '') ??
    /\/(20\d{2})[/-](\d{1,2})[/-](\d{1,2})(?=[/-])/.exec(url ?? '')
  if (!found) return null
  const [year, month, day] = found.slice(1).map(Number) as [number, number, number]
  return month >= 1 && month <= 12 && day >= 1 && day <= 31 ? { year, month, day } : null
}

/**
 * Relative dates of a proposition made absolute: "yesterday", "last year", and a weekday alone, which is the last one
 * before the article where the proposition is in the past. Where it isn't, a weekday may be the next or the last: it stays.
 *
 * @param isPast whether what the proposition tells is over
 */
export function withDates(words: string, article: Day | null, isPast: boolean): string {
  if (!article) return words
  const day = (back: number) => write(before(article, back))
  const withWeekdays = isPast
    ? words.replace(
        /\bon (Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)\b(?!,? \d|,? (?:January|February|March|April|May|June|July|August|September|October|November|December))/g,
        (_, name: string) => `on ${name}, ${day((weekdayOf(article) - weekdays.indexOf(name) + 7) % 7)}`,
      )
    : words
  return withWeekdays
    .replace(/\byesterday\b/gi, () => `on ${day(1)}`)
    .replace(
      /\blast month\b/gi,
      () => `in ${months[(article.month + 10) % 12]} ${article.year - (article.month === 1 ? 1 : 0)}`,
    )
    .replace(/\blast year\b/gi, `in ${article.year - 1}`)
    .replace(/\bthis year\b(?!['’])/gi, `in ${article.year}`)
}

const write = ({ year, month, day }: Day): string => `${day} ${months[month - 1]} ${year}`

const lengthOf = (year: number, month: number): number =>
  month === 2
    ? (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
      ? 29
      : 28
    : [4, 6, 9, 11].includes(month)
      ? 30
      : 31

function before({ year, month, day }: Day, back: number): Day {
  if (day > back) return { year, month, day: day - back }
  const [y, m] = month === 1 ? [year - 1, 12] : [year, month - 1]
  return { year: y, month: m, day: lengthOf(y, m) + day - back }
}

// 0 for Monday; Zeller's congruence.
function weekdayOf({ year, month, day }: Day): number {
  const [y, m] = month < 3 ? [year - 1, month + 12] : [year, month]
  const h =
    (day + Math.floor((13 * (m + 1)) / 5) + y + Math.floor(y / 4) - Math.floor(y / 100) + Math.floor(y / 400)) % 7
  return (h + 5) % 7
}
