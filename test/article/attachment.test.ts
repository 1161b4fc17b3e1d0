import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import { readAttachment } from '../../src/article/attachment.ts'

let server: Server | undefined
afterEach(() => {
  server?.closeAllConnections()
  server?.close()
})

/** A loopback Discord's host, which answers everything with one file. */
async function serve(status = 200, headers: Record<string, string> = {}): Promise<string> {
  server = createServer((_, response) => {
    response.writeHead(status, { 'content-type': 'application/octet-stream', ...headers })
    response.end('Ada Osk said that the quay moved.')
  })
  await new Promise<void>((done) => server?.listen(0, '127.0.0.1', done))
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

const file = (url: string, more: object = {}) => ({
  url,
  name: 'story.txt',
  size: 40,
  type: 'text/plain; charset=utf-8',
  ...more,
})

test('is read from the host of the API, where that is this machine', async () => {
  const host = await serve()
  const { article } = await readAttachment(file(`${host}/attachments/1/2/story.txt`), `${host}/api`)
  expect(article.text).toBe('Ada Osk said that the quay moved.')
})

test('this machine may be called by its name', async () => {
  const host = (await serve()).replace('127.0.0.1', 'localhost')
  const { article } = await readAttachment(file(`${host}/attachments/1/2/story.txt`), `${host}/api`)
  expect(article.text).toContain('Ada Osk')
})

test('a page that Discord calls plain text is read as what its name says', async () => {
  const host = await serve()
  const { article } = await readAttachment(file(`${host}/story.md`, { name: 'story.md' }), `${host}/api`)
  expect(article.text).toContain('Ada Osk')
})

test.each([
  ['another port of this machine', 'http://127.0.0.1:9/x'],
  ['another address of this machine', 'http://127.0.0.2:80/x'],
  ['a name that looks like Discord’s', 'https://cdn.discordapp.com.evil.example/x'],
  ['Discord’s host with another port', 'https://cdn.discordapp.com:8443/x'],
  ['Discord’s host over http', 'http://cdn.discordapp.com/x'],
  ['a user before the host', 'https://cdn.discordapp.com@evil.example/x'],
  ['a file of this machine', 'file:///etc/passwd'],
  ['no address', 'story.txt'],
])('%s is refused before anything is asked', async (_, url) => {
  await expect(readAttachment(file(url), 'http://127.0.0.1:1/api')).rejects.toThrow(
    /^Expected (?:an attachment that Discord keeps|a link)/,
  )
})

test('this machine is out of reach where the API is Discord’s own', async () => {
  const host = await serve()
  await expect(readAttachment(file(`${host}/story.txt`), 'https://discord.com/api')).rejects.toThrow(
    'Expected an attachment that Discord keeps',
  )
})

test('a redirect isn’t followed', async () => {
  const host = await serve(302, { location: 'http://127.0.0.1:9/' })
  await expect(readAttachment(file(`${host}/story.txt`), `${host}/api`)).rejects.toThrow('gone')
})

test.each([
  [404, 'is gone'],
  [403, 'is gone'],
])('%i is told in a sentence', async (status, expected) => {
  const host = await serve(status)
  await expect(readAttachment(file(`${host}/story.txt`), `${host}/api`)).rejects.toThrow(expected)
})

test.each([
  [{ type: 'image/png', name: 'quay.png' }, 'a picture'],
  [{ type: 'audio/ogg', name: 'call.ogg' }, 'an audio file'],
  [{ type: 'video/mp4', name: 'quay.mp4' }, 'a video file'],
  [{ size: 30 * 1024 * 1024 }, 'at most 5 MB'],
])('%j is refused before it is fetched', async (more, expected) => {
  await expect(readAttachment(file('http://127.0.0.1:9/x', more), 'http://127.0.0.1:9/api')).rejects.toThrow(expected)
})
