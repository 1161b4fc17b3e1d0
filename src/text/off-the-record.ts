import type { Span } from '../types.ts'
import { readParagraphs } from './paragraphs.ts'

/**
 * The passages of a transcript that are marked off the record: from the words that say so to the end of their paragraph,
 * or to where it is on the record again. Nothing there is a claim, and nobody else is shown it.
 *
 * @returns spans in order of place
 */
export function offTheRecord(text: string, paragraphs: readonly Span[] = readParagraphs(text)): readonly Span[] {
  const spans: Span[] = []
  for (const found of text.matchAll(/\boff the record\b/gi)) {
    const sentenceStart = Math.max(text.lastIndexOf('. ', found.index) + 1, text.lastIndexOf('\n', found.index) + 1)
    const after = found.index + found[0].length
    const next = /\b(?:(off)|(?:back |again )?on) the record\b/gi
    next.lastIndex = after
    const mark = next.exec(text)
    const paragraphEnd = paragraphs.find(([, stop]) => stop >= after)?.[1] ?? text.length
    const end = mark && !mark[1] ? mark.index + mark[0].length : paragraphEnd
    spans.push([sentenceStart, end])
  }
  return spans
}
