import type { PageDocument } from './dom.ts'

/** What a page's JSON-LD says of its article, in schema.org's names. */
export interface Structured {
  readonly types: readonly string[]
  readonly headline: string | null
  readonly authors: readonly string[]
  readonly publisher: string | null
  readonly datePublished: string | null
  readonly description: string | null
  readonly articleBody: string | null
  readonly section: string | null
  /** False when the page says that its text must be paid for. */
  readonly free: boolean
}

type Thing = { readonly [name: string]: unknown }

const articleType = /Article|NewsArticle|BlogPosting|LiveBlogPosting|Report|Review|WebPage/

/**
 * Reads the JSON-LD of a page (schema.org, also within `@graph`) for the thing that is an article. Broken JSON is
 * passed over, as browsers and search engines do.
 *
 * @returns null when no script tells of an article
 */
export function readStructured(page: PageDocument): Structured | null {
  const things: Thing[] = []
  for (const script of page.querySelectorAll('script[type*="ld+json"]')) {
    const json = (script.textContent ?? '').replace(
      /^\s*(?:<!--|\/\*\s*<!\[CDATA\[\s*\*\/)|(?:-->|\/\*\s*\]\]>\s*\*\/)\s*$/g,
      '',
    )
    try {
      collect(JSON.parse(json), things, 0)
    } catch {
      // A page's own mistake; the other sources remain.
    }
  }
  const found =
    things.find((thing) => typesOf(thing).some((type) => articleType.test(type) && type !== 'WebPage')) ??
    things.find((thing) => typesOf(thing).some((type) => articleType.test(type)))
  if (!found) return null
  const publisher = things.find(
    (thing) => thing === found.publisher || thing['@id'] === (found.publisher as Thing)?.['@id'],
  )
  return {
    types: typesOf(found),
    headline: words(found.headline) ?? words(found.name),
    authors: namesOf(found.author, things),
    publisher: words((found.publisher as Thing)?.name) ?? words(publisher?.name),
    datePublished: words(found.datePublished) ?? words(found.dateCreated),
    description: words(found.description),
    articleBody: words(found.articleBody),
    section: Array.isArray(found.articleSection) ? words(found.articleSection[0]) : words(found.articleSection),
    free: !things.some((thing) => /^false$/i.test(String(thing.isAccessibleForFree))),
  }
}

function collect(value: unknown, into: Thing[], depth: number): void {
  if (depth > 6 || into.length > 500) return
  if (Array.isArray(value)) for (const part of value) collect(part, into, depth + 1)
  else if (value && typeof value === 'object') {
    into.push(value as Thing)
    for (const part of Object.values(value)) if (part && typeof part === 'object') collect(part, into, depth + 1)
  }
}

function typesOf(thing: Thing): readonly string[] {
  return [thing['@type']].flat().filter((type): type is string => typeof type === 'string')
}

function namesOf(author: unknown, things: readonly Thing[]): readonly string[] {
  return [author].flat(3).flatMap((one) => {
    const name = words(one) ?? words((one as Thing)?.name)
    if (name) return [name]
    const id = (one as Thing)?.['@id']
    const elsewhere = id ? words(things.find((thing) => thing['@id'] === id && thing.name)?.name) : null
    return elsewhere ? [elsewhere] : []
  })
}

function words(value: unknown): string | null {
  return typeof value === 'string' && value.trim() ? value.trim() : null
}
