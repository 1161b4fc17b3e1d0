import type { Block } from './blocks.ts'
import { fold } from './clean.ts'
import { isCorrection, isRoundAbout } from './round-about.ts'
import { endsArticle, isAboutAuthor, isTailHeading } from './tail.ts'

/** What the page says of itself that helps to tell its article from what stands around it. */
export interface Known {
  readonly title: string | null
  readonly byline: string | null
  /** The page's own summary of the article. */
  readonly description: string | null
  /** Texts that describe pictures (`alt`). */
  readonly pictures: ReadonlySet<string>
}

/**
 * Drops from the blocks of a page what isn't its article: what stands before the headline and the headline itself,
 * captions, links to other stories, requests to subscribe, notes on the author, all that follows "You may also like".
 * Notes of corrections stay. Takes time in proportion to the text.
 */
export function trimBlocks(blocks: readonly Block[], known: Known): readonly Block[] {
  const body = dropTail(dropHead(blocks, known))
  const kept = body.filter(
    (block, i) => isCorrection(block.text) || !(isOut(block, known) || (i < 5 && isByline(block, known))),
  )
  return dropAuthor(dropRepeated(kept), known)
}

/** A paragraph that reads as prose: long enough, mostly not links. */
export function isProse(block: Block): boolean {
  return block.text.length >= 80 && block.linked < 0.5 && /[.!?…。”"’)؟।]/.test(block.text)
}

/** From the headline on, when it stands before the prose does; without summaries, sections and bylines under it. */
function dropHead(blocks: readonly Block[], known: Known): readonly Block[] {
  const title = fold(known.title ?? '')
  const description = fold(known.description ?? '')
  let start = 0
  let prose = 0
  for (const [i, block] of blocks.entries()) {
    if (i > 60 || prose >= 2) break
    const text = fold(block.text)
    if (isTitle(text, title)) start = i + 1
    if (isProse(block)) prose++
  }
  const rest = blocks.slice(start)
  const [first, second] = rest
  // A first paragraph may serve as the summary too; one that stands apart from the text is only that.
  const isSummary = first && second && isSame(fold(first.text), description) && isApart(first, second)
  return isSummary ? rest.slice(1) : rest
}

function isSame(text: string, description: string): boolean {
  return text.length >= 20 && (text === description || (description.length >= 60 && text.startsWith(description)))
}

function isApart(first: Block, second: Block): boolean {
  return (
    !isProse(first) || first.element.tagName !== 'P' || first.element.parentElement !== second.element.parentElement
  )
}

function isTitle(text: string, title: string): boolean {
  if (title.length < 8 || text.length < 8) return false
  if (text === title) return true
  const [short, long] = text.length < title.length ? [text, title] : [title, text]
  return short.length >= 20 && short.length >= 0.6 * long.length && long.includes(short)
}

/**
 * Cuts at the first tail heading that little prose follows: other stories under it are links, then the page ends. Where
 * the article goes on after a few links, heading and links go alone.
 */
function dropTail(blocks: readonly Block[]): readonly Block[] {
  const prose = blocks.map((block) => (isProse(block) ? block.text.length : 0))
  const whole = prose.reduce((sum, length) => sum + length, 0)
  const kept: Block[] = []
  let before = 0
  let letters = 0
  let underHeading = false
  for (const [i, block] of blocks.entries()) {
    const isHeading = i > 0 && isTailHeading(block.text)
    const left = (whole - before) / Math.max(1, whole)
    const goesOn = left > 0.08 && !endsArticle(block.text) && prose.slice(i + 1, i + 6).some((length) => length > 0)
    if (isHeading && letters >= 250 && left <= 0.25 && !goesOn) {
      kept.push(...blocks.slice(i).filter((later) => isCorrection(later.text)))
      break
    }
    const isListed = block.linked >= 0.8 || (block.within.includes('LI') && block.linked >= 0.5)
    underHeading = isHeading || (underHeading && isListed)
    if (!underHeading) kept.push(block)
    before += prose[i] ?? 0
    letters += block.text.length * (1 - block.linked)
  }
  return kept
}

function isOut(block: Block, known: Known): boolean {
  if (isRoundAbout(block.text)) return true
  // A sentence of its own that is nothing but a link leads to another story.
  if (block.linked >= 0.95 && block.text.length >= 25 && !block.within.includes('LI') && !isHeading(block)) return true
  return block.text.length >= 20 && block.text.length <= 600 && known.pictures.has(fold(block.text))
}

function isByline(block: Block, known: Known): boolean {
  const name = fold(known.byline ?? '')
  return name.length >= 6 && block.text.length < 100 && !/[.!?]$/.test(block.text) && fold(block.text).startsWith(name)
}

function isHeading(block: Block): boolean {
  return block.within.some((name) => /^H[1-6]$/.test(name))
}

/** Captions and pulled quotes come twice; the first time counts. */
function dropRepeated(blocks: readonly Block[]): readonly Block[] {
  const seen = new Set<string>()
  return blocks.filter((block) => {
    if (block.text.length < 40) return true
    const text = fold(block.text)
    if (seen.has(text)) return false
    seen.add(text)
    return true
  })
}

function dropAuthor(blocks: readonly Block[], known: Known): readonly Block[] {
  const name = fold(known.byline ?? '')
  const from = Math.max(Math.ceil(blocks.length / 2), blocks.length - 4)
  return blocks.filter((block, i) => {
    // The signature of a post that is shown looks like a way to reach somebody.
    if (i < from || isCorrection(block.text) || block.within.includes('BLOCKQUOTE')) return true
    const byline = name.length >= 6 && fold(block.text).startsWith(name)
    return !isAboutAuthor(block.text, { emphasised: block.emphasised > 0.8, byline })
  })
}
