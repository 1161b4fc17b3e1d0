import { Script } from 'node:vm'
import { expect, it } from 'vitest'
import { servedFiles } from '../../../src/playground/page/served-files.ts'
import { ask, openedPage } from './page.ts'

it('shows each account its channels and messages, and the outsider nothing of a hidden one', async () => {
  const { room, url, vault, outsider, state } = await openedPage()
  room.mira.post(vault, 'The harbour file is in the drawer.', {
    attachments: [{ name: 'drawer.txt', bytes: Buffer.from('ledger') }],
  })
  const seen = await state(room.mira, vault)
  expect(seen.channels.map(({ name }) => name)).toEqual(['desk', 'vault', 'Hearsay'])
  expect(seen.messages.map(({ author, raw }) => [author, raw.content])).toEqual([
    ['Mira', 'The harbour file is in the drawer.'],
  ])
  const hidden = await state(outsider, vault)
  expect(hidden).toMatchObject({
    channel: room.desk.id,
    channels: [{ name: 'desk' }, { name: 'Hearsay' }],
    messages: [],
  })
  expect(JSON.stringify(hidden)).not.toMatch(/harbour|drawer|vault/)

  const address = seen.messages[0]!.raw.attachments[0]!.url
  const file = await ask(url + address)
  expect(file).toMatchObject({ status: 200, body: 'ledger' })
  expect(file.headers['content-disposition']).toMatch(/^attachment/)
  const others = await ask(url + address.replace(room.mira.id, outsider.id))
  expect(others.status).toBe(404)
  expect(others.body).not.toMatch(/ledger/)
})

it('keeps the traffic of a hidden channel from who can’t see it', async () => {
  const { room, url, vault, outsider, act, state } = await openedPage()
  await act(room.mira, vault, { kind: 'command', name: 'help', options: {} })
  const own = (await state(room.mira, vault)).traffic
  const sent = own.find(({ direction }) => direction === 'in')!
  expect(own.map(({ method, bare }) => [method, bare])).toContainEqual(['EVENT', false])
  expect(own.find(({ path }) => path.startsWith('/interactions/'))?.path).toMatch(/…/)
  expect((await ask(`${url}/api/body?account=${room.mira.id}&number=${sent.number}`)).body).toMatch(/"name":"help"/)

  const others = (await state(outsider)).traffic.find(({ number }) => number === sent.number)
  expect(others?.bare).toBe(true)
  expect((await ask(`${url}/api/body?account=${outsider.id}&number=${sent.number}`)).status).toBe(404)

  await fetch(`${room.discord.apiUrl}/v10/channels/${vault.id}/messages`, {
    method: 'POST',
    headers: { authorization: `Bot ${room.discord.token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ content: 'For the vault' }),
  })
  const last = (await state(room.mira)).traffic.at(-1)!
  expect(last).toMatchObject({ method: 'POST', path: `/channels/${vault.id}/messages`, bare: false })
  expect((await state(outsider)).traffic.at(-1)?.bare).toBe(true)
  expect((await ask(`${url}/api/body?account=${outsider.id}&number=${last.number}`)).status).toBe(404)
})

it('shows each account its direct message with the bot, and its traffic to nobody else', async () => {
  const { room, url, outsider, act, state } = await openedPage()
  const direct = room.mira.directMessage()
  const { applicationId } = room.discord
  const asBot = (method: string, path: string, body: object) =>
    fetch(`${room.discord.apiUrl}/v10${path}`, {
      method,
      headers: { authorization: `Bot ${room.discord.token}`, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
  await act(room.mira, direct, { kind: 'post', content: 'Between us: the harbour file.', files: [] })
  const seen = await state(room.mira, direct)
  expect(seen).toMatchObject({ channel: direct.id, messages: [{ raw: { content: 'Between us: the harbour file.' } }] })
  expect(seen.channels.at(-1)).toEqual({ id: direct.id, name: 'Hearsay', kind: 'dm', parent: null })
  const others = await state(outsider, direct)
  expect(others.channel).toBe(room.desk.id)
  expect(others.channels.map(({ id }) => id)).toEqual([room.desk.id, outsider.directMessage().id])
  await expect(act(outsider, direct, { kind: 'post', content: 'Hello', files: [] })).rejects.toThrow(/404/)

  expect(seen.commands).toEqual([])
  const command = { kind: 'command', name: 'help', options: {} } as const
  await expect(act(room.mira, direct, command)).rejects.toThrow(/400 Expected a command for direct messages, got help/)
  await asBot('PUT', `/applications/${applicationId}/commands`, [{ name: 'ask', description: 'Asks' }])
  expect((await state(room.mira, direct)).commands.map(({ name }) => name)).toEqual(['ask'])
  expect(await act(room.mira, direct, { ...command, name: 'ask' })).toMatchObject({ kind: 'message' })
  await asBot('POST', '/users/@me/channels', { recipient_id: room.mira.id })
  const own = (await state(room.mira, direct)).traffic.filter(({ bare }) => !bare).slice(-3)
  expect(own.map(({ path }) => path.split('/')[1] ?? path)).toEqual(['INTERACTION_CREATE', 'interactions', 'users'])
  const foreign = (await state(outsider)).traffic.slice(-3)
  expect(foreign.map(({ bare }) => bare)).toEqual([true, true, true])
  for (const { number } of own) {
    expect((await ask(`${url}/api/body?account=${room.mira.id}&number=${number}`)).status).toBe(200)
    expect((await ask(`${url}/api/body?account=${outsider.id}&number=${number}`)).status).toBe(404)
  }
})

it('fills selects of channels with those that the account sees', async () => {
  const { room, vault, outsider, state } = await openedPage()
  const { discord, mira, desk } = room
  const components = [{ type: 1, components: [{ type: 8, custom_id: 'where' }] }]
  await fetch(`${discord.apiUrl}/v10/channels/${desk.id}/messages`, {
    method: 'POST',
    headers: { authorization: `Bot ${discord.token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ content: 'Where?', components }),
  })
  const offered = async (member: typeof mira) =>
    (await state(member, desk)).messages[0]!.raw.components[0]!.components![0]!.options!.map(({ value }) => value)
  expect(await offered(mira)).toEqual([desk.id, vault.id])
  expect(await offered(outsider)).toEqual([desk.id])
})

it('answers to its own name only, and takes acts from its own page only', async () => {
  const { room, url } = await openedPage()
  const foreign = await ask(`${url}/api/state`, { headers: { host: 'newsroom.example' } })
  expect(foreign.status).toBe(421)
  const local = await ask(`${url}/api/state`, { headers: { host: url.replace('http://127.0.0.1', 'localhost') } })
  expect(local.status).toBe(200)
  const body = JSON.stringify({
    account: room.mira.id,
    channel: room.desk.id,
    act: { kind: 'post', content: 'Hello', files: [] },
  })
  const type = { 'content-type': 'application/json' }
  for (const headers of [type, { ...type, origin: 'https://elsewhere.example' }, { ...type, origin: 'null' }])
    expect((await ask(`${url}/api/act`, { method: 'POST', headers, body })).status).toBe(403)
  expect(room.desk.messages).toEqual([])
  expect((await ask(`${url}/api/act`, { method: 'POST', headers: { ...type, origin: url }, body })).status).toBe(200)
  expect(room.desk.messages).toHaveLength(1)
})

it('refuses what it can’t read, in words, and goes on', async () => {
  const { room, url } = await openedPage()
  const post = (body: string, type = 'application/json') =>
    ask(`${url}/api/act`, { method: 'POST', headers: { origin: url, 'content-type': type }, body })
  const deed = (act: unknown): string => JSON.stringify({ account: room.mira.id, channel: room.desk.id, act })
  for (const body of [
    '',
    '{',
    '[]',
    'null',
    deed(null),
    deed({ kind: 'fly' }),
    deed({ kind: 'post', content: 3, files: [] }),
  ])
    expect((await post(body)).status).toBe(400)
  expect((await post(deed({ kind: 'post', content: ' ', files: [] }))).body).toMatch(/Expected a message, got none/)
  expect((await post(deed({ kind: 'press', message: '1', id: 'x' }))).status).toBe(404)
  expect((await post(deed({ kind: 'post', content: 'x', files: [{}] }))).status).toBe(400)
  expect((await post('{}', 'text/plain')).status).toBe(415)
  expect((await post('{"account":"1"}')).status).toBe(404)
  for (const path of ['/api/nothing', '/browser/../server.ts', '/package.json', '/file/1/2/3/4'])
    expect((await ask(url + path)).status).toBe(404)
  expect((await ask(`${url}//`)).status).toBe(400)
  expect((await ask(url, { method: 'DELETE' })).status).toBe(405)
  expect((await ask(url)).status).toBe(200)
})

it('serves the page with nothing inline, and says so in its policy', async () => {
  const { url } = await openedPage()
  const page = await ask(url)
  expect(page.headers['content-security-policy']).toMatch(/default-src 'none'; script-src 'self'; style-src 'self'/)
  expect(page.headers['content-security-policy']).not.toMatch(/unsafe/)
  expect(page.body).not.toMatch(/<style|\sstyle=|\son\w+=|<script(?![^>]*\ssrc=)/)
})

it('serves plain JavaScript that sets nothing as HTML', async () => {
  const modules = [...(await servedFiles())].filter(([path]) => path.startsWith('/browser/'))
  expect(modules.length).toBeGreaterThan(10)
  for (const [path, { body }] of modules) {
    // A script takes neither imports nor exports, nor waits at its top; all else it parses.
    const bare = body
      .replace(/^import [^\n]*(?:\n[^\n]*)*? from '[^']+'/gm, '')
      .replace(/^export (?:\{[^}]*\}[^\n]*)?/gm, '')
    expect(() => new Script(`async () => {\n${bare}\n}`), path).not.toThrow()
    expect(body, path).not.toMatch(/innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\b|new Function/)
    for (const [, name] of body.matchAll(/ from '([^']+)'/g))
      expect(modules.map(([one]) => one)).toContain(`/browser/${name!.slice(2)}`)
  }
})
