import { parseHTML } from 'linkedom'
import { InputError } from '../errors.ts'

/** The little of a DOM node that reading a page needs; linkedom brings it, the compiler has no browser types here. */
export interface PageNode {
  readonly nodeType: number
  readonly childNodes: ArrayLike<PageNode>
  readonly parentNode: PageElement | null
  readonly textContent: string | null
}

export interface PageElement extends PageNode {
  /** Upper case for HTML. */
  readonly tagName: string
  readonly children: ArrayLike<PageElement>
  readonly parentElement: PageElement | null
  readonly nextElementSibling: PageElement | null
  readonly previousElementSibling: PageElement | null
  getAttribute(name: string): string | null
  setAttribute(name: string, value: string): void
  querySelector(selector: string): PageElement | null
  querySelectorAll(selector: string): ArrayLike<PageElement> & Iterable<PageElement>
  getElementsByTagName(name: string): ArrayLike<PageElement> & Iterable<PageElement>
  closest(selector: string): PageElement | null
  contains(other: PageNode | null): boolean
  remove(): void
}

export interface PageDocument extends PageElement {
  readonly documentElement: PageElement
  readonly head: PageElement | null
  readonly body: PageElement | null
}

/** More than ten times what the longest article page of a newspaper holds; reading stays within seconds below it. */
const mostElements = 60_000
/** Browsers cut nesting at 512; linkedom doesn't, and what walks the tree slows down with it. */
const deepest = 512

/**
 * Parses a page without running anything of it.
 *
 * @throws InputError for a page with too many or too deeply nested elements, which no article has
 */
export function parsePage(html: string): PageDocument {
  checkSource(html)
  checkAttributes(html)
  const wrapped = /<(html|body)[\s>]/i.test(html) ? html : `<!doctype html><html><body>${html}</body></html>`
  const document = parseHTML(wrapped).document as unknown as PageDocument
  checkTree(document)
  return document
}

/**
 * The parser's own time grows with the square of the nesting, and each `<` and `&` may become a node of its own, so a
 * crude count on the source comes before it. Scripts count here, and tags that are never closed: the limits are wide.
 */
function checkSource(html: string): void {
  let pieces = 0
  let depth = 0
  for (const [piece] of html.matchAll(/<\/?[a-z]?|&/gi)) {
    if (/^<\/./.test(piece)) depth = Math.max(0, depth - 1)
    else if (/^<[a-z]/i.test(piece)) depth++
    if (++pieces > 5 * mostElements || depth > mostElements / 2) throw tooMuch()
  }
}

/** One element with very many attributes is slow too; each is set off by a space, a quotation mark or a slash. */
function checkAttributes(html: string): void {
  for (const [tag] of html.matchAll(/<[a-z][^<>]{100000,}/gi))
    if ((tag.match(/[\s"'/]/g)?.length ?? 0) > mostElements) throw tooMuch()
}

function checkTree(document: PageDocument): void {
  const all = document.querySelectorAll('*')
  if (all.length > mostElements) throw tooMuch()
  const depths = new Map<PageElement, number>()
  for (const element of all) {
    const depth = 1 + ((element.parentElement && depths.get(element.parentElement)) ?? 0)
    if (depth > deepest) throw tooMuch()
    depths.set(element, depth)
  }
}

function tooMuch(): InputError {
  return new InputError({
    expected: `a page of at most ${mostElements.toLocaleString('en')} elements, nested at most ${deepest} deep`,
    got: 'one that goes beyond that',
    advice: 'Paste the text of the article instead',
  })
}
