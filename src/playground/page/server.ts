/** The newsroom in a browser: the page, what an account sees, what it does, and word that something changed. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { otherHost, ownHosts } from '../discord/own-host.ts'
import { type Acts, actsOn } from './acts.ts'
import { readJson } from './read-json.ts'
import { type ServedFile, servedFiles } from './served-files.ts'
import { accountOf, channelOf, channelsFor, messageOf, Refusal, type Room, stateFor } from './state.ts'
import { type Traffic, watchTraffic } from './traffic.ts'

export interface PageOptions extends Room {
  /** 0 takes any free port. */
  readonly port: number
}

/** Nothing but the page's own files and pictures; no inline script or style, no frame around it. */
const policy =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"

const headers = {
  'content-security-policy': policy,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-resource-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'cache-control': 'no-store',
} as const

/** The kinds that a browser draws as a picture; everything else is handed over as a download. */
const pictures: readonly string[] = ['image/png', 'image/jpeg', 'image/gif', 'image/webp']

/**
 * Serves on 127.0.0.1 alone. Requests under another host's name and acts from another site's page are refused.
 * Rejects with Node's own error (EADDRINUSE) when the port is taken.
 */
export async function openPage(options: PageOptions): Promise<{ url: string; close(): Promise<void> }> {
  const files = await servedFiles()
  const listening = new Set<ServerResponse>()
  let pending: ReturnType<typeof setTimeout> | null = null
  const changed = (): void => {
    pending ??= setTimeout(() => {
      pending = null
      for (const response of listening) response.write('data: changed\n\n')
    }, 30)
  }
  const traffic = watchTraffic(options.discord, changed)
  const acts = actsOn(options)
  let authority = ''
  const server = createServer((request, response) => {
    answer(request, response, { room: options, files, traffic, acts, listening, authority }).catch((error: unknown) => {
      if (response.headersSent || response.destroyed) return response.destroy()
      const status = error instanceof Refusal ? error.status : 500
      const what = error instanceof Refusal ? error.message : 'The playground failed. Reload the page.'
      json(response, status, { error: what })
    })
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(options.port, '127.0.0.1', resolve)
  })
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('Expected a port, got none.')
  authority = `127.0.0.1:${address.port}`
  return {
    url: `http://${authority}`,
    close: async () => {
      traffic.end()
      if (pending) clearTimeout(pending)
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

interface Parts {
  readonly room: Room
  readonly files: ReadonlyMap<string, ServedFile>
  readonly traffic: Traffic
  readonly acts: Acts
  /** Pages that wait for word. */
  readonly listening: Set<ServerResponse>
  /** Host and port. */
  readonly authority: string
}

async function answer(request: IncomingMessage, response: ServerResponse, parts: Parts): Promise<void> {
  const { room, files, traffic, acts, listening, authority } = parts
  const origin = `http://${authority}`
  const other = otherHost({ origin }, request)
  if (other !== null) throw new Refusal(421, other)
  const url = URL.parse(request.url ?? '/', origin)
  if (!url) throw new Refusal(400, 'Expected an address, got something else.')
  const { pathname, searchParams: query } = url
  if (request.method === 'POST' && pathname === '/api/act') {
    if (!ownHosts(origin).some((host) => request.headers.origin === `http://${host}`))
      throw new Refusal(403, 'Expected an act from this page, got one from elsewhere.')
    return json(response, 200, await acts.take(await readJson(request)))
  }
  if (request.method !== 'GET') throw new Refusal(405, `Expected GET, got ${request.method}.`)
  const file = files.get(pathname)
  if (file) return void response.writeHead(200, { ...headers, 'content-type': file.type }).end(file.body)
  if (pathname === '/favicon.ico') return void response.writeHead(204, headers).end()
  if (pathname === '/api/state')
    return json(response, 200, stateFor(room, traffic, query.get('account'), query.get('channel')))
  if (pathname === '/api/events') {
    response.writeHead(200, { ...headers, 'content-type': 'text/event-stream' }).write('retry: 1000\n\n')
    listening.add(response)
    response.on('close', () => listening.delete(response))
    return
  }
  if (pathname === '/api/body') {
    const { member } = accountOf(room, query.get('account'))
    const body = traffic.body(Number(query.get('number')), member, channelsFor(room, member))
    if (body === undefined) throw new Refusal(404, 'Expected a body that this account can see, got none.')
    return json(response, 200, { body })
  }
  const [, accountId, channelId, messageId, fileId] = /^\/file\/(\d+)\/(\d+)\/(\d+)\/(\d+)$/.exec(pathname) ?? []
  if (fileId === undefined) throw new Refusal(404, 'Expected one of the page’s own addresses, got another.')
  const { member } = accountOf(room, accountId)
  const message = messageOf(channelOf(room, member, channelId), member, messageId)
  const attachment = message.raw.attachments.find(({ id }) => id === fileId)
  const found = message.files.find((one) => one.url === attachment?.url)
  if (!attachment || !found || found.bytes.length === 0) throw new Refusal(404, 'This content is no longer available.')
  const type = attachment.content_type.split(';')[0] ?? ''
  const name = `filename*=UTF-8''${encodeURIComponent(attachment.filename.toWellFormed()).replace(/['()*]/g, '_')}`
  response
    .writeHead(200, {
      ...headers,
      'content-security-policy': "sandbox; default-src 'none'",
      'content-type': pictures.includes(type) ? type : 'application/octet-stream',
      'content-disposition': `${pictures.includes(type) && !query.has('download') ? 'inline' : 'attachment'}; ${name}`,
      'content-length': found.bytes.length,
    })
    .end(found.bytes)
}

const json = (response: ServerResponse, status: number, value: unknown): void =>
  void response
    .writeHead(status, { ...headers, 'content-type': 'application/json; charset=utf-8' })
    .end(JSON.stringify(value))
