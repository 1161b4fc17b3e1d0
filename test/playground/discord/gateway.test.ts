import { Events, MessageFlags } from 'discord.js'
import { expect, it } from 'vitest'
import { newsroom } from './newsroom.ts'

it('resumes a dropped client and replays what it missed', async () => {
  const { loopback, guild, desk, mira, logIn } = await newsroom()
  const client = await logIn(async (interaction) => {
    if (interaction.isChatInputCommand()) await interaction.reply({ content: 'Here.', flags: MessageFlags.Ephemeral })
  })
  await client.application.commands.create({ name: 'help', description: 'What can be asked' })
  const resumed = new Promise<number>((resolve) => {
    client.once(Events.ShardResume, (_shard, replayed) => resolve(replayed))
  })
  loopback.dropGateway()
  expect(loopback.sessions).toBe(0)
  const answer = mira.command('help', {}, { channel: desk })
  guild.addChannel({ name: 'politics' })
  // The command, the channel and RESUMED itself.
  expect(await resumed).toBe(3)
  expect((await answer).message?.text).toBe('Here.')
  expect(client.guilds.cache.get(guild.id)?.channels.cache.size).toBe(2)
  await loopback.connected()
})

it('lets a client whose session is gone log in anew', async () => {
  const { loopback, guild, desk, mira, logIn } = await newsroom()
  const client = await logIn(async (interaction) => {
    if (interaction.isChatInputCommand()) await interaction.reply('Here.')
  })
  await client.application.commands.create({ name: 'help', description: 'What can be asked' })
  const ready = new Promise((resolve) => {
    client.once(Events.ShardReady, resolve)
  })
  loopback.dropGateway({ resume: false })
  guild.addChannel({ name: 'politics' })
  await ready
  await loopback.connected()
  expect(client.guilds.cache.get(guild.id)?.channels.cache.size).toBe(2)
  expect((await mira.command('help', {}, { channel: desk })).message?.text).toBe('Here.')
})
