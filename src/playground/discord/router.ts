/** Which function answers which method and path. */
import type { Body } from './body.ts'
import type { World } from './world.ts'

export interface Call {
  readonly world: World
  /** The named parts of the path. */
  readonly at: Readonly<Record<string, string>>
  readonly query: URLSearchParams
  readonly body: Body
}

/** `body` undefined is a 204. */
export interface Reply {
  readonly status: number
  readonly body?: object
}

export interface Route {
  readonly method: string
  /** With named parts: '/channels/:channel/messages'. */
  readonly path: string
  /** Whether the address itself holds the secret, so that no bot token is asked for. */
  readonly open?: boolean
  /** Throws ApiError. */
  readonly answer: (call: Call) => Reply
}

export const ok = (body: object, status = 200): Reply => ({ status, body })
export const nothing: Reply = { status: 204 }

/** The route for a request with the named parts of its path. */
export function routeFor(
  routes: readonly Route[],
  method: string,
  path: string,
): { readonly route: Route; readonly at: Readonly<Record<string, string>> } | null {
  const parts = path.split('/')
  for (const route of routes) {
    const pattern = route.path.split('/')
    if (route.method !== method || pattern.length !== parts.length) continue
    if (!pattern.every((part, index) => part.startsWith(':') || part === parts[index])) continue
    const named = pattern.flatMap((part, index) => (part.startsWith(':') ? [[part.slice(1), parts[index]!]] : []))
    return { route, at: Object.fromEntries(named) }
  }
  return null
}
