import { findWords } from '../claims/find-words.ts'
import type { Span, Words } from '../types.ts'

/**
 * Where words stand that a model says are there: at or after a place in the piece that it was shown where they can be, for
 * it goes through the text in order; else anywhere in the piece, else anywhere in the text. Found as the evidence gate
 * finds them, and given as they stand.
 *
 * @param text the article's text
 * @param from UTF-16 offset in `text`, within the piece
 * @returns the article's words with their place, or the model's with -1 where they don't stand in the article
 */
export function placeFrom(text: string, words: string, piece: Span, from: number): Words {
  const span = findWithin(text, words, [from, piece[1]], -1)
  return span ? { words: text.slice(...span), start: span[0] } : placeNear(text, words, piece, from)
}

/** The same for words that stand right before or after others, such as a cue and what it reports. */
export function placeBeside(text: string, words: string, piece: Span, beside: Words | undefined): Words {
  if (!beside || beside.start < 0) return placeNear(text, words, piece, piece[0])
  const [start, end] = [beside.start, endOf(beside)]
  const before = placeNear(text, words, piece, start)
  const after = placeNear(text, words, piece, end)
  const gap = (one: Words): number => Math.max(start - endOf(one), one.start - end, 0)
  return gap(after) < gap(before) ? after : before
}

function placeNear(text: string, words: string, piece: Span, near: number): Words {
  const span = findWithin(text, words, piece, near) ?? findWords(text, words, near)
  return span ? { words: text.slice(...span), start: span[0] } : { words, start: -1 }
}

function findWithin(text: string, words: string, [from, to]: Span, near: number): Span | null {
  const found = findWords(text.slice(from, to), words, near < 0 ? -1 : Math.max(0, near - from))
  return found && [found[0] + from, found[1] + from]
}

const endOf = ({ words, start }: Words): number => start + words.length
