import { request } from 'node:http'
import { Client, GatewayIntentBits, HTTPError, MessageFlags, Routes } from 'discord.js'
import { expect, it, onTestFinished } from 'vitest'
import { newsroom } from './newsroom.ts'

const help = { name: 'help', description: 'What can be asked' }

it('refuses a first answer that comes too late with 10062', async () => {
  const { loopback, desk, mira, logIn, thrown } = await newsroom({ firstAnswerMs: 60 })
  const late = Promise.withResolvers<void>()
  const client = await logIn(async (interaction) => {
    if (!interaction.isChatInputCommand()) return
    await late.promise
    await interaction.reply('Late.').catch(async (error) => {
      thrown.push(error)
      await interaction.followUp('Later.')
    })
  })
  await client.application.commands.set([help])
  const answer = await mira.command('help', {}, { channel: desk })
  expect(answer).toMatchObject({ kind: 'none', firstAfter: Number.POSITIVE_INFINITY, message: null, followUps: [] })
  late.resolve()
  await expect.poll(() => thrown[0]).toMatchObject({ status: 404, code: 10062 })
  expect(desk.messages).toEqual([])
  expect(loopback.requests.at(-1)).toMatchObject({ status: 404, code: 10062 })
})

it('refuses a second first answer with 40060', async () => {
  const { loopback, desk, mira, logIn } = await newsroom()
  const refusals: unknown[] = []
  const client = await logIn(async (interaction) => {
    if (!interaction.isChatInputCommand()) return
    const body = { type: 4, data: { content: 'Again.' } }
    await interaction.reply('Once.')
    await client.rest
      .post(Routes.interactionCallback(interaction.id, interaction.token), { body, auth: false })
      .catch((error) => refusals.push(error))
  })
  await client.application.commands.set([help])
  const answer = await mira.command('help', {}, { channel: desk })
  await expect.poll(() => refusals).toMatchObject([{ status: 400, code: 40060 }])
  expect(answer.message?.text).toBe('Once.')
  expect(desk.messages).toHaveLength(1)
  expect(loopback.violations).toHaveLength(1)
})

it('refuses everything with 50027 once the token is over, and keeps the client logged in', async () => {
  const { desk, mira, logIn, thrown } = await newsroom()
  const over = Promise.withResolvers<void>()
  const client = await logIn(async (interaction) => {
    if (!interaction.isChatInputCommand()) return
    await interaction.deferReply({ flags: MessageFlags.Ephemeral })
    await over.promise
    await interaction.editReply('Late.')
  })
  await client.application.commands.set([help])
  const answer = await mira.command('help', {}, { channel: desk })
  answer.expireToken()
  over.resolve()
  await expect.poll(() => thrown).toMatchObject([{ status: 401, code: 50027 }])
  expect(answer.message?.loading).toBe(true)
  expect(client.token).not.toBeNull()
  const settled = await answer.settled(1)
  expect(settled.message?.text).toBe('')
})

it('refuses an answer that doesn’t fit: an update where nothing was pressed', async () => {
  const { loopback, desk, mira, logIn, thrown } = await newsroom({ firstAnswerMs: 200, validate: () => [] })
  const client = await logIn(async (interaction) => {
    if (!interaction.isChatInputCommand()) return
    const body = { type: 7, data: { content: 'Updated.' } }
    await client.rest.post(Routes.interactionCallback(interaction.id, interaction.token), { body, auth: false })
  })
  await client.application.commands.set([help])
  expect((await mira.command('help', {}, { channel: desk })).kind).toBe('none')
  expect(thrown).toMatchObject([{ status: 400, code: 50035 }])
  expect(loopback.violations).toMatchObject([expect.stringContaining("Type 7 can't answer")])
})

it('limits rates and breaks down on demand; the client tries again', async () => {
  const { loopback, desk, logIn } = await newsroom()
  const client = await logIn()
  const post = (content: string): Promise<unknown> =>
    client.rest.post(Routes.channelMessages(desk.id), { body: { content } })
  loopback.failNext({ method: 'POST', path: /messages$/ }, { status: 429, times: 2 })
  await post('After two.')
  loopback.failNext({ path: /messages$/ }, { status: 500 })
  loopback.failNext({ path: /messages$/ }, { status: 502 })
  await post('After two more.')
  expect(loopback.requests.slice(-6).map(({ status }) => status)).toEqual([429, 429, 200, 500, 502, 200])
  loopback.failNext({ path: /messages$/ }, { status: 500, times: 4 })
  await expect(post('Never.')).rejects.toBeInstanceOf(HTTPError)
  loopback.failNext({ method: 'GET' }, { status: 403 })
  await post('Not a GET.')
  await expect(client.rest.get(Routes.user())).rejects.toMatchObject({ status: 403, code: 50001 })
  loopback.failNext({}, { status: 404 })
  await expect(client.rest.get(Routes.user())).rejects.toMatchObject({ status: 404 })
  expect(desk.messages.map(({ text }) => text)).toEqual(['After two.', 'After two more.', 'Not a GET.'])
})

it('tells of 429 with what the client needs, where it may not wait', async () => {
  const { loopback } = await newsroom()
  const client = new Client({
    intents: [GatewayIntentBits.Guilds],
    rest: { api: loopback.apiUrl, version: '10', rejectOnRateLimit: () => true },
  })
  onTestFinished(() => client.destroy())
  client.rest.setToken(loopback.token)
  loopback.failNext({}, { status: 429, retryAfter: 2.5 })
  await expect(client.rest.get(Routes.user())).rejects.toMatchObject({
    name: expect.stringContaining('RateLimitError'),
    scope: 'user',
  })
  const answer = await fetch(`${loopback.apiUrl}/v10/users/@me`, {
    headers: { authorization: `Bot ${loopback.token}` },
  })
  expect(answer.status).toBe(200)
  loopback.failNext({}, { status: 429, retryAfter: 2.5 })
  const limited = await fetch(`${loopback.apiUrl}/v10/users/@me`)
  expect([limited.status, limited.headers.get('retry-after'), await limited.json()]).toEqual([
    429,
    '2.5',
    { message: 'You are being rate limited.', retry_after: 2.5, global: false },
  ])
})

it('takes no offence at a client that hangs up in mid-request', async () => {
  const { loopback, desk } = await newsroom()
  const path = `/api/v10/channels/${desk.id}/messages`
  const hungUp = Promise.withResolvers<void>()
  const sent = request(new URL(path, loopback.apiUrl), { method: 'POST', headers: { 'content-length': 100 } })
  sent.on('error', () => hungUp.resolve())
  sent.write('{', () => setTimeout(() => sent.destroy(new Error('hung up')), 20))
  await hungUp.promise
  const headers = { authorization: `Bot ${loopback.token}` }
  await expect.poll(async () => (await fetch(`${loopback.apiUrl}/v10/users/@me`, { headers })).status).toBe(200)
  expect(loopback.violations).toEqual([])
})

it('answers bodies that are no JSON, and paths that don’t exist', async () => {
  const { loopback, desk } = await newsroom()
  const send = async (path: string, body: string): Promise<unknown> => {
    const headers = { authorization: `Bot ${loopback.token}`, 'content-type': 'application/json' }
    const answer = await fetch(`${loopback.apiUrl}/v10${path}`, { method: 'POST', headers, body })
    return [answer.status, ((await answer.json()) as { readonly code: number }).code]
  }
  expect(await send(`/channels/${desk.id}/messages`, '{"content":')).toEqual([400, 50109])
  expect(await send('/nowhere', '{}')).toEqual([404, 0])
})
