import { Client, Events, GatewayIntentBits, REST, Routes } from 'discord.js'
import { expect, it, onTestFinished } from 'vitest'
import { WebSocket } from 'ws'
import { clientOf, newsroom } from './newsroom.ts'

it('logs the real client in, with its guild, channels and itself as a member', async () => {
  const { loopback, guild, desk, logIn } = await newsroom()
  const thread = guild.addChannel({ name: 'lifeboats', kind: 'public-thread', parent: desk })
  const client = await logIn()
  expect(client.user.id).toBe(loopback.applicationId)
  const seen = client.guilds.cache.get(guild.id)
  expect(seen?.name).toBe('The Vellgrad Courier')
  expect(seen?.members.me?.id).toBe(client.user.id)
  expect(seen?.channels.cache.map(({ id, name }) => ({ id, name }))).toEqual([
    { id: desk.id, name: 'desk' },
    { id: thread.id, name: 'lifeboats' },
  ])
  expect((await client.application.fetch()).name).toBe('Hearsay')
  expect(loopback.sessions).toBe(1)
})

it('turns a wrong token away over HTTP and on the gateway', async () => {
  const { loopback } = await newsroom()
  await expect(clientOf(loopback).login('bm90.a.token')).rejects.toThrow(/invalid token/i)
  const rest = new REST({ api: loopback.apiUrl, version: '10' }).setToken('bm90.a.token')
  await expect(rest.get(Routes.user())).rejects.toMatchObject({ status: 401 })
  const socket = new WebSocket(`${loopback.apiUrl.replace(/^http(.*)\/api$/, 'ws$1')}/gateway`)
  const closed = new Promise<number>((resolve) => {
    socket.on('close', resolve)
  })
  socket.on('open', () => socket.send(JSON.stringify({ op: 2, d: { token: 'bm90.a.token', intents: 1 } })))
  expect(await closed).toBe(4004)
})

it('closes on privileged intents, which nobody switched on', async () => {
  const { loopback } = await newsroom()
  const client = new Client({
    intents: [GatewayIntentBits.Guilds, GatewayIntentBits.MessageContent],
    rest: { api: loopback.apiUrl, version: '10' },
  })
  onTestFinished(() => client.destroy())
  await expect(client.login(loopback.token)).rejects.toThrow(/disallowed intents/)
})

it('tells a client that is logged in of guilds, channels and threads that come and go', async () => {
  const { loopback, guild, desk, logIn } = await newsroom()
  const client = await logIn()
  const heard: string[] = []
  const last = new Promise<void>((resolve) => {
    client.on(Events.GuildCreate, ({ name }) => heard.push(`+ ${name}`))
    client.on(Events.GuildUnavailable, ({ name }) => heard.push(`? ${name}`))
    client.on(Events.ChannelCreate, ({ name }) => heard.push(`+ #${name}`))
    client.on(Events.ThreadCreate, ({ name }) => heard.push(`+ ${name}`))
    client.on(Events.ThreadDelete, ({ name }) => heard.push(`- ${name}`))
    client.on(Events.ChannelDelete, (channel) => heard.push(`- #${'name' in channel ? channel.name : ''}`))
    client.on(Events.GuildDelete, ({ name }) => {
      heard.push(`- ${name}`)
      resolve()
    })
  })
  const other = loopback.addGuild({ name: 'The Dune Post' })
  const politics = other.addChannel({ name: 'politics' })
  const tam = other.addMember({ name: 'Tam' })
  guild.addChannel({ name: 'lifeboats', kind: 'public-thread', parent: desk })
  guild.deleteChannel(desk)
  other.outage()
  other.removeBot()
  await last
  await expect(tam.command('help', {}, { channel: politics })).rejects.toThrow(
    /a guild with the bot in it, got The Dune/,
  )
  expect(heard).toEqual([
    '+ The Dune Post',
    '+ #politics',
    '+ lifeboats',
    '- lifeboats',
    '- #desk',
    '? The Dune Post',
    '- The Dune Post',
  ])
  await expect(client.rest.get(Routes.guild(other.id))).rejects.toMatchObject({ status: 404, code: 10004 })
  await expect(client.rest.get(Routes.channel(politics.id))).rejects.toMatchObject({ status: 403, code: 50001 })
  await expect(client.rest.get(Routes.channel(desk.id))).rejects.toMatchObject({ status: 404, code: 10003 })
})
