import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, test } from 'vitest'
import { readAttachment } from '../../src/article/attachment.ts'

const file = { name: 'story.txt', size: 100, type: 'text/plain' }

test('a keeper of files that doesn’t answer is told as such, not as a bad link', async () => {
  const server = createServer()
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const api = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  await new Promise((done) => server.close(done))
  await expect(readAttachment({ ...file, url: `${api}/a/story.txt` }, `${api}/api`)).rejects.toThrow(
    'Expected the attached file, got nothing from where Discord keeps it, or too little in time. Attach it again.',
  )
})

test('a file that is larger than was announced is told as too large a file', async () => {
  const server = createServer((_, response) => response.end(Buffer.alloc(6 * 1024 * 1024, 'a ')))
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const api = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  await expect(readAttachment({ ...file, url: `${api}/a/story.txt` }, `${api}/api`)).rejects.toThrow(
    'Expected at most 5 MB, got more.',
  )
  server.closeAllConnections()
  await new Promise((done) => server.close(done))
})
