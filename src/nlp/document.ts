import { readParagraphs } from '../text/paragraphs.ts'
import { type Quotation, readQuotations } from '../text/quotations.ts'
import { sentencesIn } from '../text/sentences.ts'
import type { Article, Span } from '../types.ts'
import { tagSentence } from './tag.ts'
import type { Token } from './token.ts'
import { readVerbGroups, type VerbGroup } from './verb-groups.ts'

/** A sentence as the rules see it. Numbers of tokens are within the sentence. */
export interface Sentence {
  readonly index: number
  readonly paragraph: number
  readonly span: Span
  readonly tokens: readonly Token[]
  readonly groups: readonly VerbGroup[]
}

/** An article read once: every rule works on this and on nothing else. */
export interface Document {
  readonly article: Article
  readonly text: string
  readonly paragraphs: readonly Span[]
  readonly sentences: readonly Sentence[]
  /** Outermost quotations only. */
  readonly quotations: readonly Quotation[]
  /** 1 for every UTF-16 unit that stands within quotation marks, marks included. */
  readonly quoted: Uint8Array
}

/**
 * The first of a list in order of place that ends after an offset, found by halves: a long article asks for thousands.
 *
 * @param endOf where an item ends, UTF-16
 * @returns its number; the list's length when all end before
 */
export function firstEndingAfter<T>(list: readonly T[], endOf: (item: T) => number, offset: number): number {
  let low = 0
  let high = list.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (endOf(list[middle]!) > offset) high = middle
    else low = middle + 1
  }
  return low
}

/** The number of the sentence that stands at an offset, or of the next where none does. */
export const sentenceAt = ({ sentences }: Pick<Document, 'sentences'>, offset: number): number =>
  firstEndingAfter(sentences, ({ span }) => span[1], offset)

/** Reads an article into sentences with their words tagged. */
export function readDocument(article: Article): Document {
  const { text } = article
  const paragraphs = readParagraphs(text)
  const quotations = readQuotations(text).filter(({ depth }) => depth === 0)
  const quoted = new Uint8Array(text.length)
  for (const { span } of quotations) quoted.fill(1, ...span)
  const sentences: Sentence[] = []
  for (const [paragraph, span] of paragraphs.entries()) {
    for (const sentence of sentencesIn(text, span)) {
      const tokens = tagSentence(text, sentence)
      sentences.push({ index: sentences.length, paragraph, span: sentence, tokens, groups: readVerbGroups(tokens) })
    }
  }
  return { article, text, paragraphs, sentences, quotations, quoted }
}
