import type { Span } from '../types.ts'

// White space and quotation marks are folded one for one, so that a place in the folded text is the same place in the
// article: runs of white space are matched by the pattern below, never collapsed beforehand.
const folds: Readonly<Record<string, string>> = {
  '“': '"',
  '”': '"',
  '„': '"',
  '«': '"',
  '»': '"',
  '‘': "'",
  '’': "'",
  '`': "'",
}
const fold = (text: string): string => text.replace(/[“”„«»‘’`]/g, (mark) => folds[mark] ?? mark)
const escapePattern = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

/**
 * Finds where words stand in a text: at the place they are said to be when they are there to the letter, else the
 * nearest place where they stand with white space and quotation marks folded.
 *
 * @param text the article's text
 * @param words what is sought; empty or blank words are never found
 * @param near UTF-16 offset where they are believed to begin, or -1
 * @returns the span of the words in `text`, or null when they don't stand there
 */
export function findWords(text: string, words: string, near: number): Span | null {
  if (!/\S/.test(words)) return null
  if (near >= 0 && text.startsWith(words, near)) return [near, near + words.length]
  const pattern = new RegExp(fold(words).trim().split(/\s+/).map(escapePattern).join('\\s+'), 'g')
  let best: Span | null = null
  for (const found of fold(text).matchAll(pattern)) {
    const span: Span = [found.index, found.index + found[0].length]
    if (!best || Math.abs(span[0] - near) < Math.abs(best[0] - near)) best = span
    if (near < 0) break
  }
  return best
}
