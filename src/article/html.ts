import { Readability } from '@mozilla/readability'
import { type Block, blocksOf } from './blocks.ts'
import { type PageDocument, type PageElement, parsePage } from './dom.ts'
import { type Metadata, readMetadata } from './metadata.ts'
import { stripPage } from './strip-page.ts'
import { fold, type Known, trimBlocks } from './trim-blocks.ts'

/** An article as a page holds it, before `clean.ts`. */
export interface PageArticle {
  readonly metadata: Metadata
  readonly paragraphs: readonly string[]
}

/** Finds the article in a page: what Readability takes for it, less what wording and links show to be something else. */
export function articleOfPage(html: string): PageArticle {
  const page = parsePage(html)
  const metadata = readMetadata(page)
  const known: Known = {
    title: metadata.title,
    byline: metadata.byline,
    description: metadata.description,
    pictures: picturesOf(page),
  }
  stripPage(page)
  const blocks = trimBlocks(mainBlocks(page), known)
  return { metadata, paragraphs: blocks.map((block) => block.text) }
}

function mainBlocks(page: PageDocument): readonly Block[] {
  const found = new Readability(page as never, { serializer: (node: unknown) => node as PageElement }).parse()
  return found?.content ? blocksOf(found.content as PageElement) : []
}

function picturesOf(page: PageDocument): ReadonlySet<string> {
  const texts = new Set<string>()
  for (const picture of page.getElementsByTagName('img'))
    for (const name of ['alt', 'title', 'data-caption'])
      texts.add(fold((picture.getAttribute(name) ?? '').slice(0, 700)))
  return texts
}
