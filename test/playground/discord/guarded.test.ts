import { expect, it } from 'vitest'
import { WebSocket } from 'ws'
import { openLoopback } from '../../../src/playground/discord/open.ts'
import { ask } from '../page/page.ts'
import { newsroom } from './newsroom.ts'
import { bytesOf } from './restart.ts'

it('invents a token that nobody can work out, of the shape of a bot’s', async () => {
  const tokens = await Promise.all(
    [1, 2].map(async () => {
      const loopback = await openLoopback({ botId: '1100000000000000002' })
      await loopback.close()
      return loopback.token
    }),
  )
  for (const token of tokens) expect(token).toMatch(/^MTEwMDAwMDAwMDAwMDAwMDAwMg\.[\w-]{6}\.[\w-]{27}$/)
  const [[, ...one], [, ...other]] = tokens.map((token) => token.split('.')) as [string[], string[]]
  for (const part of one) expect(other).not.toContain(part)
})

it('answers to its own name only, over HTTP and on the gateway', async () => {
  const { loopback, guild, desk, mira } = await newsroom()
  mira.post(desk, 'The harbour file.', { attachments: [{ name: 'a.txt', bytes: bytesOf('ledger') }] })
  const direct = mira.directMessage()
  mira.post(direct, 'Between us.')
  const { host } = new URL(loopback.apiUrl)
  const asked = (name: string, path: string) =>
    ask(new URL(path, loopback.apiUrl).href, { headers: { host: name, authorization: `Bot ${loopback.token}` } })
  const paths = [
    `/api/v10/channels/${direct.id}/messages`,
    `/api/v10/guilds/${guild.id}`,
    desk.messages[0]!.files[0]!.url,
  ]
  for (const path of paths) {
    for (const name of ['evil.example', `evil.example:${new URL(loopback.apiUrl).port}`, '127.0.0.1'])
      expect(await asked(name, path)).toMatchObject({ status: 421, body: expect.stringContaining(host) })
    for (const name of [host, host.replace('127.0.0.1', 'localhost')])
      expect((await asked(name, path)).status).toBe(200)
  }
  const log = loopback.requests.map(({ status }) => status)
  expect(log).not.toContain(421)

  const greeting = (name: string): Promise<unknown> =>
    new Promise((resolve, reject) => {
      const socket = new WebSocket(`ws://${host}/gateway`, { headers: { host: name } })
      socket.on('unexpected-response', (_, response) => resolve(response.statusCode))
      socket.on('message', (data) => {
        socket.terminate()
        resolve(JSON.parse(String(data)).op)
      })
      socket.on('error', reject)
    })
  expect(await greeting('evil.example')).toBe(421)
  expect(await greeting(host)).toBe(10)
})

it('serves a file to who has its address whole, and as nothing that a browser would run', async () => {
  const { desk, mira } = await newsroom()
  const page = { name: 'x.html', bytes: bytesOf('<script>1</script>') }
  const [first, second] = [0, 1].map(() => mira.post(desk, '', { attachments: [page] }).files[0]!.url) as [
    string,
    string,
  ]
  const served = await ask(first)
  expect(served).toMatchObject({ status: 200, body: '<script>1</script>' })
  expect(served.headers).toMatchObject({
    'x-content-type-options': 'nosniff',
    'content-disposition': 'attachment',
    'content-security-policy': "default-src 'none'; sandbox",
  })
  const bare = first.split('?')[0]!
  const others = new URL(second).search
  for (const wrong of [bare, `${bare}?hm=`, `${bare}?hm=undefined`, bare + others])
    expect((await ask(wrong)).status).toBe(404)
})

it('a path that can’t be read is refused, and isn’t held against the bot', async () => {
  const { loopback } = await newsroom()
  const { host } = new URL(loopback.apiUrl)
  for (const path of ['/api/v10/%E0', '/attachments/%E0%A4%A'])
    expect((await ask(`http://${host}${path}`, { headers: { host } })).status).toBe(400)
  expect(loopback.violations).toEqual([])
})
