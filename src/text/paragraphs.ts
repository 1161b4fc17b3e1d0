import type { Span } from '../types.ts'

/**
 * The paragraphs of a text: its lines that aren't blank, without the white space around them. Clean text has one
 * paragraph a line; in text that was never cleaned a line break ends a paragraph too, since a sentence that runs across
 * it can't be told from a list.
 *
 * @returns spans in order of place, UTF-16 code units
 */
export function readParagraphs(text: string): readonly Span[] {
  const paragraphs: Span[] = []
  for (const line of text.matchAll(/[^\n\r\u2028\u2029]+/g)) {
    const words = line[0].trim()
    if (words === '') continue
    const start = line.index + line[0].indexOf(words)
    paragraphs.push([start, start + words.length])
  }
  return paragraphs
}
