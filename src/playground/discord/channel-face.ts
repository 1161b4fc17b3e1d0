/** A channel or thread in the driver's hands: who sees it, what the bot may in it, what stands in it. */
import { behind, faceOf, refused } from './behind.ts'
import { commandsIn } from './commands-in.ts'
import { guildFace } from './guild-face.ts'
import { messageFace } from './message-face.ts'
import { bitsOf, type PermissionName } from './permissions.ts'
import type { RawUser } from './raw.ts'
import { snowflake } from './snowflake.ts'
import type { Channel, ChannelOptions, PermissionChanges } from './types.ts'
import { channelJson } from './wire.ts'
import { may, type StoredChannel, type StoredGuild, type World } from './world.ts'
import { takeUp } from './write-message.ts'

/** The one face of a channel. */
export function channelFace(world: World, channel: StoredChannel): Channel {
  const visible = (userId: string | null): Channel['messages'] =>
    channel.messages
      .filter(({ deleted, onlyFor }) => !deleted && (onlyFor === null || onlyFor === userId))
      .map((message) => messageFace(world, message))
  return faceOf('channel', channel, () => ({
    id: channel.id,
    name: channel.name,
    kind: channel.kind,
    parent: channel.parent && channelFace(world, channel.parent),
    guild: guildFace(world, channel.guild),
    get messages() {
      return visible(null)
    },
    get commands() {
      return commandsIn(world, channel)
    },
    messagesFor: (member) => visible(member.id),
    hideFrom: (member) => letSee(world, channel, member.id, false),
    showTo: (member) => letSee(world, channel, member.id, true),
    botMay: (changes) => botMay(world, channel, changes),
  }))
}

/** Adds a channel to a guild and tells the client. */
export function addChannel(world: World, guild: StoredGuild, options: ChannelOptions): Channel {
  const { name, kind = 'text', viewers, hiddenFrom = [], botMay: changes = {} } = options
  const parent = options.parent ? behind('channel', options.parent) : null
  if ((kind === 'text') !== (parent === null)) throw refused('a parent for a thread, none for a channel', kind)
  if (parent?.recipient) throw refused('a channel of a guild for a thread', 'a direct message')
  if (kind === 'public-thread' && viewers) throw refused('viewers for channels and private threads', kind)
  const channel: StoredChannel = {
    id: options.id ?? snowflake(),
    name,
    kind,
    parent,
    guild,
    recipient: null,
    overwrites: new Map(),
    threadMembers: new Set(),
    messages: [],
  }
  const bot = world.bot.id
  if (parent) {
    for (const { id } of viewers ?? []) channel.threadMembers.add(id)
    if (changes.ViewChannel !== false) channel.threadMembers.add(bot)
  } else {
    if (viewers) {
      change(channel, guild.id, { ViewChannel: false })
      for (const id of [bot, ...viewers.map((member) => member.id)]) change(channel, id, { ViewChannel: true })
    }
    for (const { id } of hiddenFrom) change(channel, id, { ViewChannel: false })
    change(channel, bot, changes)
  }
  guild.channels.set(channel.id, channel)
  takeUp(world, channel)
  if (!parent) world.emit('CHANNEL_CREATE', channelJson(channel, bot), guild.id)
  else if (may(channel, bot, 'ViewChannel'))
    world.emit('THREAD_CREATE', { ...channelJson(channel, bot), newly_created: true }, guild.id)
  return channelFace(world, channel)
}

/**
 * The direct message between somebody and the bot; the same each time.
 *
 * @param id for the first time; a new one by default
 */
export function directMessageOf(world: World, guild: StoredGuild, recipient: RawUser, id?: string): StoredChannel {
  const known = world.direct.get(recipient.id)
  if (known && id !== undefined && id !== known.id) throw refused(`the id of the direct message, ${known.id}`, id)
  if (known) return known
  const channel: StoredChannel = {
    id: id ?? snowflake(),
    name: world.bot.global_name ?? world.bot.username,
    kind: 'dm',
    parent: null,
    guild,
    recipient,
    overwrites: new Map(),
    threadMembers: new Set(),
    messages: [],
  }
  world.direct.set(recipient.id, channel)
  takeUp(world, channel)
  return channel
}

function letSee(world: World, channel: StoredChannel, userId: string, see: boolean): void {
  if (channel.kind === 'public-thread' || channel.kind === 'dm')
    throw refused('a channel or a private thread', channel.kind)
  if (channel.kind === 'text') {
    overwrite(world, channel, userId, { ViewChannel: see })
    return
  }
  if (see) channel.threadMembers.add(userId)
  else channel.threadMembers.delete(userId)
  // Without the members' intent, the client hears only of itself.
  if (userId !== world.bot.id) return
  const update = {
    id: channel.id,
    guild_id: channel.guild.id,
    member_count: channel.threadMembers.size,
    added_members: [],
    removed_member_ids: [userId],
  }
  if (see) world.emit('THREAD_CREATE', channelJson(channel, userId), channel.guild.id)
  else world.emit('THREAD_MEMBERS_UPDATE', update, channel.guild.id)
}

function botMay(world: World, channel: StoredChannel, changes: PermissionChanges): void {
  const { ViewChannel: see } = changes
  if (channel.kind === 'text') overwrite(world, channel, world.bot.id, changes)
  else if (see !== undefined && channel.kind === 'private-thread') letSee(world, channel, world.bot.id, see)
  else throw refused('ViewChannel of a private thread; a thread has the permissions of its channel', channel.kind)
}

function overwrite(world: World, channel: StoredChannel, userId: string, changes: PermissionChanges): void {
  change(channel, userId, changes)
  world.emit('CHANNEL_UPDATE', channelJson(channel, world.bot.id), channel.guild.id)
}

/** Everyone's overwrite has the guild's id. */
function change(channel: StoredChannel, id: string, changes: PermissionChanges): void {
  const type = id === channel.guild.id ? 0 : 1
  const before = channel.overwrites.get(id) ?? { id, type, allow: 0n, deny: 0n }
  const named = (given: boolean): bigint =>
    bitsOf((Object.keys(changes) as PermissionName[]).filter((name) => changes[name] === given))
  const after = {
    ...before,
    allow: (before.allow | named(true)) & ~named(false),
    deny: (before.deny | named(false)) & ~named(true),
  }
  if (after.allow !== 0n || after.deny !== 0n) channel.overwrites.set(id, after)
}
