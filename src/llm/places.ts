import { findWords } from '../claims/find-words.ts'
import type { Span, Words } from '../types.ts'

/**
 * Where words stand that a model says are there: in the piece that it was shown where they can be, else anywhere in the
 * text. Found as the evidence gate finds them, and given as they stand.
 *
 * @param near UTF-16 offset to be near to
 * @returns the article's words with their place, or the model's with -1 where they don't stand in the article
 */
export function placeOf(text: string, words: string, piece: Span, near: number): Words {
  const [from, to] = piece
  const here = findWords(text.slice(from, to), words, Math.max(0, near - from))
  const span: Span | null = here ? [here[0] + from, here[1] + from] : findWords(text, words, Math.max(0, near))
  return span ? { words: text.slice(...span), start: span[0] } : { words, start: -1 }
}

/** The same for words that stand right before or after others, such as a cue and what it reports. */
export function placeBeside(text: string, words: string, piece: Span, beside: Words | undefined): Words {
  if (!beside || beside.start < 0) return placeOf(text, words, piece, piece[0])
  const [start, end] = [beside.start, endOf(beside)]
  const before = placeOf(text, words, piece, start)
  const after = placeOf(text, words, piece, end)
  const gap = (one: Words): number => Math.max(start - endOf(one), one.start - end, 0)
  return gap(after) < gap(before) ? after : before
}

const endOf = ({ words, start }: Words): number => start + words.length
