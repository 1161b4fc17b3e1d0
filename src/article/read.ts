import { basename } from 'node:path'
import { InputError } from '../errors.ts'
import type { Article } from '../types.ts'
import { articleOf, type Details } from './article-of.ts'
import { cleanText, splitHeadline, withoutHeadline } from './clean.ts'
import { countWords, wordsCounted } from './count-words.ts'
import { binaryKind, decode } from './decode.ts'
import { readDocument } from './document.ts'
import { type FetchOptions, fetchPage } from './fetch.ts'
import { bytesOf, mostBytes, tooLarge } from './file.ts'
import { formatOf, type Origin } from './format.ts'
import { articleOfPage, detailsOf, type PageArticle } from './html.ts'
import { otherLanguage } from './language.ts'
import type { DocumentText } from './markdown.ts'
import { checkArticle } from './walls.ts'

/** An article, and what a person should know of how it was read, in whole sentences. */
export interface Reading {
  readonly article: Article
  readonly remarks: readonly string[]
}

/** In words; what is shorter says nothing that could be broken down. */
const fewestWords = 3
/** In UTF-16 units. */
const longestDetail = 500

/**
 * Reads text that was pasted. A first line that looks like a headline becomes the title where none is given.
 *
 * @throws InputError for a text of fewer than three words or of more than 5 MB
 */
export async function readText(text: string, details: Details = {}): Promise<Reading> {
  if (Buffer.byteLength(text) > mostBytes) throw tooLarge()
  const clean = cleanText(text)
  const found = details.title === undefined ? splitHeadline(clean) : { title: details.title, text: clean }
  return finish(withoutHeadline(found.text, found.title), { ...details, title: found.title })
}

/**
 * Reads a file: .txt, .md, .html, .htm, .pdf or .docx.
 *
 * @throws InputError for a file that isn't there, can't be opened, is too large or isn't what its name says
 */
export async function readFile(path: string): Promise<Reading> {
  return readBytes(await bytesOf(path), { name: basename(path) })
}

/**
 * Fetches a link and reads the page. The address of the article is the one after all redirects.
 *
 * @throws FetchError for a link that can't or mustn't be fetched, InputError for a page without an article
 */
export async function readLink(url: string, options: FetchOptions = {}): Promise<Reading> {
  const fetched = await fetchPage(url, options)
  const type = fetched.type === 'html' ? 'text/html' : 'text/plain'
  return readBytes(fetched.bytes, { type, charset: fetched.charset, url: fetched.url, fetchedAt: fetched.fetchedAt })
}

/**
 * Reads a page's source.
 *
 * @throws InputError that says what was found where the page has no article: a wall, a list of links
 */
export async function readHtml(
  html: string,
  from: { readonly url?: string | undefined; readonly fetchedAt?: string | undefined } = {},
): Promise<Reading> {
  if (Buffer.byteLength(html) > mostBytes) throw tooLarge()
  const page = articleOfPage(html, from.url)
  const remark = checkArticle(page)
  const { types, section } = page.metadata
  const reading = finish(page.text, {
    ...detailsOf(page.metadata),
    types,
    section,
    url: from.url,
    fetchedAt: from.fetchedAt,
  })
  return remark ? { ...reading, remarks: [remark, ...reading.remarks] } : reading
}

/**
 * Reads a page for measuring: whatever text is found, without a judgement on whether it is an article.
 *
 * @param page source, or bytes in whatever encoding they are
 * @throws InputError for a page that can't be parsed within bounds
 */
export async function readPage(
  page: string | Uint8Array,
  from: { readonly url?: string | undefined; readonly charset?: string | null | undefined } = {},
): Promise<PageArticle> {
  return articleOfPage(typeof page === 'string' ? page : decode(page, from), from.url)
}

/**
 * Reads bytes by what they are said to be: an attachment, a fetched page, a file.
 *
 * @throws InputError for what is too large, of another format, or not what it is said to be
 */
export async function readBytes(bytes: Uint8Array, origin: Origin = {}): Promise<Reading> {
  if (bytes.length > mostBytes) throw tooLarge()
  const from = { url: origin.url, fetchedAt: origin.fetchedAt }
  const format = formatOf(bytes, origin)
  if (format === 'pdf' || format === 'docx') return fromDocument(await readDocument({ format, bytes }), from)
  const binary = binaryKind(bytes)
  if (binary)
    throw new InputError({
      expected: 'text',
      got: `${binary}${origin.name ? ` named ${origin.name}` : ''}`,
      advice: origin.url ? 'Link the page of the article' : 'Give the file its right ending, or paste its text',
    })
  const text = decode(bytes, origin)
  if (format === 'html') return readHtml(text, from)
  if (format === 'markdown') return fromDocument(await readDocument({ format, text }), from)
  return readText(text, from)
}

function fromDocument(document: DocumentText, details: Details): Reading {
  const { byline, publishedAt } = document
  const found = document.title === null ? splitHeadline(document.text) : { title: document.title, text: document.text }
  const title = found.title && cleanText(found.title).replaceAll('\n\n', ' ')
  return finish(withoutHeadline(found.text, title), { ...details, title, byline, publishedAt })
}

/** What is longer than any headline or byline is none, whatever the page calls it. */
function lineOf(line: string | null | undefined): string | null {
  return line && line.length <= longestDetail ? line : null
}

function finish(text: string, details: Details): Reading {
  const words = countWords(text)
  if (words < fewestWords)
    throw new InputError({
      expected: 'the text of an article, a few sentences at least',
      got: wordsCounted(words),
      advice: 'Paste the whole text, attach a file, or link the page',
    })
  // A document unpacks to more than its file.
  if (Buffer.byteLength(text) > mostBytes) throw tooLarge()
  const language = otherLanguage(text)
  const remarks = language
    ? [`This text is in ${language}; Hearsay reads English, so only what can be is broken down.`]
    : []
  const { title, outlet, byline } = details
  const lines = { title: lineOf(title), outlet: lineOf(outlet), byline: lineOf(byline) }
  return { article: articleOf(text, { ...details, ...lines }), remarks }
}
