const segmenter = new Intl.Segmenter()

/** The place itself, or the one before it where it lies within what is seen as one character. */
export function wholeCharacter(text: string, at: number): number {
  const from = Math.max(0, at - 40)
  if (at >= text.length) return text.length
  const before = segmenter.segment(text.slice(from, at + 40)).containing(at - from)
  return from + (before?.index ?? at - from)
}
