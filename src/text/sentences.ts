import type { Span } from '../types.ts'

/** The sentences of a text, in order, each with its place. */
export function readSentences(text: string): readonly Span[] {
  return [...text.matchAll(/[^\n]+/g)].map((line) => [line.index, line.index + line[0].length] as const)
}
