import { analyse } from 'chardet'

/** Where a text's bytes came from, as far as it tells how they are encoded. */
export interface Encoded {
  /** From the HTTP header, as given. */
  readonly charset?: string | null | undefined
}

/**
 * Decodes a text: by its byte order mark, by what HTTP says, by what the page says, as UTF-8 where it is that, and else
 * by a guess from the bytes. A declaration that doesn't fit the bytes is passed over. Never fails: what can't be decoded
 * becomes U+FFFD.
 */
export function decode(bytes: Uint8Array, encoded: Encoded = {}): string {
  for (const name of [markOf(bytes), encoded.charset, declaredIn(bytes)]) {
    const text = name ? tryDecode(bytes, name) : null
    if (text !== null) return text
  }
  const utf8 = tryDecode(bytes, 'utf-8')
  if (utf8 !== null) return utf8
  for (const { name } of analyse(bytes.subarray(0, 100_000))) {
    const text = name ? tryDecode(bytes, name) : null
    if (text !== null) return text
  }
  return new TextDecoder('windows-1252').decode(bytes)
}

/** @returns null when the encoding isn't known or the bytes aren't in it */
function tryDecode(bytes: Uint8Array, name: string): string | null {
  try {
    return new TextDecoder(name.trim(), { fatal: true }).decode(bytes)
  } catch {
    return isCutUtf8(bytes, name) ? new TextDecoder('utf-8').decode(bytes) : null
  }
}

/** UTF-8 but for a few bytes: pages put together from pieces of different origin, or a text cut within a letter. */
function isCutUtf8(bytes: Uint8Array, name: string): boolean {
  if (!/^utf-?8$/i.test(name.trim())) return false
  const text = new TextDecoder('utf-8').decode(bytes)
  const bad = text.split('\ufffd').length - 1
  // Letters outside ASCII.
  const good = text.match(/[\u0080-\ufffc]/g)?.length ?? 0
  return bad <= 0.25 * good
}

function markOf(bytes: Uint8Array): string | null {
  const [a, b, c] = bytes
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8'
  if (a === 0xff && b === 0xfe) return 'utf-16le'
  if (a === 0xfe && b === 0xff) return 'utf-16be'
  return null
}

/** `<meta charset>` and its older form, `<?xml encoding>`; only looked for where the HTML standard has it. */
function declaredIn(bytes: Uint8Array): string | null {
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, 4096))
  const found =
    /<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w:.-]+)/i.exec(start) ??
    /^\s*<\?xml[^>]{0,100}encoding=["']([\w:.-]+)/i.exec(start)
  const name = found?.[1]
  // A page that can be read as far as its declaration isn't in UTF-16, whatever it says.
  return name && /^utf-?16/i.test(name) ? 'utf-8' : (name ?? null)
}

/** What {@link binaryKind} calls an archive. */
export const zip = 'a ZIP archive or office document'

const signatures: readonly (readonly [name: string, start: string])[] = [
  ['a PDF', '%PDF-'],
  [zip, 'PK\u0003\u0004'],
  ['an old office document', '\u00d0\u00cf\u0011\u00e0'],
  ['a PNG picture', '\u0089PNG'],
  ['a JPEG picture', '\u00ff\u00d8\u00ff'],
  ['a GIF picture', 'GIF8'],
  ['a compressed file', '\u001f\u008b'],
  ['a program', '\u007fELF'],
]

/**
 * Tells a file that isn't text by its first bytes.
 *
 * @returns what it is ("a PDF"), or null for text
 */
export function binaryKind(bytes: Uint8Array): string | null {
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, 8))
  const latin1 = String.fromCharCode(...bytes.subarray(0, 8))
  const known = signatures.find(([, signature]) => start.startsWith(signature) || latin1.startsWith(signature))
  if (known) return known[0]
  if (markOf(bytes)) return null
  const sample = bytes.subarray(0, 8192)
  // Text has tabs, line ends and form feeds; a stray NUL doesn't make it binary.
  const odd = sample.reduce(
    (count, byte) => count + (byte < 32 && !(byte >= 8 && byte <= 13) && byte !== 27 ? 1 : 0),
    0,
  )
  return odd > 0.05 * sample.length && odd > 3 ? 'a binary file' : null
}
