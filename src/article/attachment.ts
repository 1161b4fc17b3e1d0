import { isIP } from 'node:net'
import { FetchError, InputError } from '../errors.ts'
import { fetchFile } from './fetch.ts'
import { mostBytes, tooLarge } from './file.ts'
import { type Reading, readBytes } from './read.ts'

/** A file that was attached to a message. */
export interface Attachment {
  readonly url: string
  readonly name: string
  /** In bytes, as it was announced. */
  readonly size: number
  /** MIME type, as it was announced. */
  readonly type: string | null
}

// Discord keeps attachments on these hosts and no other; whoever names another wants us to fetch something else.
const hosts: ReadonlySet<string> = new Set(['cdn.discordapp.com', 'media.discordapp.net'])

/**
 * Reads an attachment: from Discord's own hosts only, or from the host of the API where that is this machine itself.
 *
 * @param apiUrl where Discord's protocol is spoken
 * @throws InputError for a file that is too large or no text, FetchError for one that is gone or stands elsewhere
 */
export async function readAttachment({ url, name, size, type }: Attachment, apiUrl: string): Promise<Reading> {
  if (size > mostBytes) throw tooLarge()
  const kind = /^(image|video|audio)\//.exec(type ?? '')?.[1]
  if (kind)
    throw new InputError({
      expected: 'a text: .txt, .md, .html, .pdf or .docx',
      got: `${kind === 'image' ? 'a picture' : `${kind === 'audio' ? 'an' : 'a'} ${kind} file`}`,
      advice: 'Attach the text, or paste it with /claims',
    })
  const { bytes } = await fetchFile(url, { reach: reachOf(url, apiUrl) }).catch((error: unknown) => {
    throw error instanceof FetchError ? ofFile(error) : error
  })
  return readBytes(bytes, { name, type: textual(type) })
}

function reachOf(
  link: string,
  apiUrl: string,
): { readonly addresses: readonly string[]; readonly ports: readonly number[] } {
  if (!URL.canParse(link)) throw elsewhere()
  const [url, api] = [new URL(link), new URL(apiUrl)]
  if (url.protocol === 'https:' && url.port === '' && hosts.has(url.hostname)) return { addresses: [], ports: [] }
  const host = api.hostname.replace(/^\[|\]$/g, '')
  const isHere = host === 'localhost' || (isIP(host) !== 0 && (host === '::1' || host.startsWith('127.')))
  if (isHere && url.protocol === 'http:' && url.host === api.host)
    return { addresses: host === 'localhost' ? ['127.0.0.1', '::1'] : [host], ports: [Number(api.port || 80)] }
  throw elsewhere()
}

const elsewhere = (): FetchError =>
  new FetchError('address', {
    expected: 'an attachment that Discord keeps',
    got: 'one that stands elsewhere',
    advice: 'Attach the file itself, or give its address to /claims link',
  })
// What is said of links ("Check the link") is no help to who attached a file.
function ofFile(cause: FetchError): Error {
  const { reason } = cause
  if (reason === 'size') return tooLarge()
  if (reason !== 'status' && reason !== 'timeout' && reason !== 'network') return cause
  const got =
    reason === 'status' ? 'the answer that it is gone' : 'nothing from where Discord keeps it, or too little in time'
  return new FetchError(reason, { expected: 'the attached file', got, advice: 'Attach it again' }, { cause })
}

// Discord calls every text file text/plain with its charset, also a page or Markdown: then its name says what it is.
const textual = (type: string | null): string | undefined =>
  type === null || /^(?:text\/plain|application\/octet-stream)\b/.test(type) ? undefined : type.split(';')[0]?.trim()
