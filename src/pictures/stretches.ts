import { type Numbered, startOf } from './passages.ts'

// How many units one line of a picture's text holds, and how many claims of a paragraph are noted in its margin.
const unitsPerLine = 53
/** Claims of one paragraph that are noted in the margin; it says how many more there are. */
export const notesPerParagraph = 10
/** Where hundreds of claims begin at one word, their numbers would push the text away. */
export const tagsPerPlace = 3

/** Where a picture that begins at `start` ends, at a paragraph's, a sentence's or a word's end. UTF-16 units of `text`. */
export function endOfPart(text: string, claims: readonly Numbered[], start: number, lines: number): number {
  const end = endWithin(text, claims, start, lines)
  if (end >= text.length) return text.length
  const least = start + (end - start) * 0.6
  const paragraph = text.lastIndexOf('\n\n', end)
  if (paragraph > least) return paragraph
  const sentences = [...text.slice(start, end).matchAll(/[.!?]["”’)]?(?=\s)/g)]
  const last = sentences.at(-1)
  const sentence = last ? start + last.index + last[0].length : -1
  return sentence > least ? sentence : end
}

// Where to stop so that text and margin stay within so many lines, at the end of a word where there is one.
function endWithin(text: string, claims: readonly Numbered[], start: number, lines: number): number {
  const starts = claims.map(({ claim }) => startOf(claim))
  const first = starts.findIndex((one) => one >= start)
  let [used, column, at, next, inMargin, since] = [0, 0, start, first < 0 ? starts.length : first, 0, 0]
  while (at < text.length) {
    const code = text.codePointAt(at)!
    while (next < starts.length && starts[next]! <= at) {
      next++
      if (next <= tagsPerPlace || starts[next - 1] !== starts[next - 1 - tagsPerPlace]) column += 4
      if (inMargin++ < notesPerParagraph) since += claims[next - 1]!.claim.source ? 2 : 0.9
    }
    column += code > 0x2e80 ? 2 : 1
    if (code === 10) {
      used = Math.max(used + 1.2, since)
      column = 0
      if (text.charCodeAt(at + 1) === 10) {
        since = used
        inMargin = 0
      }
    } else if (column >= unitsPerLine) {
      used++
      column = 0
    }
    if (Math.max(used, since) >= lines) {
      const space = text.lastIndexOf(' ', at)
      return space > at - 60 && space > start ? space : at
    }
    at += code > 0xffff ? 2 : 1
  }
  return text.length
}
