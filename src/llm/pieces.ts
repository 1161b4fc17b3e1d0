import { readParagraphs } from '../text/paragraphs.ts'
import type { Span } from '../types.ts'

/** A part of an article as the model is shown it. */
export interface Piece {
  /** UTF-16 code units of the article's text; whole paragraphs, or part of one that is longer than a piece may be. */
  readonly span: Span
  /** What stood before it, for names and pronouns: the article's beginning and the paragraphs just before. */
  readonly before: readonly Span[]
}

/** How many characters a piece may have: about 650 words, whose answer fits into what models write in one go. */
export const mostCharacters = 4000
const contextCharacters = 1000

/**
 * An article's paragraphs in pieces, in order.
 *
 * @param without passages that the model mustn't be shown; they begin and end a piece
 */
export function piecesOf(text: string, without: readonly Span[] = [], most = mostCharacters): readonly Piece[] {
  const paragraphs = readParagraphs(text)
    .flatMap((span) => allowed(span, without))
    .flatMap((span) => cutLong(text, span, most))
  const pieces: Span[] = []
  for (const [start, end] of paragraphs) {
    const last = pieces.at(-1)
    const together = last && end - last[0] <= most && !without.some(([from]) => from >= last[0] && from < start)
    if (together) pieces[pieces.length - 1] = [last[0], end]
    else pieces.push([start, end])
  }
  const shorter = paragraphs.flatMap((span) => cutLong(text, span, contextCharacters / 2))
  return pieces.map((span) => ({ span, before: contextOf(shorter, span[0]) }))
}

function contextOf(paragraphs: readonly Span[], start: number): readonly Span[] {
  const earlier = paragraphs.filter(([, end]) => end <= start)
  const opening = fitting(earlier)
  const nearest = fitting(earlier.slice(opening.length).reverse())
  return [...opening, ...nearest.toReversed()]
}

// As many from the front as fit.
function fitting(paragraphs: readonly Span[]): readonly Span[] {
  let room = contextCharacters
  const end = paragraphs.findIndex(([start, stop]) => {
    room -= stop - start
    return room < 0
  })
  return end < 0 ? paragraphs : paragraphs.slice(0, end)
}

function allowed([start, end]: Span, without: readonly Span[]): readonly Span[] {
  let at = start
  const kept: Span[] = []
  for (const [from, to] of without.filter(([from, to]) => from < end && to > start)) {
    if (from > at) kept.push([at, from])
    at = Math.max(at, to)
  }
  return at < end ? [...kept, [at, end]] : kept
}

// At the last end of a sentence or white space that fits, so that no word and, mostly, no sentence is torn.
function cutLong(text: string, [start, end]: Span, most: number): readonly Span[] {
  if (end - start <= most) return [[start, end]]
  const room = text.slice(start, start + most)
  const at = start + (cutAfter(room, /[.!?]["”’»]?\s/g) ?? cutAfter(room, /\s/g) ?? beforeLowSurrogate(room))
  return [[start, at], ...cutLong(text, [at, end], most)]
}

function cutAfter(room: string, pattern: RegExp): number | undefined {
  const last = [...room.matchAll(pattern)].at(-1)
  return last && last.index + last[0].length
}

const beforeLowSurrogate = (room: string): number => (/[\ud800-\udbff]$/.test(room) ? room.length - 1 : room.length)
