import { ApplicationCommandType, ChannelType, Client, Events, GatewayIntentBits, Partials, Routes } from 'discord.js'
import { expect, it, onTestFinished } from 'vitest'
import type { LoopbackDiscord } from '../../../src/playground/discord/types.ts'
import { newsroom } from './newsroom.ts'

const help = { name: 'help', description: 'What can be asked' }

it('carries an interaction in a direct message as Discord does', async () => {
  const { loopback, mira, logIn } = await newsroom()
  const seen: unknown[] = []
  const client = await logIn(async (interaction) => {
    if (!interaction.isChatInputCommand()) return
    seen.push({
      user: interaction.user.id,
      member: interaction.member,
      guild: interaction.guildId,
      context: interaction.context,
      owners: { ...interaction.authorizingIntegrationOwners },
      may: interaction.appPermissions.toArray(),
      locale: [interaction.locale, interaction.guildLocale],
    })
    await interaction.reply('Here.')
  })
  await client.application.commands.set([help])
  const direct = mira.directMessage({ id: '1100000000000000031' })
  const sent: object[] = []
  loopback.onChange((happening) => happening.kind === 'event' && sent.push(happening.data))
  const { message } = await mira.command('help', {}, { channel: direct })
  expect(message?.text).toBe('Here.')
  expect(message?.raw).not.toHaveProperty('guild_id')
  expect(seen).toEqual([
    {
      user: mira.id,
      member: null,
      guild: null,
      context: 1,
      owners: { guildId: '0', userId: null },
      may: ['EmbedLinks', 'AttachFiles', 'MentionEveryone', 'UseExternalEmojis'],
      locale: ['en-GB', null],
    },
  ])
  const [event] = sent as [{ readonly channel: object }]
  expect(event.channel).toMatchObject({ id: direct.id, type: ChannelType.DM, recipients: [{ id: mira.id }] })
  for (const field of ['guild_id', 'guild', 'guild_locale', 'member']) expect(event).not.toHaveProperty(field)
  const raw = await client.rest.get(Routes.channel(direct.id))
  expect(raw).toEqual({
    id: '1100000000000000031',
    type: 1,
    last_message_id: message?.id,
    flags: 0,
    recipients: [expect.objectContaining({ id: mira.id, global_name: 'Mira' })],
  })
  expect(loopback.violations).toEqual([])
})

it('is one for each person, whom nobody but the bot joins', async () => {
  const { guild, mira, logIn } = await newsroom()
  const tam = guild.addMember({ name: 'Tam' })
  const direct = mira.directMessage()
  expect(mira.directMessage({ id: direct.id })).toBe(direct)
  expect(tam.directMessage()).not.toBe(direct)
  expect(() => mira.directMessage({ id: '1' })).toThrow(/Expected the id of the direct message/)
  expect(direct).toMatchObject({ kind: 'dm', name: 'Hearsay', parent: null, guild })
  expect([mira.sees(direct), tam.sees(direct)]).toEqual([true, false])
  expect(guild.channels).not.toContain(direct)
  expect(() => tam.post(direct, 'Hello')).toThrow(/where Tam may write/)
  expect(() => direct.showTo(tam)).toThrow(/Expected a channel or a private thread, got dm/)
  expect(() => direct.botMay({ SendMessages: false })).toThrow(/Expected/)
  expect(() => guild.deleteChannel(direct)).toThrow(/got a direct message/)

  const client = await logIn()
  const sent = await client.users.send(mira.id, 'A source called.')
  expect(sent.channelId).toBe(direct.id)
  expect(sent.guildId).toBeNull()
  await sent.edit('A source called twice.')
  expect(direct.messages.map(({ text }) => text)).toEqual(['A source called twice.'])
  await expect(client.rest.delete(Routes.channelMessage(direct.id, mira.post(direct, 'No.').id))).rejects.toMatchObject(
    {
      code: 50013,
    },
  )
  await expect(client.rest.post(Routes.userChannels(), { body: { recipient_id: '1' } })).rejects.toMatchObject({
    code: 50033,
  })
})

it('takes only global commands there that are meant for it, and in a guild only those meant for guilds', async () => {
  const { guild, desk, mira, logIn } = await newsroom()
  const client = await logIn(async (interaction) => {
    if (interaction.isCommand()) await interaction.reply('Here.')
  })
  await client.application.commands.set([
    help,
    { name: 'who', description: 'Who', contexts: [0] },
    { name: 'mine', description: 'Mine', contexts: [1] },
    { name: 'forget', description: 'Forgets', defaultMemberPermissions: '32' },
    { name: 'Look up', type: ApplicationCommandType.Message, contexts: [0] },
  ])
  await client.application.commands.set([{ name: 'local', description: 'Local' }], guild.id)
  const direct = mira.directMessage()
  expect(direct.commands.map(({ name }) => name)).toEqual(['help', 'mine', 'forget'])
  expect(desk.commands.map(({ name }) => name)).toEqual(['local', 'help', 'who', 'forget', 'Look up'])
  const use = (name: string, channel = direct) => mira.command(name, {}, { channel })
  for (const name of ['help', 'mine', 'forget']) expect((await use(name)).message?.text).toBe('Here.')
  for (const name of ['who', 'local'])
    await expect(use(name)).rejects.toThrow(
      `Expected a command for direct messages, got ${name}, which is for channels.`,
    )
  await expect(use('mine', desk)).rejects.toThrow(
    `Expected a command for channels, got mine, which is for direct messages.`,
  )
  await expect(use('nothing')).rejects.toThrow(/registered commands \(help, mine, forget\), got nothing/)
  await expect(mira.menu('Look up', mira.post(direct, 'It is so.'))).rejects.toThrow(/a command for direct messages/)
  expect((await mira.menu('Look up', mira.post(desk, 'It is so.'))).message?.text).toBe('Here.')
})

it('is heard of by who asked for direct messages, with its words', async () => {
  const { loopback, desk, mira } = await newsroom()
  const inGuilds = await hearing(loopback, GatewayIntentBits.GuildMessages)
  const directly = await hearing(loopback, GatewayIntentBits.DirectMessages)
  mira.post(mira.directMessage(), 'Between us.')
  mira.post(desk, 'For all.')
  await expect.poll(() => [inGuilds.length, directly.length]).toEqual([1, 1])
  expect([inGuilds, directly]).toEqual([[''], ['Between us.']])
})

/** What the real client hears with an intent. */
async function hearing(loopback: LoopbackDiscord, intent: GatewayIntentBits): Promise<readonly string[]> {
  const client = new Client({
    intents: [GatewayIntentBits.Guilds, intent],
    partials: [Partials.Channel],
    rest: { api: loopback.apiUrl, version: '10' },
  })
  onTestFinished(() => client.destroy())
  const heard: string[] = []
  client.on(Events.MessageCreate, ({ content }) => heard.push(content))
  const ready = new Promise((resolve) => client.once(Events.ClientReady, resolve))
  await client.login(loopback.token)
  await ready
  return heard
}
