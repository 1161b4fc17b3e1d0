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
  const wrapped = /<(html|body)[\s>]/i.test(html) ? html : `<!doctype html><html><body>${html}</body></html>`
  const document = parseHTML(wrapped).document as unknown as PageDocument
  checkTree(document)
  return document
}

/** The parser's own time grows with the square of the nesting, so a crude count on the source comes before it. */
function checkSource(html: string): void {
  let tags = 0
  let depth = 0
  for (const [tag] of html.matchAll(/<\/?[a-z]/gi)) {
    depth = tag.startsWith('</') ? Math.max(0, depth - 1) : depth + 1
    // Scripts count here, and tags that are never closed, so both limits are wide.
    if (++tags > 4 * mostElements || depth > mostElements / 2) throw tooMuch(depth > mostElements / 2 ? 'deep' : 'many')
  }
}

function checkTree(document: PageDocument): void {
  const all = document.getElementsByTagName('*')
  if (all.length > mostElements) throw tooMuch('many')
  const depths = new Map<PageElement, number>()
  for (const element of all) {
    const depth = 1 + ((element.parentElement && depths.get(element.parentElement)) ?? 0)
    if (depth > deepest) throw tooMuch('deep')
    depths.set(element, depth)
  }
}

function tooMuch(what: 'deep' | 'many'): InputError {
  return new InputError({
    expected: `a page of at most ${mostElements.toLocaleString('en')} elements, nested at most ${deepest} deep`,
    got: what === 'deep' ? 'one that is nested deeper' : 'one with more',
    advice: 'Paste the text of the article instead',
  })
}
