import type { Span } from '../types.ts'
import { readParagraphs } from './paragraphs.ts'

// Abbreviations that a name or number follows, so that their full stop never ends a sentence.
const beforeName =
  /(?:^|[\s(“"‘'])(?:Mr|Mrs|Ms|Messrs|Dr|Drs|Prof|Gen|Sen|Sens|Rep|Reps|Gov|Lt|Col|Sgt|Capt|Cmdr|Adm|Maj|Pvt|Det|Insp|Supt|Rev|Hon|Pres|Atty|St|Ste|Mt|Ft|No|Nos|vs|v|cf|e\.g|i\.e|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|pp?|Fig|Art|Sec|approx|est|ca|al|Y|D|R)\.$/u
// Abbreviations that end a sentence only when what follows can't go on with it.
const perhapsEnd =
  /(?:^|[^\p{L}])(?:(?:\p{L}\.){1,}|Inc\.|Corp\.|Co\.|Ltd\.|Jr\.|Sr\.|Bros\.|etc\.|Ave\.|Blvd\.|Rd\.|a\.m\.|p\.m\.)$/u
// Words that begin a sentence far more often than they follow an abbreviation with a capital letter.
const opener =
  /^["“‘'(]?(?:The|A|An|In|On|At|By|For|From|But|And|It|Its|He|She|They|We|I|You|His|Her|Their|This|That|These|Those|There|When|While|After|Before|As|If|Since|Although|However|Meanwhile|Also|Among|According|Some|Many|Most|One|Two|To|With|Under|No|Not|Now|Still|What|Who|How|Why|Last|Earlier|Later)\b/u
// In UTF-16 units, several times what the longest sentence of a newspaper takes. The rules look at a sentence as a whole and
// some of them at every pair of its words: text without full stops, a table or a list, must not take them for ever.
const longest = 2000
// A run of marks is tried from its first one only, so that a line of dots takes no longer than its length.
const end = /(?<![.!?…])[.!?…]+["”’'»)\]]*(?=\s|$)|[.!?]["”](?=\p{Lu})/gu

/**
 * The sentences of a text, in order, each with its place: up to and with its full stop and the quotation marks that
 * close after it. A sentence never runs across paragraphs; a quotation of several sentences gives several. What goes on
 * for more than 2,000 units without an end is cut, between words where there are any.
 *
 * @param text any text; never throws
 * @returns spans without white space around them, UTF-16 code units
 */
export function readSentences(text: string): readonly Span[] {
  return readParagraphs(text).flatMap((paragraph) => sentencesIn(text, paragraph))
}

/** The sentences of one paragraph. */
export function sentencesIn(text: string, [from, to]: Span): readonly Span[] {
  const paragraph = text.slice(from, to)
  const sentences: Span[] = []
  const add = (first: number, last: number) => {
    for (const [a, b] of cutLong(paragraph, first, last)) sentences.push([from + a, from + b])
  }
  let start = 0
  for (const found of paragraph.matchAll(end)) {
    const stop = found.index + found[0].length
    const next = paragraph.slice(stop, stop + 40).trimStart()
    if (next === '' || !endsHere(paragraph.slice(Math.max(start, stop - 24), stop), next)) continue
    add(start, stop)
    start = stop + (paragraph.slice(stop).match(/^\s*/)?.[0].length ?? 0)
  }
  if (start < paragraph.length) add(start, paragraph.length)
  return sentences
}

/** A stretch in pieces of at most the longest length, parted at white space or else within a word, never within a character. */
function cutLong(text: string, from: number, to: number): readonly Span[] {
  const pieces: Span[] = []
  let start = from
  while (to - start > longest) {
    const room = text.slice(start, start + longest)
    // The word that is just over may be the one that ends there.
    const space = /^\s/.test(text[start + longest] ?? '') ? longest : room.search(/\s\S*$/)
    const surrogate = /[\ud800-\udbff]$/.test(room) ? 1 : 0
    const stop = start + (space > 0 ? space : longest - surrogate)
    pieces.push([start, start + text.slice(start, stop).trimEnd().length])
    start = stop + (/^\s*/.exec(text.slice(stop, to))?.[0].length ?? 0)
  }
  if (start < to) pieces.push([start, to])
  return pieces
}

function endsHere(before: string, next: string): boolean {
  // A sentence begins with a capital letter, a digit, or a mark that opens; "iPhone" and the like begin none.
  if (!/^(?:[\p{Lu}\p{Lo}\p{N}]|[“"‘'([—–•*@#$£€-]|``|\p{Extended_Pictographic})/u.test(next)) return false
  const bare = before.replace(/["”’'»)\]]+$/u, '')
  if (beforeName.test(bare)) return false
  // An initial: "George W. Bush", "J. K. Rowling".
  if (/(?:^|\s|\.)\p{Lu}\.$/u.test(bare) && /^\p{Lu}/u.test(next) && !opener.test(next)) return false
  if (perhapsEnd.test(bare)) return opener.test(next) || /^["“‘]/.test(next)
  // "What?" she said. A mark within quotation marks ends a sentence when a new one begins, not before its tag.
  return true
}
