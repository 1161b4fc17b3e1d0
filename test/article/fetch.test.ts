import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo, LookupFunction } from 'node:net'
import { gzipSync } from 'node:zlib'
import { afterEach, describe, expect, test } from 'vitest'
import type { Reach } from '../../src/article/address.ts'
import { fetchPage } from '../../src/article/fetch.ts'
import { readLink } from '../../src/article/read.ts'

// A real server on loopback, which the options allow; nothing else is reached, and the names are looked up by a stand-in.
let server: Server | undefined
afterEach(() => {
  server?.closeAllConnections()
  server?.close()
})

async function serve(
  answer: RequestListener,
): Promise<{ readonly link: string; readonly reach: Reach; readonly port: number }> {
  server = createServer(answer)
  await new Promise<void>((done) => server?.listen(0, '127.0.0.1', done))
  const { port } = server.address() as AddressInfo
  return { link: `http://127.0.0.1:${port}/story`, reach: { addresses: ['127.0.0.1'], ports: [port] }, port }
}

/** A resolver that gives one list of addresses after the other. */
function resolver(...answers: readonly (readonly string[])[]): {
  readonly lookup: LookupFunction
  readonly calls: () => number
} {
  let calls = 0
  const lookup: LookupFunction = (_, options, done) => {
    const addresses = (answers[Math.min(calls++, answers.length - 1)] ?? []).map((address) => ({
      address,
      family: address.includes(':') ? 6 : 4,
    }))
    if (options.all) done(null, addresses)
    else done(null, addresses[0]?.address ?? '', addresses[0]?.family ?? 4)
  }
  return { lookup, calls: () => calls }
}

const refused = (reason: string) =>
  expect.objectContaining({
    name: 'InputError',
    reason,
    message: expect.stringMatching(/^Expected .+, got .+\. .+\.$/),
  })

describe('a page comes', () => {
  test('with address, type and encoding, asked for by name and without a referrer', async () => {
    const seen: unknown[] = []
    const { link, reach } = await serve((request, response) => {
      seen.push(request.headers['user-agent'], request.headers.referer, request.headers.cookie)
      response.setHeader('content-type', 'text/html; charset="windows-1252"').end('<p>so</p>')
    })
    const fetched = await fetchPage(`${link}#part`, { reach })
    expect(fetched).toMatchObject({ url: link, type: 'html', charset: 'windows-1252' })
    expect(new TextDecoder().decode(fetched.bytes)).toBe('<p>so</p>')
    expect(seen).toEqual(['Hearsay/0.1', undefined, undefined])
  })

  test('through redirects, as the address it ends at', async () => {
    const { link, reach } = await serve((request, response) => {
      if (request.url === '/story') response.writeHead(302, { location: '/moved' }).end()
      else response.setHeader('content-type', 'text/plain').end('The bridge opened on Monday, the mayor said.')
    })
    const { article } = await readLink(link, { reach })
    expect(article.url).toBe(link.replace('story', 'moved'))
    expect(article.text).toBe('The bridge opened on Monday, the mayor said.')
    expect(article.fetchedAt).toMatch(/^\d{4}-\d\d-\d\dT/)
  })

  test('from the address that was looked up, once', async () => {
    const { reach, port } = await serve((_, response) =>
      response.setHeader('content-type', 'text/html').end('<p>so</p>'),
    )
    const { lookup, calls } = resolver(['127.0.0.1'], ['10.0.0.1'])
    await fetchPage(`http://localhost:${port}/`, { reach: { ...reach, lookup } })
    expect(calls()).toBe(1)
  })
})

describe('a page is refused', () => {
  test.each([
    ['a private address', ['10.0.0.1']],
    ['loopback', ['127.0.0.2']],
    ['a link-local address', ['169.254.169.254']],
    ['IPv4 within IPv6', ['::ffff:10.0.0.1']],
    ['one bad address among good ones', ['127.0.0.1', '192.168.0.1']],
  ])('where its name leads to %s', async (_, addresses) => {
    let asked = 0
    const { reach, port } = await serve((_request, response) => {
      asked++
      response.end()
    })
    const fetching = fetchPage(`http://localhost:${port}/`, { reach: { ...reach, lookup: resolver(addresses).lookup } })
    await expect(fetching).rejects.toEqual(refused('address'))
    expect(asked).toBe(0)
  })

  test.each([
    ['address', 'http://127.0.0.2/'],
    ['address', 'http://[::ffff:10.0.0.1]/'],
    ['address', 'http://0x7f000002/'],
    ['scheme', 'file:///etc/hostname'],
    ['port', 'http://127.0.0.1:22/'],
  ])('with the reason "%s" where it is redirected to %s', async (reason, location) => {
    const { link, reach } = await serve((_, response) => response.writeHead(301, { location }).end())
    await expect(fetchPage(link, { reach })).rejects.toEqual(refused(reason))
  })

  test('where it is redirected for ever', async () => {
    let asked = 0
    const { link, reach } = await serve((_, response) => response.writeHead(302, { location: `/${++asked}` }).end())
    await expect(fetchPage(link, { reach })).rejects.toEqual(refused('redirects'))
    expect(asked).toBe(6)
  })

  test.each([404, 403, 429, 500])('where the answer is %i', async (status) => {
    const { link, reach } = await serve((_, response) => response.writeHead(status).end())
    await expect(fetchPage(link, { reach })).rejects.toEqual(refused('status'))
  })

  test.each(['application/pdf', 'image/png', 'application/octet-stream'])('where it is %s', async (type) => {
    const { link, reach } = await serve((_, response) => response.setHeader('content-type', type).end('x'))
    await expect(fetchPage(link, { reach })).rejects.toEqual(refused('type'))
  })

  test('where it doesn’t end in time, before or after its first words', async () => {
    const silent = await serve(() => {})
    await expect(fetchPage(silent.link, { reach: silent.reach, timeout: 50 })).rejects.toEqual(refused('timeout'))
    const slow = await serve((_, response) => void response.setHeader('content-type', 'text/html').write('<p>so'))
    await expect(fetchPage(slow.link, { reach: slow.reach, timeout: 200 })).rejects.toEqual(refused('timeout'))
  })

  test('where it is larger than allowed once unpacked', async () => {
    const bomb = gzipSync(Buffer.alloc(200_000, 'a'))
    const { link, reach } = await serve((_, response) =>
      response.writeHead(200, { 'content-type': 'text/html', 'content-encoding': 'gzip' }).end(bomb),
    )
    await expect(fetchPage(link, { reach, size: 100_000 })).rejects.toEqual(refused('size'))
    expect((await fetchPage(link, { reach, size: 200_000 })).bytes).toHaveLength(200_000)
  })

  test('where the resolver has no answer, by whether there is a name or a way to ask', async () => {
    const failing = (code: string): Reach => ({
      lookup: (_host, _options, done) => done(Object.assign(new Error(code), { code }), '', 0),
    })
    await expect(fetchPage('http://localhost/', { reach: failing('ENOTFOUND') })).rejects.toThrow('no site has')
    await expect(fetchPage('http://localhost/', { reach: failing('EAI_AGAIN') })).rejects.toThrow('may be offline')
  })

  test('where nobody answers, and where the link is none', async () => {
    const { link, reach } = await serve(() => {})
    server?.close()
    await expect(fetchPage(link, { reach })).rejects.toEqual(refused('network'))
    await expect(fetchPage('the bridge')).rejects.toEqual(refused('scheme'))
  })
})
