/** Only who asks for the loopback by its own name gets anything: a page elsewhere can point its name at this machine. */
import type { IncomingMessage } from 'node:http'
import type { World } from './world.ts'

/** What is said, with status 421, to who asked for another host; null where all is well. */
export function otherHost({ origin }: World, { headers }: IncomingMessage): string | null {
  const { host } = new URL(origin)
  return headers.host === host || headers.host === host.replace('127.0.0.1', 'localhost')
    ? null
    : `Expected a request to ${host}, got one to another host. Use that address.`
}
