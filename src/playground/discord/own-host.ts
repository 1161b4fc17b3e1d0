/** Only who asks for this machine by its own name gets anything: a page elsewhere can point its name at it. */
import type { IncomingMessage } from 'node:http'

/** Under which names `http://127.0.0.1:PORT` is asked for; without the port where it is HTTP's own. */
export function ownHosts(origin: string): readonly string[] {
  const { host } = new URL(origin)
  return [host, host.replace('127.0.0.1', 'localhost')]
}

/** What is said, with status 421, to who asked for another host; null where all is well. */
export function otherHost({ origin }: { readonly origin: string }, { headers }: IncomingMessage): string | null {
  const [own, local] = ownHosts(origin)
  return headers.host === own || headers.host === local
    ? null
    : `Expected a request to ${own}, got one to another host. Use that address.`
}
