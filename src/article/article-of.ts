import { createHash } from 'node:crypto'
import type { Article, ArticleKind } from '../types.ts'
import { guessKind } from './kind.ts'

/** What is known of a text beside its words; whatever is left out is null, and `id` and `kind` are made from the text. */
export interface Details {
  readonly id?: string | undefined
  readonly kind?: ArticleKind | undefined
  readonly title?: string | null | undefined
  readonly outlet?: string | null | undefined
  readonly byline?: string | null | undefined
  readonly url?: string | null | undefined
  /** What the page calls itself (schema.org, OpenGraph), and its section of the paper; only for the guess at the kind. */
  readonly types?: readonly string[] | undefined
  readonly section?: string | null | undefined
  /** ISO 8601 date or date-time. */
  readonly publishedAt?: string | null | undefined
  /** ISO 8601 date-time. */
  readonly fetchedAt?: string | null | undefined
}

/**
 * Makes an article of a text that is taken as it is: not a character of it is changed, so offsets measured on the text
 * hold in the article. Whoever has a text from outside calls `read.ts` instead, which cleans it first.
 *
 * @param text any string
 * @returns the first version of the article; the id is derived from address and text when none is given
 */
export function articleOf(text: string, details: Details = {}): Article {
  const url = details.url ?? null
  const title = details.title ?? null
  const outlet = details.outlet ?? null
  return {
    id: details.id ?? shortId(url, text),
    kind: details.kind ?? guessKind({ text, title, url, types: details.types, section: details.section }),
    title,
    outlet,
    byline: details.byline ?? null,
    url,
    publishedAt: details.publishedAt ?? null,
    fetchedAt: details.fetchedAt ?? null,
    text,
    contentHash: sha256(text),
    version: 1,
    supersedes: null,
    addedBy: null,
    addedIn: null,
    addedAt: null,
  }
}

/** Ten hex digits of the SHA-256 of address and text: short enough to type, one clash expected in about a million articles. */
function shortId(url: string | null, text: string): string {
  return sha256(`${url ?? ''}\n${text}`).slice(0, 10)
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}
