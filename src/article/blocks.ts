import type { PageElement, PageNode } from './dom.ts'

/** One paragraph, heading or list item of a page, as it reads. */
export interface Block {
  /** White space folded to single spaces. Never empty. */
  readonly text: string
  /** How much of `text` stands in links, 0 … 1. */
  readonly linked: number
  /** How much of `text` is bold or italic, 0 … 1. */
  readonly emphasised: number
  /** The element that holds it. */
  readonly element: PageElement
  /** Names of the elements above it, nearest first, up to the element that was read. */
  readonly within: readonly string[]
}

const blockTags = new Set(
  (
    'ADDRESS ARTICLE ASIDE BLOCKQUOTE BODY CAPTION CENTER DD DETAILS DIV DL DT FIELDSET FIGCAPTION FIGURE FOOTER FORM ' +
    'H1 H2 H3 H4 H5 H6 HEADER HR HTML LI MAIN NAV OL P PRE SECTION SUMMARY TABLE TBODY TFOOT THEAD TR UL'
  ).split(' '),
)
const silentTags = new Set(
  'SCRIPT STYLE NOSCRIPT TEMPLATE IFRAME SVG MATH OBJECT EMBED CANVAS VIDEO AUDIO SELECT OPTION TEXTAREA BUTTON INPUT HEAD TITLE META LINK'.split(
    ' ',
  ),
)
const linkTags = new Set(['A'])
const emphasisTags = new Set(['B', 'STRONG', 'EM', 'I'])

/**
 * The blocks of text below an element in the order of the page. A line break ends a block as `</p>` does, unless the
 * sentence runs on after it; the cells of a table's row are one block.
 * Walks with a stack of its own, so nesting can't overflow it.
 */
export function blocksOf(root: PageElement): readonly Block[] {
  const blocks: Block[] = []
  let pieces: { text: string; linked: boolean; emphasised: boolean }[] = []
  let holder: PageElement = root
  const end = () => {
    const block = blockFrom(pieces, holder, root)
    if (block) blocks.push(...block)
    pieces = []
  }
  const steps: Step[] = [{ node: root, linked: false, emphasised: false }]
  for (let step = steps.pop(); step; step = steps.pop()) {
    if ('ends' in step) {
      end()
      holder = step.ends.parentElement ?? root
      continue
    }
    const { node } = step
    if (node.nodeType === 3) pieces.push({ ...step, text: (node.textContent ?? '').replace(/[\s\u200b]+/g, ' ') })
    if (node.nodeType !== 1) continue
    const element = node as PageElement
    const name = element.tagName.toUpperCase()
    if (silentTags.has(name)) continue
    if (name === 'BR') {
      pieces.push({ text: '\n', linked: step.linked, emphasised: step.emphasised })
      continue
    }
    if (blockTags.has(name)) {
      end()
      holder = element
      steps.push({ ends: element })
    }
    if (name === 'TD' || name === 'TH') pieces.push({ text: ' ', linked: false, emphasised: false })
    const linked = step.linked || linkTags.has(name)
    const emphasised = step.emphasised || emphasisTags.has(name)
    // linkedom makes the list anew each time it is asked for.
    const children = element.childNodes
    for (let i = children.length - 1; i >= 0; i--) {
      const child = children[i]
      if (child) steps.push({ node: child, linked, emphasised })
    }
  }
  end()
  return blocks
}

type Step = { readonly node: PageNode; readonly linked: boolean; readonly emphasised: boolean } | { ends: PageElement }

type Piece = { readonly text: string; readonly linked: boolean; readonly emphasised: boolean }

function blockFrom(pieces: readonly Piece[], element: PageElement, root: PageElement): readonly Block[] {
  const found: Block[] = []
  let within: readonly string[] | null = null
  for (const paragraph of atLineBreaks(pieces)) {
    const text = tidy(paragraph.map((piece) => piece.text).join(''))
    if (!text) continue
    within ??= namesAbove(element, root)
    const share = (which: 'linked' | 'emphasised') =>
      lettersIn(paragraph.map((piece) => (piece[which] ? piece.text : '')).join('')) / Math.max(1, lettersIn(text))
    found.push({ text, linked: share('linked'), emphasised: share('emphasised'), element, within })
  }
  return found
}

/** Splits at line breaks, except a single one within a sentence: nothing ends before it, and a small letter follows. */
function atLineBreaks(pieces: readonly Piece[]): readonly (readonly Piece[])[] {
  const paragraphs: Piece[][] = [[]]
  let breaks = 0
  let last = ''
  for (const piece of pieces) {
    if (piece.text === '\n') {
      breaks++
      continue
    }
    if (!piece.text.trim()) {
      paragraphs.at(-1)?.push(piece)
      continue
    }
    const runsOn = breaks === 1 && /[\p{L}\p{N},;–—-]\s*$/u.test(last) && /^\s*\p{Ll}/u.test(piece.text)
    if (breaks > 0 && !runsOn) paragraphs.push([])
    else if (breaks > 0) paragraphs.at(-1)?.push({ ...piece, text: ' ' })
    paragraphs.at(-1)?.push(piece)
    breaks = 0
    last = piece.text.slice(-20)
  }
  return paragraphs
}

function tidy(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}

function lettersIn(text: string): number {
  return text.replace(/\s/g, '').length
}

function namesAbove(element: PageElement, root: PageElement): readonly string[] {
  const names: string[] = []
  for (let at: PageElement | null = element; at; at = at.parentElement) {
    names.push(at.tagName.toUpperCase())
    if (at === root) break
  }
  return names
}
