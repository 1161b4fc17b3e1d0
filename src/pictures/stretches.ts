import type { Span } from '../types.ts'
import { noteKey } from './one-note.ts'
import { type Numbered, passagesWithin } from './passages.ts'
import { wholeCharacter } from './whole-character.ts'

// How many units one line of a picture's text holds.
const unitsPerLine = 53
// Lines of text that a part has however full its margin is, so that it goes on.
const leastLines = 3
/** Notes in the margin of one paragraph; it says how many claims more there are. */
export const notesPerParagraph = 8
/** Numbers of claims on one note. */
export const numbersPerNote = 24
/** Where hundreds of claims begin at one word, their numbers would push the text away. */
export const tagsPerPlace = 3

/**
 * Where a picture that begins at `start` ends, at a paragraph's, a sentence's or a word's end; always after `start`.
 *
 * @param lines how many lines of text it holds
 * @returns in UTF-16 units of `text`
 */
export function endOfPart(text: string, claims: readonly Numbered[], start: number, lines: number): number {
  const end = endWithin(text, claims, start, lines)
  if (end >= text.length) return text.length
  const least = start + (end - start) * 0.75
  const paragraph = text.lastIndexOf('\n\n', end)
  if (paragraph > least) return paragraph
  const sentences = [...text.slice(start, end).matchAll(/[.!?]["”’)]?(?=\s)/g)]
  const last = sentences.at(-1)
  const sentence = last ? start + last.index + last[0].length : -1
  return sentence > least ? sentence : end
}

// Where text or margin have filled so many lines, at the end of a word where there is one.
function endWithin(text: string, claims: readonly Numbered[], start: number, lines: number): number {
  const passages = passagesWithin(claims, [start, text.length])
  let [used, column, at, next, margin] = [0, 0, start, 0, 0]
  let notes = new Map<string, number>()
  while (at < text.length) {
    const code = text.codePointAt(at)!
    for (; next < passages.length && passages[next]!.span[0] <= at; next++) {
      const { span, one } = passages[next]!
      if (next < tagsPerPlace || passages[next - tagsPerPlace]!.span[0] !== span[0]) column += 4
      margin += noteLines(one, notes)
    }
    column += code > 0x2e80 ? 2 : 1
    if (code === 10) {
      used += 1.2
      column = 0
      if (text.charCodeAt(at + 1) === 10) {
        used = Math.max(used, margin)
        margin = used
        notes = new Map()
      }
    } else if (column >= unitsPerLine) {
      used++
      column = 0
    }
    if (used >= lines || (margin >= lines && used >= leastLines)) return endOfWord(text, start, at)
    at += code > 0xffff ? 2 : 1
  }
  return text.length
}

// How many lines of text a claim adds to the margin: a note of its own, or a number on one that is there.
function noteLines({ claim }: Numbered, notes: Map<string, number>): number {
  const key = noteKey(claim)
  const numbers = notes.get(key)
  if (numbers === undefined && notes.size >= notesPerParagraph) return 0
  notes.set(key, (numbers ?? 0) + 1)
  if (numbers !== undefined) return numbers < numbersPerNote ? 0.18 : 0
  const lines = 1 + (claim.certainty === 'stated' ? 0 : 1.2) + (claim.via.length > 0 ? 1.2 : 0)
  return lines * 0.72 + 0.2
}

// The last space before, if it isn't far; never between the letters of one character, and never nowhere.
function endOfWord(text: string, start: number, at: number): number {
  const space = text.lastIndexOf(' ', at)
  if (space > at - 60 && space > start) return space
  const end = wholeCharacter(text, at)
  return end > start ? end : Math.min(text.length, start + (text.codePointAt(start)! > 0xffff ? 2 : 1))
}

/** A stretch whose ends aren't within a word, where words are no longer than a line. */
export function atWords(text: string, [start, end]: Span): Span {
  const from = start === 0 || /\s/.test(text[start - 1]!) ? start : text.indexOf(' ', start) + 1
  const begins = from > start && from < start + 60 ? from : start === 0 ? 0 : wholeCharacter(text, start)
  const to = end >= text.length || /\s/.test(text[end]!) ? end : text.lastIndexOf(' ', end)
  const ends = to <= end && to > end - 60 && to > begins ? to : wholeCharacter(text, end)
  return [begins, ends]
}
