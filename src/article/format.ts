import { extname } from 'node:path'
import { InputError } from '../errors.ts'
import { binaryKind, zip } from './decode.ts'

/** Where bytes came from, as far as it says what they are. */
export interface Origin {
  /** File name; its ending tells the format. */
  readonly name?: string | undefined
  /** MIME type, which is believed before the name. */
  readonly type?: string | undefined
  readonly charset?: string | null | undefined
  readonly url?: string | undefined
  /** ISO 8601 date-time. */
  readonly fetchedAt?: string | undefined
}

export type Format = 'text' | 'markdown' | 'html' | 'pdf' | 'docx'

const endings: ReadonlyMap<string, Format> = new Map([
  ['.txt', 'text'],
  ['.text', 'text'],
  ['.md', 'markdown'],
  ['.markdown', 'markdown'],
  ['.html', 'html'],
  ['.htm', 'html'],
  ['.xhtml', 'html'],
  ['.pdf', 'pdf'],
  ['.docx', 'docx'],
])

const types: ReadonlyMap<string, Format> = new Map([
  ['text/plain', 'text'],
  ['text/markdown', 'markdown'],
  ['text/html', 'html'],
  ['application/xhtml+xml', 'html'],
  ['application/pdf', 'pdf'],
  ['application/vnd.openxmlformats-officedocument.wordprocessingml.document', 'docx'],
])

/**
 * Tells the format of bytes: by their type, by the ending of their name, and by how they start where both are missing. What
 * is called text and starts as a page is a page.
 *
 * @throws InputError for an ending that isn't read
 */
export function formatOf(bytes: Uint8Array, { name, type }: Origin): Format {
  const ending = extname(name ?? '').toLowerCase()
  // A type without meaning is what browsers and chats send for what they don't know.
  const told = types.get(type?.split(';')[0]?.trim().toLowerCase() ?? '') ?? endings.get(ending)
  if (told && told !== 'text') return told
  if (!told && ending && ending !== '.')
    throw new InputError({
      expected: 'a file that ends in .txt, .md, .html, .pdf or .docx',
      got: `one that ends in ${ending}`,
      advice: 'Save it in one of these formats, or paste its text',
    })
  const binary = told ? null : binaryKind(bytes)
  if (binary === 'a PDF') return 'pdf'
  // Word files are archives; what else is one is turned away by whoever opens it.
  if (binary === zip) return 'docx'
  // Servers send pages as plain text, and people save them so; nobody wants to read the tags.
  return /^\s*(?:<\?xml[^>]*>\s*)?<(?:!doctype html|html|head|body)\b/i.test(
    new TextDecoder().decode(bytes.subarray(0, 200)),
  )
    ? 'html'
    : 'text'
}
