import { inflateSync } from 'node:zlib'
import { extractTextItems, getDocumentProxy } from 'unpdf'
import { InputError } from '../errors.ts'
import { cleanParagraphs } from './clean.ts'
import type { DocumentText } from './markdown.ts'
import { linesOf, type PdfLine, paragraphsOf, withoutRunningHeads } from './pdf-lines.ts'

const mostPages = 300
/** Bytes that all streams of a file may inflate to; a few kilobytes can hold gigabytes. */
const mostInflated = 200 * 1024 * 1024
/** Letters a page; scanned pages have none, or a stamp. */
const fewestLetters = 20

/**
 * Reads a PDF: its lines joined to paragraphs, words that were parted at line ends joined, running heads and page
 * numbers left out. A first line in larger type is the headline.
 *
 * @throws InputError for a file that is locked, damaged, too long, or holds pictures of text only
 */
export async function readPdf(bytes: Uint8Array): Promise<DocumentText> {
  checkStreams(bytes)
  const pages = await pagesOf(bytes)
  const lines = withoutRunningHeads(pages)
  const letters = lines.reduce((sum, line) => sum + (line.text.match(/\p{L}/gu)?.length ?? 0), 0)
  if (letters < fewestLetters * Math.min(pages.length, 3))
    throw unreadable(
      'one that holds pictures but no text, such as a scan',
      'Run it through text recognition first, or paste its text',
    )
  const { title, rest } = headlineOf(lines)
  return { text: cleanParagraphs(paragraphsOf(rest)), title }
}

async function pagesOf(bytes: Uint8Array): Promise<readonly (readonly PdfLine[])[]> {
  try {
    // pdf.js takes the bytes over, so it gets its own; errors are told by what it throws, not on the console.
    const document = await getDocumentProxy(new Uint8Array(bytes), { verbosity: 0 })
    try {
      if (document.numPages > mostPages)
        throw unreadable(`one of ${document.numPages} pages, more than ${mostPages}`, 'Attach the pages you need')
      const { items } = await extractTextItems(document)
      return items.map(linesOf)
    } finally {
      await document.loadingTask.destroy()
    }
  } catch (error) {
    if (error instanceof InputError) throw error
    const locked = error instanceof Error && error.name === 'PasswordException'
    throw locked
      ? unreadable('one that is locked with a password', 'Save it without a password, or paste its text', error)
      : unreadable('one that is damaged or no PDF', 'Save it again, or paste its text', error)
  }
}

/** The lines at the top in larger type than most of the text. */
function headlineOf(lines: readonly PdfLine[]): { readonly title: string | null; readonly rest: readonly PdfLine[] } {
  const sizes = lines.map((line) => line.size).sort((a, b) => a - b)
  const usual = sizes[Math.floor(sizes.length / 2)] ?? 0
  const first = lines.findIndex((line) => line.size >= 1.2 * usual)
  if (first < 0 || first > 3) return { title: null, rest: lines }
  const size = lines[first]?.size ?? 0
  const end = lines.findIndex((line, i) => i > first && Math.abs(line.size - size) > 0.1 * size)
  const headline = lines.slice(first, end)
  const title = headline.map((line) => line.text).join(' ')
  if (end < 0 || title.length > 250) return { title: null, rest: lines }
  return { title, rest: [...lines.slice(0, first), ...lines.slice(end)] }
}

/** Inflates each stream within the bound before pdf.js does it without one. */
function checkStreams(bytes: Uint8Array): void {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let left = mostInflated
  for (let at = file.indexOf('stream'); at >= 0; at = file.indexOf('stream', at + 6)) {
    const start = file[at + 6] === 0x0d ? at + 8 : at + 7
    // Streams that zlib packed start so; pictures and the rest are none of ours.
    if (file[start] === undefined || ((file[start] ?? 0) & 0x0f) !== 8) continue
    const end = file.indexOf('endstream', start)
    if (end < 0) return
    left -= inflatedSize(file.subarray(start, end), left)
    if (left < 0)
      throw unreadable(
        `one that unpacks to more than ${mostInflated / 1024 / 1024} MB`,
        'Paste the text of the article instead',
      )
    at = end
  }
}

function inflatedSize(data: Buffer, most: number): number {
  try {
    return inflateSync(data, { maxOutputLength: Math.max(1, most) }).length
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE' ? most + 1 : 0
  }
}

function unreadable(got: string, advice: string, cause?: unknown): InputError {
  return new InputError({ expected: 'a PDF with text in it', got, advice }, cause === undefined ? {} : { cause })
}
