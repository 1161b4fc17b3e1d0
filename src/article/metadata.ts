import { bylineOf } from './byline.ts'
import type { PageDocument } from './dom.ts'
import { outletByHost, pickTitle, splitTitle } from './headline.ts'
import { plainLine } from './plain-line.ts'
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
 *
 * @param url where the page was; its host tells an outlet's name at the end of a title
 */
export function readMetadata(page: PageDocument, url?: string | null): Metadata {
  const structured = readStructured(page)
  const meta = metaOf(page)
  const first = (...names: readonly string[]) => names.map((name) => meta.get(name)).find(Boolean) ?? null
  const documentTitle = plainLine(page.querySelector('title')?.textContent)
  const headline = plainLine(structured?.headline) ?? first('og:title', 'twitter:title', 'dc.title')
  const names = [
    first('og:site_name'),
    plainLine(structured?.publisher),
    first('application-name', 'publisher', 'dc.publisher', 'twitter:app:name:iphone'),
    outletByHost(documentTitle, url),
  ]
  const named = names.find((name) => name && name !== headline && !/^(?:@|https?:|www\.)/.test(name)) ?? null
  const split = splitTitle(documentTitle, named)
  const outlet = named ?? split.outlet
  return {
    title: pickTitle(page, splitTitle(headline ?? split.title, outlet).title),
    outlet,
    byline: bylineOf(
      structured,
      outlet,
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
    description: plainLine(structured?.description) ?? first('og:description', 'description', 'twitter:description'),
    section: plainLine(structured?.section) ?? first('article:section', 'section'),
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
    const content = plainLine(element.getAttribute('content'))
    if (name && content && !meta.has(name)) meta.set(name, content)
  }
  return meta
}

function dateOf(candidates: readonly (string | null)[]): string | null {
  for (const text of candidates) {
    const date = text?.trim()
    // Also what lacks the T or the colon of the zone, which several publishing systems write.
    if (
      date &&
      /^(?:19|20)\d{2}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}|$)/.test(date) &&
      !Number.isNaN(Date.parse(date.replace(' ', 'T')))
    )
      return date.replace(' ', 'T')
    if (date && /^(?:19|20)\d{6}$/.test(date)) return `${date.slice(0, 4)}-${date.slice(4, 6)}-${date.slice(6)}`
  }
  return null
}
