import type { Attribution, Span, Words } from '../types.ts'

/** A part of an attribution, as it is marked in the running text. */
export type Role = 'source' | 'cue' | 'content'

/** A stretch to mark: which part it is, and of which attribution, counted from 1. */
export interface Mark {
  readonly span: Span
  readonly role: Role
  readonly number: number
}

/** Text with marks around it: pieces that follow each other, a mark's pieces between its opening and its closing. */
export type Piece =
  | { readonly open: Mark }
  | { readonly close: Mark }
  | { readonly text: string; readonly within: readonly Mark[] }

/** The marks of one attribution. */
export function marksOf(attribution: Attribution, number: number): readonly Mark[] {
  const of = (role: Role, words: readonly Words[]): readonly Mark[] =>
    words
      .filter(({ words, start }) => words !== '' && start >= 0)
      .map(({ words, start }) => ({ span: [start, start + words.length], role, number }))
  return [
    ...of('source', attribution.sourceWords),
    ...of('cue', attribution.cue),
    ...of('content', attribution.content),
  ]
}

/**
 * Cuts a stretch of text at its marks. Where two marks cross, the one that starts later is cut in two, so that
 * brackets always close in the order in which they opened.
 *
 * @param text the whole article
 * @param stretch what is shown of it
 */
export function markUp(text: string, stretch: Span, marks: readonly Mark[]): readonly Piece[] {
  const waiting = marks
    .map((mark) => within(text, mark, stretch))
    .filter((mark) => mark !== null)
    .sort(outerFirst)
  const pieces: Piece[] = []
  const opened: Mark[] = []
  let at = stretch[0]
  const say = (end: number): void => {
    if (end > at) pieces.push({ text: text.slice(at, end), within: [...opened] })
    at = Math.max(at, end)
  }
  const closeUntil = (end: number): void => {
    for (let inner = opened.at(-1); inner && inner.span[1] <= end; inner = opened.at(-1)) {
      say(inner.span[1])
      pieces.push({ close: inner })
      opened.pop()
    }
  }
  while (waiting.length > 0) {
    const mark = waiting.shift()!
    closeUntil(mark.span[0])
    say(mark.span[0])
    const outer = opened.at(-1)
    if (outer && mark.span[1] > outer.span[1]) {
      const rest = within(text, mark, [outer.span[1], stretch[1]])
      const place = rest ? waiting.findIndex((other) => outerFirst(rest, other) < 0) : -1
      if (rest) waiting.splice(place < 0 ? waiting.length : place, 0, rest)
      opened.push({ ...mark, span: [mark.span[0], outer.span[1]] })
    } else opened.push(mark)
    pieces.push({ open: opened.at(-1)! })
  }
  closeUntil(stretch[1])
  say(stretch[1])
  return pieces
}

/** As much of a mark as lies in a stretch, without the white space at its start; null when nothing is left. */
function within(text: string, mark: Mark, stretch: Span): Mark | null {
  const from = Math.max(mark.span[0], stretch[0])
  const to = Math.min(mark.span[1], stretch[1])
  const space = text.slice(from, to).search(/\S/)
  return from >= to || space < 0 ? null : { ...mark, span: [from + space, to] }
}

const outerFirst = (a: Mark, b: Mark): number => a.span[0] - b.span[0] || b.span[1] - a.span[1] || a.number - b.number
