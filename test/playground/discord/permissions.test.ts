import { type Client, PermissionFlagsBits, Routes } from 'discord.js'
import { expect, it } from 'vitest'
import type { Channel, Member } from '../../../src/playground/discord/types.ts'
import { newsroom } from './newsroom.ts'

/** What discord.js works out from roles and overwrites, for a channel or the channel of a thread. */
async function permits(client: Client<true>, channel: Channel, member: Member, bit: bigint): Promise<boolean> {
  const seen = await client.channels.fetch(channel.id)
  if (!seen || seen.isDMBased()) throw new Error('Expected a channel of a guild, got none.')
  const fetched = await seen.guild.members.fetch(member.id)
  return seen.permissionsFor(fetched).has(bit)
}

it('lets discord.js work out who sees which channel', async () => {
  const { guild, desk, mira, logIn } = await newsroom()
  const tam = guild.addMember({ name: 'Tam' })
  const chief = guild.addMember({ name: 'Chief', permissions: ['Administrator'] })
  const closed = guild.addChannel({ name: 'closed', viewers: [mira] })
  const hidden = guild.addChannel({ name: 'hidden', hiddenFrom: [mira] })
  const client = await logIn()
  const later = guild.addMember({ name: 'Later', permissions: ['ManageMessages'] })
  for (const member of [mira, tam, chief, later])
    for (const channel of [desk, closed, hidden])
      expect
        .soft(
          await permits(client, channel, member, PermissionFlagsBits.ViewChannel),
          `${member.name} in ${channel.name}`,
        )
        .toBe(member.sees(channel))
  expect([desk, closed, hidden].map((channel) => mira.sees(channel))).toEqual([true, true, false])
  expect([desk, closed, hidden].map((channel) => tam.sees(channel))).toEqual([true, false, true])
  expect([desk, closed, hidden].map((channel) => chief.sees(channel))).toEqual([true, true, true])
  expect(await permits(client, desk, later, PermissionFlagsBits.ManageMessages)).toBe(true)
  expect(await permits(client, desk, tam, PermissionFlagsBits.ManageMessages)).toBe(false)

  closed.hideFrom(mira)
  hidden.showTo(mira)
  await expect.poll(() => permits(client, closed, mira, PermissionFlagsBits.ViewChannel)).toBe(false)
  await expect.poll(() => permits(client, hidden, mira, PermissionFlagsBits.ViewChannel)).toBe(true)
})

it('keeps private threads to their members', async () => {
  const { guild, desk, mira, logIn } = await newsroom()
  const tam = guild.addMember({ name: 'Tam' })
  const chief = guild.addMember({ name: 'Chief', permissions: ['ManageThreads'] })
  const thread = guild.addChannel({ name: 'leak', kind: 'private-thread', parent: desk, viewers: [mira] })
  const open = guild.addChannel({ name: 'open', kind: 'public-thread', parent: desk })
  const without = guild.addChannel({
    name: 'without',
    kind: 'private-thread',
    parent: desk,
    botMay: { ViewChannel: false },
  })
  const closed = guild.addChannel({ name: 'closed', viewers: [tam] })
  const inClosed = guild.addChannel({ name: 'in closed', kind: 'public-thread', parent: closed })
  expect([mira, tam, chief].map((member) => member.sees(thread))).toEqual([true, false, true])
  expect([mira, tam, chief].map((member) => member.sees(inClosed))).toEqual([false, true, false])
  expect(tam.sees(open)).toBe(true)
  const client = await logIn()
  const seen = client.guilds.cache.get(guild.id)?.channels.cache
  expect(seen?.map(({ id }) => id)).toEqual([desk.id, closed.id, thread.id, open.id, inClosed.id])
  const fetched = await client.channels.fetch(thread.id)
  if (!fetched?.isThread()) throw new Error('Expected a thread.')
  expect((await fetched.members.fetch(mira.id)).id).toBe(mira.id)
  await expect(fetched.members.fetch(tam.id)).rejects.toMatchObject({ status: 404, code: 10007 })
  await expect(client.rest.get(Routes.channel(without.id))).rejects.toMatchObject({ status: 403, code: 50001 })
  thread.hideFrom(mira)
  await expect(fetched.members.fetch({ member: mira.id, force: true })).rejects.toMatchObject({ code: 10007 })
  expect(() => mira.post(thread, 'Still here?')).toThrow(/where Mira may write/)
})

it('keeps the bot to what it may do in a channel', async () => {
  const { loopback, guild, desk, mira, logIn } = await newsroom()
  const closed = guild.addChannel({ name: 'closed', viewers: [mira], botMay: { ViewChannel: false } })
  const mute = guild.addChannel({ name: 'mute', botMay: { SendMessages: false } })
  const fileless = guild.addChannel({ name: 'fileless', botMay: { AttachFiles: false } })
  const client = await logIn()
  const post = (channel: Channel, files = 0): Promise<unknown> =>
    client.rest.post(Routes.channelMessages(channel.id), {
      body: { content: 'Here.' },
      files: Array(files).fill({ name: 'a.txt', data: 'a' }),
    })
  await expect(post(closed)).rejects.toMatchObject({ status: 403, code: 50001 })
  await expect(post(mute)).rejects.toMatchObject({ status: 403, code: 50013 })
  await expect(post(fileless, 1)).rejects.toMatchObject({ status: 403, code: 50013 })
  await post(fileless)
  await post(desk, 1)
  expect([closed, mute, fileless, desk].map(({ messages }) => messages.length)).toEqual([0, 0, 1, 1])
  mute.botMay({ SendMessages: true })
  await post(mute)
  expect(mute.messages).toHaveLength(1)
  expect(loopback.violations).toEqual([])
})

it('lets the bot answer in a channel where it may nothing', async () => {
  const { guild, mira, logIn } = await newsroom()
  const closed = guild.addChannel({ name: 'closed', viewers: [mira], botMay: { ViewChannel: false } })
  const client = await logIn(async (interaction) => {
    if (interaction.isChatInputCommand()) await interaction.reply(`May ${interaction.appPermissions.bitfield} here.`)
  })
  await client.application.commands.set([{ name: 'help', description: 'What can be asked' }])
  expect((await mira.command('help', {}, { channel: closed })).message?.text).toBe('May 0 here.')
})
