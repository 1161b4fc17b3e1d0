import { Agent, fetch, type Response } from 'undici'
import { FetchError } from '../errors.ts'
import { checkLink, guardedConnector, type Reach } from './address.ts'
import { mostBytes } from './file.ts'

/** What came of a link. */
export interface Fetched {
  /** Address of the page after all redirects, without a fragment. */
  readonly url: string
  readonly bytes: Uint8Array
  readonly type: 'html' | 'text'
  /** As the header names it, or null. */
  readonly charset: string | null
  /** ISO 8601 date-time. */
  readonly fetchedAt: string
}

export interface FetchOptions {
  readonly reach?: Reach | undefined
  /** Milliseconds for everything together, 10,000 when not given. */
  readonly timeout?: number | undefined
  /** Largest page in bytes, after decompression; 5 MB when not given. */
  readonly size?: number | undefined
}

const mostRedirects = 5

/**
 * Fetches a page: over http or https, from public addresses, at most 5 redirects, 10 s and 5 MB, HTML or text.
 * Settings for proxies are passed over: a proxy would connect to addresses that weren't checked. No cookies, no referrer.
 *
 * @throws FetchError whose `reason` says which bound was met
 */
export async function fetchPage(link: string, options: FetchOptions = {}): Promise<Fetched> {
  const timeout = options.timeout ?? 10_000
  const signal = AbortSignal.timeout(timeout)
  const agent = new Agent({ connect: guardedConnector(options.reach), pipelining: 0 })
  try {
    const { response, url } = await follow(toUrl(link), agent, signal, options.reach)
    checkStatus(response.status)
    const { type, charset } = contentType(response)
    const bytes = await readBody(response, options.size ?? mostBytes)
    url.hash = ''
    return { url: url.href, bytes, type, charset, fetchedAt: new Date().toISOString() }
  } catch (error) {
    throw toFetchError(error, timeout)
  } finally {
    await agent.destroy()
  }
}

/**
 * Fetches a file of whatever type, without following redirects: where it may come from is for the caller to say.
 *
 * @throws FetchError whose `reason` says which bound was met
 */
export async function fetchFile(link: string, options: FetchOptions = {}): Promise<{ readonly bytes: Uint8Array }> {
  const timeout = options.timeout ?? 10_000
  const signal = AbortSignal.timeout(timeout)
  const agent = new Agent({ connect: guardedConnector(options.reach), pipelining: 0 })
  try {
    const url = toUrl(link)
    checkLink(url, options.reach)
    const headers = { 'user-agent': userAgent }
    const response = await fetch(url.href, { dispatcher: agent, signal, redirect: 'manual', headers })
    checkStatus(response.status)
    return { bytes: await readBody(response, options.size ?? mostBytes) }
  } catch (error) {
    throw toFetchError(error, timeout)
  } finally {
    await agent.destroy()
  }
}

const userAgent = 'Hearsay/0.1'

function toUrl(link: string): URL {
  if (!URL.canParse(link))
    throw new FetchError('scheme', {
      expected: 'a link that starts with http:// or https://',
      got: 'something that is no link',
      advice: 'Copy the whole address of the article',
    })
  return new URL(link)
}

async function follow(
  first: URL,
  dispatcher: Agent,
  signal: AbortSignal,
  reach: Reach | undefined,
): Promise<{ readonly response: Response; readonly url: URL }> {
  let url = first
  for (let redirects = 0; redirects <= mostRedirects; redirects++) {
    checkLink(url, reach)
    const headers = {
      'user-agent': userAgent,
      accept: 'text/html, application/xhtml+xml, text/plain;q=0.8',
      'accept-language': 'en',
    }
    const response = await fetch(url.href, { dispatcher, signal, redirect: 'manual', headers })
    const location = [301, 302, 303, 307, 308].includes(response.status) ? response.headers.get('location') : null
    if (location === null) return { response, url }
    await response.body?.cancel()
    if (!URL.canParse(location, url.href)) break
    url = new URL(location, url)
  }
  throw new FetchError('redirects', {
    expected: `at most ${mostRedirects} redirects`,
    got: 'a link that is redirected again and again, or to no address',
    advice: 'Open it in a browser and link the page it ends at',
  })
}

function checkStatus(status: number): void {
  if (status >= 200 && status < 300 && status !== 204) return
  const [got, advice] =
    status === 404 || status === 410
      ? [`the answer that there is none (${status})`, 'Check the link']
      : status === 401 || status === 402 || status === 403 || status === 451
        ? [
            `a refusal (${status})`,
            'The page may ask to log in, to pay, or to be read by people only; open it and paste the text of the article',
          ]
        : status >= 500 || status === 429
          ? [
              `the answer that the site can't serve it now (${status})`,
              'Try again later, or paste the text of the article',
            ]
          : [`the answer ${status}`, 'Check the link, or paste the text of the article']
  throw new FetchError('status', { expected: 'a page', got, advice })
}

function contentType(response: Response): { readonly type: 'html' | 'text'; readonly charset: string | null } {
  const header = response.headers.get('content-type') ?? 'text/html'
  const type = header.split(';')[0]?.trim().toLowerCase() ?? ''
  const charset = /;\s*charset\s*=\s*"?([^\s";]+)/i.exec(header)?.[1] ?? null
  if (type === 'text/html' || type === 'application/xhtml+xml') return { type: 'html', charset }
  if (type === 'text/plain' || type === 'text/markdown') return { type: 'text', charset }
  throw new FetchError('type', {
    expected: 'a page or plain text',
    got: type ? `something of the type ${type.slice(0, 80)}` : 'something without a type',
    advice: 'Link the page of the article; save a PDF or a Word file and give that',
  })
}

/** Reads no more than is allowed; bytes are counted after decompression, so a small answer can't become a huge one. */
async function readBody(response: Response, size: number): Promise<Uint8Array> {
  const pieces: Uint8Array[] = []
  let length = 0
  for await (const piece of response.body ?? []) {
    length += piece.length
    if (length > size)
      throw new FetchError('size', {
        expected: `a page of at most ${(size / 1024 / 1024).toFixed(0)} MB`,
        got: 'one that is larger',
        advice: 'Paste the text of the article instead',
      })
    pieces.push(piece)
  }
  return Buffer.concat(pieces)
}

/** undici wraps what went wrong in errors of its own, one within another. */
function toFetchError(error: unknown, timeout: number): unknown {
  for (let at = error, depth = 0; at instanceof Error && depth < 6; at = at.cause, depth++) {
    if (at instanceof FetchError) return at
    const { name } = at
    const code = (at as NodeJS.ErrnoException).code ?? ''
    if (name === 'TimeoutError' || /TIMEOUT|ETIMEDOUT/.test(code))
      return new FetchError(
        'timeout',
        {
          expected: `the whole page within ${timeout / 1000} s`,
          got: 'less than that',
          advice: 'Try again later, or paste the text of the article',
        },
        { cause: error },
      )
  }
  if (!(error instanceof Error)) return error
  const codes = codesOf(error)
  return new FetchError(
    'network',
    {
      expected: 'a site that answers',
      got: codes.includes('ENOTFOUND')
        ? 'a name that no site has'
        : codes.includes('EAI_AGAIN')
          ? 'no word on where it is; this machine may be offline'
          : `an error of the network${codes[0] ? ` (${codes[0]})` : ''}`,
      advice: 'Check the link, or paste the text of the article',
    },
    { cause: error },
  )
}

function codesOf(error: Error): readonly string[] {
  const codes: string[] = []
  for (let at: unknown = error, depth = 0; at instanceof Error && depth < 6; at = at.cause, depth++) {
    const { code } = at as NodeJS.ErrnoException
    if (typeof code === 'string') codes.push(code)
    if (at instanceof AggregateError && at.errors[0] instanceof Error) codes.push(...codesOf(at.errors[0]))
  }
  return codes
}
