import { Readability } from '@mozilla/readability'
import { type Block, blocksOf } from './blocks.ts'
import { type PageDocument, type PageElement, parsePage } from './dom.ts'
import { stripPage } from './strip-page.ts'
import { isProse, type Known, trimBlocks } from './trim-blocks.ts'

/** Below this much prose, in characters, other places of the page are tried. */
const tooLittle = 300

/**
 * The blocks of a page that are its article: what Readability takes for it, trimmed. Where that is next to nothing, the
 * part of the page that is marked as the article, or the one with the most prose; at last the text that the page's JSON-LD
 * gives, unless the page says that it must be paid for.
 */
export function mainText(html: string, known: Known, articleBody: string | null): readonly string[] {
  const page = parsePage(html)
  stripPage(page)
  const first = trimBlocks(readable(page), known)
  if (proseIn(first) >= tooLittle) return textOf(first)
  const tried = [textOf(first), ...otherPlaces(html, known), articleBody ? articleBody.split(/\n+/) : []]
  return tried.reduce((best, next) => (lengthOf(next) > 1.5 * lengthOf(best) ? next : best))
}

function readable(page: PageDocument): readonly Block[] {
  const found = new Readability(page as never, { serializer: (node: unknown) => node as PageElement }).parse()
  return found?.content ? blocksOf(found.content as PageElement) : []
}

/** Readability has changed the page, so it is parsed again. */
function otherPlaces(html: string, known: Known): readonly (readonly string[])[] {
  const page = parsePage(html)
  stripPage(page)
  const marked = [...page.querySelectorAll('[itemprop="articleBody"], article, [role="main"], main')].slice(0, 20)
  const places = [...marked, densest(page)].filter((place): place is PageElement => place !== null)
  return places.map((place) =>
    textOf(
      trimBlocks(
        blocksOf(place).filter((block) => block.linked < 0.5),
        known,
      ),
    ),
  )
}

/** The element that holds the most prose as its own children. */
function densest(page: PageDocument): PageElement | null {
  const prose = new Map<PageElement, number>()
  for (const block of page.body ? blocksOf(page.body) : []) {
    const holder = block.element.tagName === 'P' ? block.element.parentElement : block.element
    if (holder && isProse(block)) prose.set(holder, (prose.get(holder) ?? 0) + block.text.length)
  }
  const [best] = [...prose].sort(([, a], [, b]) => b - a)
  return best?.[0] ?? null
}

function textOf(blocks: readonly Block[]): readonly string[] {
  return blocks.map((block) => block.text)
}

function lengthOf(paragraphs: readonly string[]): number {
  return paragraphs.reduce((sum, paragraph) => sum + paragraph.length, 0)
}

function proseIn(blocks: readonly Block[]): number {
  return lengthOf(textOf(blocks.filter(isProse)))
}
