import {
  bounds,
  type Container,
  componentsV2,
  cutTo,
  type Message,
  type Row,
  type Separator,
  separator,
  type TextDisplay,
  text,
} from './components.ts'

/** One thing in a list that may run over several pages. */
export interface Item {
  /** Stands before the first item of its kind, and again at the top of a page; null for none. */
  readonly heading: string | null
  readonly content: string
}

/** What a message is to say, before it is known how much of it fits. */
export interface Draft {
  /** At the top of the first page; each piece is its own block, divided by a line. */
  readonly lead: readonly string[]
  /** At the top of every other page, in place of the lead. */
  readonly leadAfter: readonly string[]
  readonly items: readonly Item[]
  /** How many of the items may stand on the first page; all where it isn't given. */
  readonly firstPage?: number
  /** At the end of the first page only. */
  readonly close?: string | null
}

/** What fitted on a page. */
export interface Fitted {
  /** From 0; the nearest page there is to the one that was asked for. */
  readonly page: number
  readonly pages: number
  /** Numbers of the items on it. */
  readonly items: readonly number[]
}

/** An item longer than this is cut, so that one of them can't take a page alone. In UTF-16 units. */
const longestItem = 900
// All that stands at the top of a page together, where a list follows.
const longestLead = 2600
// Room for "Page 12 of 34".
const counter = 24

/**
 * Puts a draft into Discord's two totals, which neither its builders nor its schema know: 40 components with all that
 * are nested, 4,000 characters over all text displays. What doesn't fit goes on the next page; nothing is dropped.
 *
 * @param page from 0; beyond the last, the last
 * @param rows buttons and selects of the page, made once it is known what stands on it; at most 12 components
 */
export function fitMessage(
  draft: Draft,
  page: number,
  rows: (fitted: Fitted) => readonly Row[],
): { readonly message: Message; readonly fitted: Fitted } {
  const pages = paginate(draft)
  const at = Math.max(0, Math.min(page, pages.length - 1))
  const items = pages[at]!
  const fitted: Fitted = { page: at, pages: pages.length, items }
  const lead = leadOf(draft, at)
  const list = lines(draft.items, items)
  const close = at === 0 && draft.close ? [draft.close] : []
  const count = pages.length > 1 ? [`-# Page ${at + 1} of ${pages.length}`] : []
  const blocks = [...lead, ...(list === '' ? [] : [list]), ...close.map((words) => cutTo(words, longestItem)), ...count]
  const inside: (TextDisplay | Separator | Row)[] = []
  for (const [i, block] of blocks.entries()) {
    // A line before the list sets it off; the rest reads on.
    if (i > 0 && block === list) inside.push(separator)
    inside.push(text(block))
  }
  const container: Container = { type: 17, components: [...inside, ...rows(fitted)] }
  const message: Message = { flags: componentsV2, components: [container] }
  check(message)
  return { message, fitted }
}

/** Whether all of a draft stands on its first page. */
export const fitsOnePage = (draft: Draft): boolean => paginate(draft).length === 1

function leadOf(draft: Draft, page: number): readonly string[] {
  const out: string[] = []
  let left = draft.items.length > 0 ? longestLead : bounds.text - Math.min(draft.close?.length ?? 0, longestItem)
  for (const piece of page === 0 ? draft.lead : draft.leadAfter) {
    if (piece === '' || left <= 1) continue
    out.push(cutTo(piece, left))
    left -= out.at(-1)!.length
  }
  return out
}

// Greedily, item after item. A first page without room for one item stays without any.
function paginate(draft: Draft): readonly (readonly number[])[] {
  const pages: number[][] = [[]]
  const lengthOf = (page: number) =>
    leadOf(draft, page).reduce(
      (sum, one) => sum + one.length,
      page === 0 ? Math.min(draft.close?.length ?? 0, longestItem) : 0,
    )
  for (const [i] of draft.items.entries()) {
    const page = pages.length - 1
    const list = lines(draft.items, [...pages[page]!, i])
    const full =
      (page === 0 && i >= (draft.firstPage ?? draft.items.length)) ||
      lengthOf(page) + list.length + counter > bounds.text ||
      pages[page]!.length >= bounds.choices
    if (full && (pages[page]!.length > 0 || page === 0)) pages.push([i])
    else pages[page]!.push(i)
  }
  return pages[0]!.length === 0 && pages.length > 1 && draft.lead.length === 0 ? pages.slice(1) : pages
}

function lines(items: readonly Item[], numbers: readonly number[]): string {
  const out: string[] = []
  let heading: string | null = null
  for (const number of numbers) {
    const item = items[number]!
    if (item.heading !== null && item.heading !== heading) out.push(item.heading)
    heading = item.heading
    out.push(cutTo(item.content, longestItem))
  }
  return out.join('\n')
}

/** All components of a message, nested ones too. */
export function countComponents({ components }: { readonly components: readonly unknown[] }): number {
  return components.reduce<number>((sum, one) => {
    const inner = (one as { components?: readonly unknown[] }).components
    return sum + 1 + (inner ? countComponents({ components: inner }) : 0)
  }, 0)
}

/** All characters of a message's text displays, in UTF-16 units: never fewer than Discord counts. */
export function countText({ components }: { readonly components: readonly unknown[] }): number {
  return components.reduce<number>((sum, one) => {
    const { content = '', components: inner } = one as { content?: string; components?: readonly unknown[] }
    return sum + content.length + (inner ? countText({ components: inner }) : 0)
  }, 0)
}

// A draft whose lead or rows alone are too much is a fault of who wrote them; better found here than as a 400.
function check(message: Message): void {
  const [components, characters] = [countComponents(message), countText(message)]
  if (components > bounds.components || characters > bounds.text)
    throw new RangeError(
      `Expected at most ${bounds.components} components and ${bounds.text} characters, got ${components} and ${characters}.`,
    )
}
