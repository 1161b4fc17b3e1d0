/** The HTTP side: finds the route, asks for the token, keeps the log, lets arranged failures happen, serves files. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { answerRoutes } from './answer-routes.ts'
import { ApiError, unauthorized } from './api-error.ts'
import { fileAt } from './attachments.ts'
import { type Body, readBody } from './body.ts'
import { channelRoutes } from './channel-routes.ts'
import { commandRoutes } from './command-routes.ts'
import { guildRoutes } from './guild-routes.ts'
import { otherHost } from './own-host.ts'
import { type Reply, routeFor } from './router.ts'
import type { Failure, FailureMatch, LoggedRequest, LoopbackOptions } from './types.ts'
import type { World } from './world.ts'

export interface ArrangedFailure {
  readonly match: FailureMatch
  readonly failure: Failure
  left: number
}

const routes = [...commandRoutes, ...answerRoutes, ...channelRoutes, ...guildRoutes]

/** An HTTP server for `world`, not yet listening. What comes in goes to `log` and, answered, to `answered`; `failures` are used up from the front. */
export function httpServer(
  world: World,
  log: LoggedRequest[],
  failures: ArrangedFailure[],
  validate: NonNullable<LoopbackOptions['validate']>,
  answered: (request: LoggedRequest) => void,
): Server {
  const respond = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const other = otherHost(world, request)
    if (other !== null) return void response.writeHead(421, { 'content-type': 'text/plain' }).end(other)
    const url = addressed(request.url ?? '/', world.origin)
    if (!url) return void response.writeHead(400, { 'content-type': 'text/plain' }).end('Expected a path, got another.')
    const method = request.method ?? 'GET'
    if (url.pathname.startsWith('/attachments/')) return serveFile(world, url, response)
    const path = decodeURIComponent(url.pathname.replace(/^\/api(?:\/v\d+)?/, ''))
    let body: Body = { json: null, files: [] }
    let reply: Reply
    let headers: Record<string, string> = {}
    let accepted: boolean | null = null
    try {
      body = await readBody(request)
      const failure = takeFailure(failures, method, path)
      if (failure) ({ reply, headers } = failed(failure))
      else {
        const found = routeFor(routes, method, path)
        if (!found) throw new ApiError(404, 0, '404: Not Found')
        if (!found.route.open && request.headers.authorization !== `Bot ${world.token}`) throw unauthorized()
        const said = body.json === null ? null : validate({ method, path, body: body.json })
        accepted = said && said.length === 0
        world.violations.push(...(said ?? []).map((what) => `${method} ${path}: ${what}`))
        reply = found.route.answer({ world, at: found.at, query: url.searchParams, body })
      }
    } catch (error) {
      if (!(error instanceof ApiError)) throw error
      const breach = error.status === 400 || error.status === 413
      const details = error.errors.map((one) => `${one.path.join('.')}: ${one.message}`).join('; ')
      if (breach) world.violations.push(`${method} ${path}: ${error.message} (${error.code}) ${details}`.trimEnd())
      reply = { status: error.status, body: error.body }
    }
    const code = (reply.body as { readonly code?: unknown } | undefined)?.code
    const logged = {
      method,
      path,
      body: body.json,
      files: body.files.map(({ name }) => name),
      status: reply.status,
      code: reply.status >= 400 && typeof code === 'number' ? code : null,
      accepted,
    }
    log.push(logged)
    answered(logged)
    if (reply.body === undefined) response.writeHead(reply.status, headers).end()
    else
      response
        .writeHead(reply.status, { 'content-type': 'application/json', ...headers })
        .end(JSON.stringify(reply.body))
  }
  return createServer((request, response) => {
    respond(request, response).catch((error: unknown) => {
      // A client that hung up in mid-request did nothing wrong.
      if (!request.complete) return response.destroy()
      // A fault of the loopback itself mustn't pass for one of Discord's.
      world.violations.push(`${request.method} ${request.url}: the loopback failed: ${String(error)}`)
      response.writeHead(500).end()
    })
  })
}

/** Null for what is no path, or none that can be decoded. */
function addressed(path: string, origin: string): URL | null {
  try {
    const url = new URL(path, origin)
    decodeURIComponent(url.pathname)
    return url
  } catch {
    return null
  }
}

function serveFile(world: World, url: URL, response: ServerResponse): void {
  const file = fileAt(world, url)
  if (!file) {
    response.writeHead(404, { 'content-type': 'text/plain' }).end('This content is no longer available.')
    return
  }
  response
    .writeHead(200, {
      'content-type': file.contentType,
      'content-length': file.bytes.length,
      // A browser that is led here keeps it as a file, and runs nothing of it.
      'content-disposition': 'attachment',
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; sandbox",
    })
    .end(file.bytes)
}

function takeFailure(failures: ArrangedFailure[], method: string, path: string): Failure | null {
  const hit = failures.find(
    ({ match, left }) =>
      left > 0 && (match.method === undefined || match.method === method) && (match.path?.test(path) ?? true),
  )
  if (!hit) return null
  hit.left -= 1
  return hit.failure
}

function failed({ status, retryAfter = 0.05 }: Failure): { reply: Reply; headers: Record<string, string> } {
  if (status === 403) return { reply: { status, body: { message: 'Missing Access', code: 50001 } }, headers: {} }
  if (status === 404) return { reply: { status, body: { message: '404: Not Found', code: 0 } }, headers: {} }
  if (status !== 429) return { reply: { status, body: { message: `${status}: Server Error`, code: 0 } }, headers: {} }
  return {
    reply: { status, body: { message: 'You are being rate limited.', retry_after: retryAfter, global: false } },
    headers: {
      'retry-after': String(retryAfter),
      'x-ratelimit-limit': '5',
      'x-ratelimit-remaining': '0',
      'x-ratelimit-reset': String(Date.now() / 1000 + retryAfter),
      'x-ratelimit-reset-after': String(retryAfter),
      'x-ratelimit-bucket': 'loopback',
      'x-ratelimit-scope': 'user',
    },
  }
}
