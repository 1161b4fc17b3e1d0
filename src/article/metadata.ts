import type { PageDocument } from './dom.ts'
import { readStructured, type Structured } from './structured.ts'

/** What a page says of its article beside the text; null where it says nothing. */
export interface Metadata {
  readonly title: string | null
  readonly outlet: string | null
  readonly byline: string | null
  /** As the page gives it when that is ISO 8601, else null. */
  readonly publishedAt: string | null
  readonly description: string | null
  /** Section of the paper ("Opinion"). */
  readonly section: string | null
  /** What the page calls itself: schema.org and OpenGraph types. */
  readonly types: readonly string[]
  /** BCP 47, from `<html lang>`. */
  readonly language: string | null
  readonly structured: Structured | null
}

/**
 * Headline, outlet, byline and date of a page: JSON-LD first, then OpenGraph and other `<meta>`, then the page's
 * `<h1>`, `<time>` and `<title>`.
 */
export function readMetadata(page: PageDocument): Metadata {
  const structured = readStructured(page)
  const meta = metaOf(page)
  const first = (...names: readonly string[]) => names.map((name) => meta.get(name)).find(Boolean) ?? null
  const siteName = first('og:site_name', 'application-name', 'publisher', 'dc.publisher', 'twitter:app:name:iphone')
  const documentTitle = plain(page.querySelector('title')?.textContent)
  const split = splitTitle(documentTitle, siteName ?? structured?.publisher ?? null)
  const outlet = plain(structured?.publisher) ?? siteName ?? split.outlet
  const headline = plain(structured?.headline) ?? first('og:title', 'twitter:title', 'dc.title') ?? split.title
  return {
    title: pickTitle(page, headline && splitTitle(headline, outlet).title),
    outlet,
    byline: bylineOf(
      structured,
      first('author', 'article:author', 'parsely-author', 'sailthru.author', 'dc.creator', 'byl'),
      page,
    ),
    publishedAt: dateOf([
      structured?.datePublished ?? null,
      first(
        'article:published_time',
        'og:article:published_time',
        'datepublished',
        'parsely-pub-date',
        'sailthru.date',
        'dc.date.issued',
        'dc.date',
        'date',
        'pubdate',
        'publishdate',
      ),
      page.querySelector('[itemprop="datePublished"]')?.getAttribute('datetime') ??
        page.querySelector('[itemprop="datePublished"]')?.getAttribute('content') ??
        null,
      page.querySelector('article time[datetime], main time[datetime], time[datetime]')?.getAttribute('datetime') ??
        null,
    ]),
    description: plain(structured?.description) ?? first('og:description', 'description', 'twitter:description'),
    section: plain(structured?.section) ?? first('article:section', 'section'),
    types: [...(structured?.types ?? []), ...(meta.has('og:type') ? [meta.get('og:type') ?? ''] : [])],
    language: page.documentElement?.getAttribute('lang') ?? null,
    structured,
  }
}

function metaOf(page: PageDocument): ReadonlyMap<string, string> {
  const meta = new Map<string, string>()
  for (const element of page.querySelectorAll('meta')) {
    const name = (
      element.getAttribute('property') ??
      element.getAttribute('name') ??
      element.getAttribute('itemprop')
    )?.toLowerCase()
    const content = plain(element.getAttribute('content'))
    if (name && content && !meta.has(name)) meta.set(name, content)
  }
  return meta
}

/** The page's `<h1>` where it and the headline of the metadata say the same: metadata is often cut or adorned. */
function pickTitle(page: PageDocument, headline: string | null): string | null {
  const seen = [...page.getElementsByTagName('h1')]
    .slice(0, 5)
    .map((element) => plain(element.textContent))
    .filter((text): text is string => text !== null && text.length >= 8 && text.length <= 300)
  if (!headline) return seen[0] ?? null
  const words = new Set(wordsOf(headline))
  const same = seen.find((text) => {
    const shared = wordsOf(text).filter((word) => words.has(word)).length
    return shared >= 0.6 * Math.max(words.size, wordsOf(text).length)
  })
  return same ?? headline
}

function wordsOf(text: string): readonly string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
}

/** "Mayor resigns | The Example" and "The Example: Mayor resigns": takes the outlet off when it is known or set off by a bar. */
function splitTitle(
  title: string | null,
  outlet: string | null,
): { readonly title: string | null; readonly outlet: string | null } {
  if (!title) return { title: null, outlet: null }
  const parts = title.split(/\s+[|•·«»–—-]\s+|\s+::\s+/)
  const last = parts.at(-1) ?? ''
  const isOutlet = outlet !== null && sameName(last, outlet)
  const isBarred = /\s[|•·«»]\s[^|•·«»]{2,40}$/.test(title) && last.split(' ').length <= 5
  if (parts.length < 2 || !(isOutlet || isBarred)) return { title, outlet: null }
  return {
    title:
      title
        .slice(0, title.lastIndexOf(last))
        .replace(/\s*[|•·«»:–—-]+\s*$/, '')
        .trim() || title,
    outlet: last,
  }
}

function sameName(a: string, b: string): boolean {
  const [x, y] = [a, b].map((name) => name.toLowerCase().replace(/^the |\.(?:com|org|net)\b|[^\p{L}\p{N}]/gu, ''))
  return (
    x === y || (Math.min(x?.length ?? 0, y?.length ?? 0) >= 4 && Boolean(x?.includes(y ?? '') || y?.includes(x ?? '')))
  )
}

function bylineOf(structured: Structured | null, meta: string | null, page: PageDocument): string | null {
  const authors = [...new Set(structured?.authors ?? [])]
    .map(plain)
    .filter((name): name is string => name !== null && !isAddress(name))
  if (authors.length) return namesToText(authors.map(withoutBy))
  if (meta && !isAddress(meta)) return withoutBy(meta)
  const seen = plain(
    page.querySelector('[rel="author"], [itemprop="author"], [class*="byline"], [class*="author-name"]')?.textContent,
  )
  return seen && seen.length <= 100 && !isAddress(seen) ? withoutBy(seen) : null
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

function dateOf(candidates: readonly (string | null)[]): string | null {
  for (const text of candidates) {
    const date = text?.trim()
    // Also what lacks the T or the colon of the zone, which several publishing systems write.
    if (
      date &&
      /^\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}|$)/.test(date) &&
      !Number.isNaN(Date.parse(date.replace(' ', 'T')))
    )
      return date.replace(' ', 'T')
    if (date && /^\d{8}$/.test(date)) return `${date.slice(0, 4)}-${date.slice(4, 6)}-${date.slice(6)}`
  }
  return null
}

const entities: Readonly<Record<string, string>> = {
  amp: '&',
  quot: '"',
  apos: "'",
  lt: '<',
  gt: '>',
  nbsp: ' ',
  '#39': "'",
  '#039': "'",
  '#x27': "'",
  '#8217': '’',
  '#8216': '‘',
  '#8220': '“',
  '#8221': '”',
}

/** White space folded; entities that were escaped twice resolved; null when nothing is left. */
function plain(text: string | null | undefined): string | null {
  const tidy = (text ?? '')
    .replace(/&(#?\w{2,6});/g, (whole, name: string) => entities[name.toLowerCase()] ?? whole)
    .replace(/<[^<>]*>/g, '')
    .replace(/\s+/g, ' ')
    .trim()
  return tidy || null
}
