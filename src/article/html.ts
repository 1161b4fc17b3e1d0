import { InputError } from '../errors.ts'
import { blocksOf } from './blocks.ts'
import { cleanParagraphs, fold, withoutHeadline } from './clean.ts'
import { type PageDocument, parsePage } from './dom.ts'
import { mainText } from './main-text.ts'
import { type Metadata, readMetadata } from './metadata.ts'
import type { Known } from './trim-blocks.ts'
import type { Seen } from './walls.ts'

/** What a page shows. `text` is the clean text of its article, empty when there is none. */
export interface PageArticle extends Seen {
  readonly title: string | null
}

/**
 * Finds the article in a page. Nothing of the page is run or fetched.
 *
 * @param html the page's source
 * @param url where it was, if known
 * @throws InputError for a page that no reader could hold: far too many elements, nested far too deep
 */
export function articleOfPage(html: string, url?: string | null): PageArticle {
  try {
    return read(html, url)
  } catch (error) {
    // Readability walks by recursion here and there; a page made to exhaust it is bad input, no fault of the program.
    if (!(error instanceof RangeError)) throw error
    throw new InputError(
      {
        expected: 'a page that can be read',
        got: 'one that is too large or nested too deep',
        advice: 'Paste the text of the article instead',
      },
      { cause: error },
    )
  }
}

function read(html: string, url: string | null | undefined): PageArticle {
  const page = parsePage(html)
  const metadata = readMetadata(page, url)
  const known: Known = {
    title: metadata.title,
    byline: metadata.byline,
    description: metadata.description,
    pictures: picturesOf(page),
  }
  const { structured } = metadata
  const text = cleanParagraphs(mainText(html, known, structured?.free ? structured.articleBody : null))
  return { title: metadata.title, text: withoutHeadline(text, metadata.title), metadata, ...whatIsThere(page) }
}

function whatIsThere(page: PageDocument): { readonly wholeText: string; readonly linked: number } {
  const blocks = page.body ? blocksOf(page.body) : []
  const letters = blocks.reduce((sum, block) => sum + block.text.length, 0)
  const inLinks = blocks.reduce((sum, block) => sum + block.text.length * block.linked, 0)
  const noscript = [...page.querySelectorAll('noscript')].map((element) => element.textContent ?? '')
  return {
    wholeText: [...blocks.map((block) => block.text), ...noscript].join('\n'),
    linked: inLinks / Math.max(1, letters),
  }
}

/** Descriptions of pictures; pages repeat them as captions. */
function picturesOf(page: PageDocument): ReadonlySet<string> {
  const texts = new Set<string>()
  for (const picture of page.getElementsByTagName('img'))
    for (const name of ['alt', 'title', 'data-caption'])
      texts.add(fold((picture.getAttribute(name) ?? '').slice(0, 700)))
  return texts
}

/** The details of an article that a page's metadata gives. */
export function detailsOf(metadata: Metadata): {
  readonly title: string | null
  readonly outlet: string | null
  readonly byline: string | null
  readonly publishedAt: string | null
} {
  const { title, outlet, byline, publishedAt } = metadata
  return { title, outlet, byline, publishedAt }
}
