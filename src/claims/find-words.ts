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

// Scripts that write words without spaces between them have no edges to look for.
const letter = '[[\\p{L}\\p{M}\\p{N}]--[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Thai}]]'
const beginsInWord = new RegExp(`^${letter}`, 'v')
const endsInWord = new RegExp(`${letter}$`, 'v')

// "40 people" doesn't stand in "140 people", nor in "1,040 people"; "it cost 4" doesn't in "it cost 4.5 million".
const wholeWords = (words: string, pattern: string): string =>
  (beginsInWord.test(words) ? `(?<!${letter})` : '') +
  (/^\p{N}/u.test(words) ? '(?<!\\p{N}[.,])' : '') +
  pattern +
  (endsInWord.test(words) ? `(?!${letter})` : '') +
  (/\p{N}$/u.test(words) ? '(?![.,]\\p{N})' : '')

/**
 * Finds where words stand in a text: at the place they are said to be when they are there to the letter, else the
 * nearest place where they stand with white space and quotation marks folded, no word or number cut.
 *
 * @param text the article's text
 * @param words what is sought; empty or blank words are never found
 * @param near UTF-16 offset where they are believed to begin, or -1
 * @returns the span of the words in `text`, or null when they don't stand there
 */
export function findWords(text: string, words: string, near: number): Span | null {
  if (!/\S/.test(words)) return null
  if (near >= 0 && text.startsWith(words, near)) return [near, near + words.length]
  const sought = fold(words).trim()
  const pattern = new RegExp(wholeWords(sought, sought.split(/\s+/).map(escapePattern).join('\\s+')), 'gv')
  let best: Span | null = null
  for (const found of fold(text).matchAll(pattern)) {
    const span: Span = [found.index, found.index + found[0].length]
    if (!best || Math.abs(span[0] - near) < Math.abs(best[0] - near)) best = span
    if (near < 0) break
  }
  return best
}
