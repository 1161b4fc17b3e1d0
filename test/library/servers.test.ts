import net from 'node:net'
import { expect, it } from 'vitest'
import { StoreError } from '../../src/errors.ts'
import { openLibrary } from '../../src/library/library.ts'
import { openStore } from '../../src/library/store.ts'
import { addressOf, storeError } from '../../src/library/store-address.ts'
import { folder } from './made.ts'

/** Something that listens on this machine and answers each piece it gets; `stop` drops everybody. */
async function listening(answer: (piece: string) => string | null, port = 0) {
  const sockets = new Set<net.Socket>()
  const server = net.createServer((socket) => {
    sockets.add(socket)
    socket.on('error', () => {})
    socket.on('data', (piece) => {
      const words = answer(piece.toString('latin1'))
      if (words === null) socket.destroy()
      else socket.write(words)
    })
  })
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
  return {
    port: (server.address() as net.AddressInfo).port,
    stop: () => {
      for (const socket of sockets) socket.destroy()
      return new Promise((resolve) => server.close(resolve))
    },
  }
}

/** As much of Redis as it takes: one value, for every key; every command of a piece is answered. */
function redis() {
  let value = '$-1\r\n'
  const key = '$12\r\nhearsay::1/a\r\n'
  return (piece: string): string => {
    const commands = piece
      .split(/(?=\*\d+\r\n\$)/)
      .map((command) => command.split('\r\n').filter((_, i) => i > 0 && i % 2 === 0))
    return commands
      .map(([name, , text]) => {
        if (name === 'SET') value = `$${text!.length}\r\n${text}\r\n`
        if (name === 'GET') return value
        // As it may while keys are being added, it lists one twice.
        if (name === 'SCAN') return `*2\r\n$1\r\n0\r\n*2\r\n${key}${key}`
        return name === 'MGET' ? `*2\r\n${value}${value}` : '+OK\r\n'
      })
      .join('')
  }
}

const closedPort = async () => {
  const { port, stop } = await listening(() => null)
  await stop()
  return port
}

it.each(['redis', 'postgres'])('%s that isn’t there is a sentence without user or password', async (scheme) => {
  const port = await closedPort()
  const opening = openLibrary({ store: `${scheme}://editor:hush-hush@127.0.0.1:${port}/0`, home: await folder() })
  const error = await opening.then(
    () => null,
    (reason: unknown) => reason,
  )
  expect(error).toBeInstanceOf(StoreError)
  expect(String(error)).toMatch(/(?:Redis|PostgreSQL) at 127\.0\.0\.1:\d+: nobody answers there\. Start the server/)
  expect(String(error)).not.toMatch(/hush|editor/)
})

it.each(['redis', 'postgres'])('%s that hangs up at once is a sentence', async (scheme) => {
  const server = await listening(() => null)
  await expect(openStore(`${scheme}://127.0.0.1:${server.port}/0`, await folder())).rejects.toThrow(
    /the connection was lost/,
  )
  await server.stop()
})

it('a refused password is a sentence', async () => {
  const server = await listening((piece) =>
    piece
      .split(/(?=\*\d+\r\n\$)/)
      .map(() => '-WRONGPASS invalid username-password pair\r\n')
      .join(''),
  )
  const opening = openStore(`redis://editor:hush-hush@127.0.0.1:${server.port}`, await folder())
  await expect(opening).rejects.toThrow(/: user or password were refused\. Correct them in KEYV_URL\.$/)
  await server.stop()
})

it('Redis that goes away fails with a sentence, request by request, and works again when it is back', async () => {
  const server = await listening(redis())
  const store = await openStore(`redis://127.0.0.1:${server.port}`, await folder())
  await store.set('1/a', 'one')
  expect(await store.get('1/a')).toBe('one')
  const listed = []
  for await (const pair of store.iterate('1/')) listed.push(pair)
  expect(listed).toEqual([['1/a', 'one']])
  await server.stop()
  for (let i = 0; i < 3; i++) await expect(store.get('1/a')).rejects.toBeInstanceOf(StoreError)
  await expect(Promise.all([store.set('1/a', 'two'), store.get('1/a')])).rejects.toBeInstanceOf(StoreError)
  const back = await listening(redis(), server.port)
  await store.set('1/a', 'three')
  expect(await Promise.all([store.get('1/a'), store.get('1/a')])).toEqual(['three', 'three'])
  await store.close()
  await expect(store.get('1/a')).rejects.toBeInstanceOf(StoreError)
  await back.stop()
})

it.each(['mongodb://127.0.0.1/x', 'redis://', 'nonsense', 'http://editor:hush-hush@a.example'])(
  'the address %s is refused, and not repeated',
  async (url) => {
    expect(() => addressOf(url, '/home')).toThrow(/expected sqlite:\/\/, redis:\/\/ or postgres:\/\//)
    expect(() => addressOf(url, '/home')).not.toThrow(/hush/)
  },
)

it.each([
  ['28P01', 'password authentication failed for user "editor"', /user or password were refused/],
  ['3D000', 'database "x" does not exist', /no such database/],
  ['ENOTFOUND', 'getaddrinfo ENOTFOUND editor:hush-hush', /no such host/],
  ['42501', 'permission denied for schema public', /may not write there/],
  ['', 'Query read timeout', /no answer in time/],
  ['57P01', 'terminating connection due to administrator command', /the connection was lost/],
  ['', 'something about hush-hush', /the request failed/],
])('what PostgreSQL means by %s %s', (code, message, sentence) => {
  const address = addressOf('postgres://editor:hush-hush@db.example:5432/x', '/home')
  const error = storeError(address, Object.assign(new Error(message), { code }))
  expect(error.message).toMatch(sentence)
  expect(error.message).toMatch(/^PostgreSQL at db\.example:5432: /)
  expect(error.message).not.toMatch(/hush|editor/)
})
