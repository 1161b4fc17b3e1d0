/** One line of a PDF page. Lengths are in points, measured from the page's bottom left. */
export interface PdfLine {
  readonly text: string
  readonly x: number
  /** Right end. */
  readonly end: number
  readonly y: number
  /** Of the type. */
  readonly size: number
  readonly page: number
}

/** A piece of text as pdf.js gives it: in the order of the file, which columns keep. */
export interface PdfPiece {
  readonly str: string
  readonly x: number
  readonly y: number
  readonly width: number
  readonly fontSize: number
  readonly hasEOL: boolean
}

/** Puts the pieces of a page together to lines: a piece belongs to the line while it stands at its height, to its right. */
export function linesOf(pieces: readonly PdfPiece[], page: number): readonly PdfLine[] {
  const lines: { text: string; x: number; end: number; y: number; size: number; page: number }[] = []
  let fresh = true
  for (const { str, x, y, width, fontSize, hasEOL } of pieces) {
    const line = lines.at(-1)
    const size = fontSize || line?.size || 10
    if (str.trim()) {
      const same = line && !fresh && Math.abs(y - line.y) < 0.6 * size && x >= line.end - size
      if (same) {
        const gap = x - line.end > 0.15 * size && !line.text.endsWith(' ') && !str.startsWith(' ')
        line.text += (gap ? ' ' : '') + str
        line.end = Math.max(line.end, x + width)
        line.size = Math.max(line.size, size)
      } else lines.push({ text: str, x, end: x + width, y, size, page })
      fresh = false
    } else if (str && line && !line.text.endsWith(' ')) line.text += ' '
    fresh ||= hasEOL
  }
  return lines.map((line) => ({ ...line, text: line.text.replace(/\s+/g, ' ').trim() }))
}

/** How many lines at either edge of a page may be running heads. */
const edge = 3

/**
 * All lines of all pages but page numbers and what comes back at the edge of most pages; numbers within it may differ.
 */
export function withoutRunningHeads(pages: readonly (readonly PdfLine[])[]): readonly PdfLine[] {
  const counts = new Map<string, number>()
  for (const lines of pages)
    for (const key of new Set(lines.filter((_, i) => isEdge(i, lines.length)).map(keyOf)))
      counts.set(key, (counts.get(key) ?? 0) + 1)
  const often = Math.max(2, Math.ceil(pages.length / 2))
  return pages.flatMap((lines) =>
    lines.filter((line, i) => {
      if (!isEdge(i, lines.length)) return true
      return (counts.get(keyOf(line)) ?? 0) < often && !isPageNumber(line.text)
    }),
  )
}

function isEdge(i: number, length: number): boolean {
  return i < edge || i >= length - edge
}

function keyOf(line: PdfLine): string {
  return line.text.replace(/\d+/g, '#').toLowerCase()
}

function isPageNumber(text: string): boolean {
  return /^(?:page\s+)?[-–—]?\s*\d{1,4}\s*[-–—]?(?:\s*(?:of|\/)\s*\d{1,4})?$/i.test(text)
}

/**
 * Joins lines to paragraphs. A paragraph ends where the space to the next line, its indent or the size of the type
 * changes, or where a line ends a sentence well before the right edge.
 */
export function paragraphsOf(lines: readonly PdfLine[]): readonly string[] {
  const usual = median(
    lines.flatMap((line, i) => (isBelow(line, lines[i + 1]) ? [line.y - (lines[i + 1]?.y ?? 0)] : [])),
  )
  const right = Math.max(
    0,
    ...percentile(
      lines.map((line) => line.end),
      0.9,
    ),
  )
  const words = new Set(lines.flatMap((line) => line.text.toLowerCase().match(/\p{L}+-\p{L}+/gu) ?? []))
  const paragraphs: string[][] = []
  for (const [i, line] of lines.entries()) {
    const last = lines[i - 1]
    const paragraph = paragraphs.at(-1)
    if (last && paragraph && !startsParagraph(last, line, usual, right)) {
      const before = paragraph.pop() ?? ''
      paragraph.push(joint(before, line.text, words), line.text)
    } else paragraphs.push([line.text])
  }
  return paragraphs.map((paragraph) => paragraph.join(''))
}

function startsParagraph(last: PdfLine, line: PdfLine, usual: number, right: number): boolean {
  const ended = /[.!?…:]["”’)]?$/.test(last.text)
  if (Math.abs(last.size - line.size) > 0.1 * line.size) return true
  // At the top of a page or column only the sentence tells.
  if (!isBelow(last, line)) return ended && (last.end < right - 4 * line.size || line.x > last.x + 0.8 * line.size)
  if (last.y - line.y > 1.3 * usual) return true
  if (line.x > last.x + 0.8 * line.size && ended) return true
  return ended && last.end < right - 8 * line.size
}

function isBelow(line: PdfLine, next: PdfLine | undefined): boolean {
  return next !== undefined && next.page === line.page && next.y < line.y && line.y - next.y < 5 * line.size
}

/**
 * A line as it stands before the next one of its paragraph: with a space, or, where a word was parted, without its hyphen.
 * "exam-" and "ple" become "example", unless the text has "exam-ple" elsewhere within a line.
 */
function joint(before: string, next: string, words: ReadonlySet<string>): string {
  const start = /(\p{L}+)[-\u00ad‐]$/u.exec(before)?.[1]
  const end = /^\p{Ll}+/u.exec(next)?.[0]
  if (!start || !end) return `${before} `
  return words.has(`${start}-${end}`.toLowerCase()) ? before : before.slice(0, -1)
}

function median(numbers: readonly number[]): number {
  return [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? Number.POSITIVE_INFINITY
}

function percentile(numbers: readonly number[], share: number): readonly number[] {
  const at = [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length * share)]
  return at === undefined ? [] : [at]
}
