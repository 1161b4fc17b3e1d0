import type { Span } from '../../types.ts'
import type { Document, Sentence } from '../document.ts'
import type { Token } from '../token.ts'

/** The place of tokens `[from, to)` of a sentence in the article, or null when the range is empty. */
export function spanOf(tokens: readonly Token[], from: number, to: number): Span | null {
  const first = tokens[from]
  const last = tokens[to - 1]
  return first && last && from < to ? [first.start, last.end] : null
}

/**
 * The end of content that runs on from a cue: the token number after its last word. A full stop isn't part of indirect
 * content, but of a quotation whose closing mark stands after it.
 */
export function withoutFinalStop(document: Document, sentence: Sentence, from: number, to: number): number {
  const { tokens } = sentence
  let end = to
  while (
    end > from &&
    /^(?:[.;:,]|\.{2,}|…|—|–|--|-)$/.test(tokens[end - 1]!.text) &&
    !document.quoted[tokens[end - 1]!.start]
  )
    end--
  return end
}

/** The outermost quotation that covers an offset, or null. */
export function quotationAt(document: Document, offset: number): Span | null {
  return document.quotations.find(({ span }) => span[0] <= offset && offset < span[1])?.span ?? null
}

/** A quotation and those that continue it in the following paragraphs. */
export function withContinuations(document: Document, span: Span): readonly Span[] {
  const at = document.quotations.findIndex((q) => q.span[0] === span[0])
  const spans: Span[] = [span]
  for (let i = at + 1; at >= 0 && document.quotations[i]?.continues; i++) spans.push(document.quotations[i]!.span)
  return spans
}
