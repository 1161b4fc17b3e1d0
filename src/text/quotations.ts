import type { Span } from '../types.ts'
import { readParagraphs } from './paragraphs.ts'

/** Words within quotation marks. */
export interface Quotation {
  /** With its marks. A quotation that runs across paragraphs has one entry a paragraph. */
  readonly span: Span
  /** Without its marks. */
  readonly inner: Span
  /** 0 for a quotation in the article's own text, 1 for one within it. */
  readonly depth: number
  /** False when the closing mark is missing: it ends with its paragraph. */
  readonly closed: boolean
  /** True when it goes on from the quotation that the paragraph before left open. */
  readonly continues: boolean
}

type Side = 'open' | 'close'
interface Mark {
  readonly at: number
  readonly length: number
  readonly level: 'double' | 'single'
  readonly side: Side | 'either'
}

const marks = /''|``|["“”„«»‘’']/g
const curly: Readonly<Record<string, readonly [Mark['level'], Side]>> = {
  '“': ['double', 'open'],
  '„': ['double', 'open'],
  '«': ['double', 'open'],
  '``': ['double', 'open'],
  '”': ['double', 'close'],
  '»': ['double', 'close'],
  '‘': ['single', 'open'],
}

/**
 * The quotations of a text, nested ones too, curly and straight; apostrophes are told apart. By the printers' rule a
 * paragraph that ends within a quotation leaves it open and the next begins with a mark again: such a paragraph's
 * quotation `continues` the one before. A mark without its counterpart opens a quotation to the end of its paragraph.
 *
 * @param text any text; never throws
 * @returns quotations in order of their opening marks
 */
export function readQuotations(text: string): readonly Quotation[] {
  const all: Quotation[] = []
  let open = false
  for (const paragraph of readParagraphs(text)) {
    const found = quotationsIn(text, paragraph)
    const first = found[0]
    for (const quotation of found) {
      const continues = open && quotation === first && quotation.span[0] === paragraph[0]
      all.push({ ...quotation, continues })
    }
    const last = found.findLast(({ depth }) => depth === 0)
    open = last !== undefined && !last.closed
  }
  return all
}

function quotationsIn(text: string, paragraph: Span): readonly Quotation[] {
  const found: { span: [number, number]; inner: [number, number]; depth: number; closed: boolean }[] = []
  const stack: { mark: Mark; entry: (typeof found)[number] }[] = []
  // How many of each level are open: nothing is looked for in a deep stack that isn't there.
  const open = { double: 0, single: 0 }
  const close = (end: number, innerEnd: number, closed: boolean) => {
    const top = stack.pop()
    if (!top) return
    open[top.mark.level]--
    top.entry.span[1] = end
    top.entry.inner[1] = innerEnd
    top.entry.closed = closed
  }
  for (const mark of marksIn(text, paragraph)) {
    const side = mark.side === 'either' ? sideOf(text, mark, paragraph, open[mark.level] > 0) : mark.side
    if (side === 'open') {
      const inside = mark.at + mark.length
      // The same level opening twice is a closing mark forgotten: the older quotation ends here.
      if (stack.at(-1)?.mark.level === mark.level && mark.level === 'double') close(mark.at, mark.at, false)
      const entry = {
        span: [mark.at, paragraph[1]] as [number, number],
        inner: [inside, paragraph[1]] as [number, number],
        depth: stack.length,
        closed: false,
      }
      found.push(entry)
      stack.push({ mark, entry })
      open[mark.level]++
    } else {
      if (open[mark.level] === 0) continue
      const level = stack.findLastIndex((s) => s.mark.level === mark.level)
      // Whatever was opened within it and never closed ends here as well.
      while (stack.length > level + 1) close(mark.at, mark.at, false)
      close(mark.at + mark.length, mark.at, true)
    }
  }
  // A single mark that nothing closes is an apostrophe, not a quotation.
  const unclosed = new Set(stack.filter((s) => s.mark.level === 'single').map((s) => s.entry))
  return found
    .filter((entry) => !unclosed.has(entry) && /\S/.test(text.slice(...entry.inner)))
    .map((entry) => ({ ...entry, continues: false }))
}

function marksIn(text: string, [from, to]: Span): readonly Mark[] {
  const found: Mark[] = []
  for (const match of text.slice(from, to).matchAll(marks)) {
    const at = from + match.index
    const known = curly[match[0]]
    const single = match[0] === "'" || match[0] === '’' || match[0] === '‘'
    if (single && isApostrophe(text, at)) continue
    if (known && !misprinted(text, at, known[1]))
      found.push({ at, length: match[0].length, level: known[0], side: known[1] })
    else if (match[0] === '’') found.push({ at, length: 1, level: 'single', side: 'close' })
    else found.push({ at, length: match[0].length, level: single ? 'single' : 'double', side: 'either' })
  }
  return found
}

// An opening mark typed where only a closing one can stand ("like this,“ she said"), and the reverse.
const misprinted = (text: string, at: number, side: Side): boolean => {
  const [before, after] = [text[at - 1] ?? ' ', text[at + 1] ?? ' ']
  return side === 'open' ? /\S/.test(before) && /\s/.test(after) : /\s/.test(before) && /[\p{L}\p{N}]/u.test(after)
}

// Within a word ("don't", "O'Neill"), before a decade ("'90s") or in a clipped word ("'em"). A mark after a final s may
// be a possessive ("the workers' union"): it stays a mark and closes only what is open.
function isApostrophe(text: string, at: number): boolean {
  const before = text[at - 1] ?? ' '
  const after = text[at + 1] ?? ' '
  if (/[\p{L}\p{N}]/u.test(before) && /[\p{L}\p{N}]/u.test(after)) return true
  return /^.(?:\d0s|em\b|til\b|cause\b|n['’]|tis\b|twas\b|round\b)/iu.test(text.slice(at, at + 7))
}

// A straight mark opens after white space or an opening bracket and before a word, closes after a word or a stop. Where
// both or neither fit, it closes what is open.
function sideOf(text: string, mark: Mark, [from, to]: Span, isOpen: boolean): Side {
  const before = mark.at === from ? ' ' : (text[mark.at - 1] ?? ' ')
  const after = mark.at + mark.length >= to ? ' ' : (text[mark.at + mark.length] ?? ' ')
  const mayOpen = /[\s([{—–\-/:“‘'"]/.test(before) && /\S/.test(after)
  const mayClose = /\S/.test(before) && /[\s\p{P}]/u.test(after)
  if (mayOpen && !mayClose) return 'open'
  if (mayClose && !mayOpen) return 'close'
  return isOpen ? 'close' : 'open'
}
