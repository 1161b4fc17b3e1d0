import type { PageDocument } from './dom.ts'
import { plainLine } from './plain-line.ts'
import type { Structured } from './structured.ts'

/**
 * Who wrote the article: from JSON-LD, from `<meta>`, or where the page marks a byline. What publishing systems append
 * (date, account, time to read) is cut off; the outlet's own name is no byline.
 */
export function bylineOf(
  structured: Structured | null,
  outlet: string | null,
  meta: string | null,
  page: PageDocument,
): string | null {
  const authors = [...new Set(structured?.authors ?? [])].map(namesIn).filter((name) => name !== null)
  const marked = page.querySelector('[rel="author"], [itemprop="author"], [class*="byline"], [class*="author-name"]')
  const byline = authors.length ? namesToText(authors) : (namesIn(meta) ?? namesIn(marked?.textContent))
  return byline && byline.toLowerCase() !== outlet?.toLowerCase() ? byline : null
}

const appended =
  /\s+(?:@\w|\||[•·]|\d|(?:published|updated|posted|on|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?,?\s+(?:\d|[a-z]+\s+\d)).*$/i

/** @returns null for an address, for several sections put together, and for what is too long for names */
function namesIn(text: string | null | undefined): string | null {
  const names = withoutBy(plainLine(text) ?? '')
    .replace(appended, '')
    .trim()
  const isNames = names.length >= 2 && names.length <= 120 && !isAddress(names)
  return isNames ? names : null
}

function namesToText(names: readonly string[]): string {
  return names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`
}

function withoutBy(text: string): string {
  return text.replace(/^(?:written )?by:?\s+/i, '').trim()
}

function isAddress(text: string): boolean {
  return /^(?:https?:|www\.|@)/i.test(text)
}
