import { marked } from 'marked'
import { blocksOf } from './blocks.ts'
import { cleanParagraphs } from './clean.ts'
import { parsePage } from './dom.ts'

/** A document's own text and what it says of itself. */
export interface DocumentText {
  readonly text: string
  readonly title: string | null
  readonly byline?: string | null
  /** ISO 8601 date, or null. */
  readonly publishedAt?: string | null
}

/**
 * Reads Markdown as a reader would see it: marks gone, pictures gone, links as their words. The first heading of the
 * first level is the headline; front matter (`---`) gives headline, author and date.
 */
export function readMarkdown(source: string): DocumentText {
  const { front, body } = splitFrontMatter(source)
  const document = readSimpleHtml(marked.parse(body, { async: false }))
  return {
    text: document.text,
    title: front.get('title') ?? document.title,
    byline: front.get('author') ?? null,
    publishedAt: /^\d{4}-\d{2}-\d{2}/.test(front.get('date') ?? '') ? (front.get('date') ?? null) : null,
  }
}

/** HTML that a converter made: all of it is text, its first `<h1>` the headline. */
export function readSimpleHtml(html: string): DocumentText {
  const page = parsePage(`<html><body>${html}</body></html>`)
  const [headline] = page.getElementsByTagName('h1')
  const title = headline?.textContent?.replace(/\s+/g, ' ').trim() || null
  const blocks = page.body ? blocksOf(page.body).filter((block) => block.element !== headline) : []
  return { text: cleanParagraphs(blocks.map((block) => block.text)), title }
}

function splitFrontMatter(source: string): { readonly front: ReadonlyMap<string, string>; readonly body: string } {
  const found = /^\ufeff?---\r?\n([\s\S]{0,5000}?)\r?\n---\r?\n/.exec(source)
  const front = new Map<string, string>()
  for (const [, name, value] of (found?.[1] ?? '').matchAll(/^(\w+):[ \t]*["']?(.*?)["']?[ \t\r]*$/gm))
    if (name && value) front.set(name.toLowerCase(), value)
  return { front, body: source.slice(found?.[0].length ?? 0) }
}
