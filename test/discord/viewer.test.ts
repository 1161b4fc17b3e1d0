import { ChannelType, PermissionFlagsBits, PermissionsBitField } from 'discord.js'
import { expect, test } from 'vitest'
import { viewerOf } from '../../src/discord/viewer.ts'

/** A channel as the client knows it. */
const channel = (type: ChannelType, permissions: readonly bigint[], member = true) => ({
  type,
  isThread: () => type === ChannelType.PrivateThread,
  isVoiceBased: () => type === ChannelType.GuildVoice,
  permissionsFor: () => new PermissionsBitField(permissions),
  members: {
    fetch: async () => {
      if (!member) throw new Error('Unknown Member')
      return {}
    },
  },
})

const { ViewChannel, Connect } = PermissionFlagsBits

interface Cast {
  readonly cached?: Readonly<Record<string, unknown>>
  readonly fetch?: (id: string) => Promise<unknown>
  readonly quick?: boolean
}
const seenBy = async (added: readonly string[], { cached = {}, fetch = async () => null, quick = false }: Cast) => {
  const channels = { cache: new Map(Object.entries(cached)), fetch }
  const asks = { guildId: '1', channelId: 'here', member: { id: '7' }, guild: { channels } }
  const viewer = await viewerOf(asks as never, { channels: async () => added } as never, { quick })
  return [...viewer.channels].sort()
}

test('what is written in a voice channel only those see who may enter it', async () => {
  const cached = {
    open: channel(ChannelType.GuildVoice, [ViewChannel, Connect]),
    shut: channel(ChannelType.GuildVoice, [ViewChannel]),
    dark: channel(ChannelType.GuildVoice, [Connect]),
  }
  expect(await seenBy(['open', 'shut', 'dark'], { cached })).toEqual(['here', 'open'])
})

test('a private thread is for its members, also one that has to be asked for', async () => {
  const known = { mine: channel(ChannelType.PrivateThread, [ViewChannel]) }
  const theirs = channel(ChannelType.PrivateThread, [ViewChannel], false)
  const fetch = async (id: string) => (id === 'mine' ? known.mine : theirs)
  expect(await seenBy(['mine', 'theirs'], { cached: known, fetch })).toEqual(['here', 'mine'])
})

test('while somebody types, Discord isn’t asked', async () => {
  const asked: string[] = []
  const fetch = async (id: string) => asked.push(id)
  const cached = {
    desk: channel(ChannelType.GuildText, [ViewChannel]),
    thread: channel(ChannelType.PrivateThread, [ViewChannel]),
  }
  expect(await seenBy(['desk', 'thread', 'gone'], { cached, fetch, quick: true })).toEqual(['desk', 'here'])
  expect(asked).toEqual([])
})

test('many archived threads are asked for ten at a time; one that can’t be told is left out', async () => {
  let [now, most] = [0, 0]
  const ids = Array.from({ length: 45 }, (_, i) => `thread ${i}`)
  const fetch = async (id: string) => {
    most = Math.max(most, ++now)
    await new Promise(setImmediate)
    now--
    if (id === 'thread 3') throw new Error('Missing Access')
    return channel(ChannelType.PublicThread, [ViewChannel])
  }
  expect(await seenBy(ids, { fetch })).toHaveLength(45)
  expect(most).toBe(10)
})
