/** What is taken out: control characters, soft hyphens, what has no width, what turns the direction of writing round. */
const out =
  /[\u0000-\u0008\u000e-\u001f\u007f-\u0084\u0086-\u009f\u00ad\u200b\u2060\ufeff\u202a-\u202e\u2066-\u2069\ufff9-\ufffb]/g

/** Commands to a terminal, which come along when text is copied from one: colours and movements, titles and links. */
const escapes =
  /\u001b\[[0-?]{0,64}[@-~]|\u009b[0-?]{1,64}[@-~]|\u001b[\]P^_X][^\u0007\u001b\n]{0,1000}(?:\u0007|\u001b\\)/g

/** The longest line, in characters, of a text that is wrapped by line breaks rather than by whoever shows it. */
const widest = 120
const narrowest = 45

/**
 * Makes plain text of whatever came, for the last time: spans are measured on the result. Lone surrogates become U+FFFD,
 * commands to a terminal, control and invisible characters go, all spaces become one, letters are composed (NFC), lines that were wrapped are
 * joined, and each other line is a paragraph of its own. Joiners and direction marks stay: emoji, Persian and Hebrew need them.
 *
 * @param text any string
 * @returns paragraphs separated by exactly one blank line, no other line breaks, no white space at either end; cleaning
 *   it again changes nothing. Takes time in proportion to the text.
 */
export function cleanText(text: string): string {
  const lines = text
    .toWellFormed()
    .replace(escapes, '')
    .replace(/\r\n?|[\u000b\u0085\u2028]/g, '\n')
    .replace(/[\f\u2029]/g, '\n\n')
    .replace(out, '')
    .normalize('NFC')
    .split('\n')
    .map((line) => line.replace(/[\s\p{Zs}]+/gu, ' ').trim())
  return joinLines(lines).join('\n\n')
}

/** The same for text that has come in paragraphs. */
export function cleanParagraphs(paragraphs: readonly string[]): string {
  return cleanText(paragraphs.map((paragraph) => paragraph.replace(/\s+/g, ' ')).join('\n\n'))
}

/** Joins lines that were wrapped: the next line's first word wouldn't have fitted on this one. */
function joinLines(lines: readonly string[]): readonly string[] {
  const width = lines.reduce((most, line) => Math.max(most, line.length), 0)
  const isWrapped = width <= widest && width >= narrowest
  const paragraphs: string[][] = []
  let joins = false
  for (const [i, line] of lines.entries()) {
    if (line) {
      if (joins) paragraphs.at(-1)?.push(line)
      else paragraphs.push([line])
    }
    const next = lines[i + 1]
    joins = Boolean(isWrapped && line && next && !startsItem(next) && wouldNotFit(line, next, width))
  }
  return paragraphs.map((paragraph) => paragraph.join(' '))
}

function wouldNotFit(line: string, next: string, width: number): boolean {
  const word = next.indexOf(' ')
  return line.length + 1 + (word < 0 ? next.length : word) > width - 3
}

/** "- item", "1. item", "NAME: what they say". */
function startsItem(line: string): boolean {
  return /^(?:[-*•–—] |\d{1,3}[.)] |[\p{Lu}][\p{Lu} .’'-]{1,40}: )/u.test(line)
}

/** Letters and digits only, in small letters: what makes two lines read the same. */
export function fold(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '')
}

/** Leaves the headline out where the clean text's first paragraphs repeat it. */
export function withoutHeadline(text: string, title: string | null): string {
  const headline = fold(title ?? '')
  if (!headline) return text
  const paragraphs = text.split('\n\n', 3)
  const at = paragraphs.findIndex((paragraph) => paragraph.length <= 400 && fold(paragraph) === headline)
  if (at < 0) return text
  const start = paragraphs.slice(0, at + 1).reduce((sum, paragraph) => sum + paragraph.length + 2, 0)
  return [...paragraphs.slice(0, at), text.slice(start)].join('\n\n').trim()
}

/**
 * Takes a headline off the top of a clean text that came without one: a first line without an end mark, shorter than
 * the paragraphs after it.
 */
export function splitHeadline(text: string): { readonly title: string | null; readonly text: string } {
  const [first = '', second = '', third] = text.split('\n\n', 3)
  const words = first.split(' ').length
  const isHeadline =
    words >= 3 &&
    first.length <= 140 &&
    !/[.!?…:;,"”]$/.test(first) &&
    !/^[-*•–—\d]/.test(first) &&
    (third !== undefined || second.length >= 200) &&
    second.length > first.length &&
    /[.!?…"”’)]$/.test(second)
  return isHeadline ? { title: first, text: text.slice(first.length + 2) } : { title: null, text }
}
