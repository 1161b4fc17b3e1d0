import { lookup as systemLookup } from 'node:dns'
import { isIP, type LookupFunction } from 'node:net'
import ipaddr from 'ipaddr.js'
import { buildConnector } from 'undici'
import { FetchError } from '../errors.ts'

/** Which addresses and ports a link may lead to. Tests allow more; nothing else does. */
export interface Reach {
  /** Addresses that are allowed although they aren't public ("127.0.0.1"). */
  readonly addresses?: readonly string[] | undefined
  /** Ports that are allowed beside 80 and 443. */
  readonly ports?: readonly number[] | undefined
  /** Stands in for the system's resolver. */
  readonly lookup?: LookupFunction | undefined
}

/** All addresses that are handed out for public use; the rest of IPv6 isn't, or leads into other networks. */
const publicIpv6 = ipaddr.IPv6.parse('2000::')

/**
 * Whether an address belongs to the public internet. Private, loopback, link-local, multicast, carrier-grade NAT,
 * documentation, benchmarking and reserved ranges don't; an IPv4 address within an IPv6 one (mapped, 6to4, Teredo,
 * NAT64) is never public as such.
 *
 * @param address an IPv4 or IPv6 address, without brackets
 */
export function isPublic(address: string): boolean {
  if (!ipaddr.isValid(address)) return false
  const parsed = ipaddr.parse(address)
  if (parsed.range() !== 'unicast') return false
  return parsed.kind() === 'ipv4' || (parsed as ipaddr.IPv6).match(publicIpv6, 3)
}

/**
 * Checks what a link's text says already: scheme, port, credentials, an address in place of a name.
 *
 * @throws FetchError with the reason `scheme`, `port` or `address`
 */
export function checkLink(url: URL, reach: Reach = {}): void {
  if (url.protocol !== 'http:' && url.protocol !== 'https:')
    throw new FetchError('scheme', {
      expected: 'a link that starts with http:// or https://',
      got: `one that starts with ${url.protocol}`,
      advice: 'Link the page of the article, or attach the file',
    })
  if (url.username || url.password)
    throw new FetchError('address', {
      expected: 'a link without a user name or password',
      got: 'one that holds them',
      advice: 'Paste the text of the article instead',
    })
  const port = Number(url.port || (url.protocol === 'http:' ? 80 : 443))
  if (port !== 80 && port !== 443 && !reach.ports?.includes(port))
    throw new FetchError('port', {
      expected: 'a link to port 80 or 443',
      got: `one to port ${port}`,
      advice: 'Link the public page of the article, or paste its text',
    })
  const host = url.hostname.replace(/^\[|\]$/g, '')
  if (isIP(host)) checkAddress(host, host, reach)
}

/**
 * Opens connections to public addresses only. The address that was checked is the one that is connected to: the name
 * isn't looked up a second time, so its answer can't change in between. One address out of bounds among those of a name
 * refuses the name.
 */
export function guardedConnector(reach: Reach = {}): buildConnector.connector {
  const resolve = reach.lookup ?? (systemLookup as LookupFunction)
  const lookup: LookupFunction = (host, options, done) => {
    resolve(host, options, (error, found, family) => {
      if (error) return done(error, '', 0)
      try {
        const addresses = Array.isArray(found) ? found : [{ address: found, family: family ?? 0 }]
        for (const { address } of addresses) checkAddress(address, host, reach)
        done(null, found as string, family as number)
      } catch (refusal) {
        done(refusal as Error, '', 0)
      }
    })
  }
  const connect = buildConnector({ lookup, timeout: 10_000 })
  return (options, done) => {
    try {
      // A literal address is never looked up.
      const host = options.hostname.replace(/^\[|\]$/g, '')
      if (isIP(host)) checkAddress(host, host, reach)
    } catch (refusal) {
      return done(refusal as Error, null)
    }
    connect(options, done)
  }
}

function checkAddress(address: string, host: string, reach: Reach): void {
  if (reach.addresses?.includes(address) || isPublic(address)) return
  throw new FetchError('address', {
    expected: 'a link to a public address',
    got: host === address ? `one to ${address}` : `${host}, which leads to ${address}`,
    advice: 'Link the public page of the article, or paste its text',
  })
}
