/**
 * What the loopback Discord knows: one application, its guilds with roles, channels, members and messages, and the
 * interactions under way. Everything here changes while it runs; the other files read and write it.
 */

import {
  bitsOf,
  bothMay,
  everyoneMay,
  type Overwrite,
  type PermissionName,
  permissionBits,
  permissionsIn,
} from './permissions.ts'
import type { RawCommand, RawMessage, RawModal, RawUser } from './raw.ts'
import { snowflake } from './snowflake.ts'
import type { AnswerKind, ChannelKind } from './types.ts'

export interface StoredRole {
  readonly id: string
  readonly name: string
  readonly bits: bigint
}

export interface StoredMember {
  readonly user: RawUser
  readonly locale: string
  /** Without the one for everyone. */
  readonly roles: readonly StoredRole[]
  readonly joinedAt: string
}

export interface StoredChannel {
  readonly id: string
  readonly name: string
  readonly kind: ChannelKind
  /** Of a thread. */
  readonly parent: StoredChannel | null
  /** Of a direct message: the one its person was met in. */
  readonly guild: StoredGuild
  /** The person of a direct message with the bot. */
  readonly recipient: RawUser | null
  readonly overwrites: Map<string, Overwrite>
  /** User ids, of a thread. */
  readonly threadMembers: Set<string>
  readonly messages: StoredMessage[]
}

export interface StoredGuild {
  readonly id: string
  readonly name: string
  readonly roles: Map<string, StoredRole>
  readonly members: Map<string, StoredMember>
  readonly channels: Map<string, StoredChannel>
  commands: readonly RawCommand[]
  botIsIn: boolean
}

export interface StoredMessage {
  raw: RawMessage
  readonly channel: StoredChannel
  /** The only user who sees it, where it's ephemeral. */
  readonly onlyFor: string | null
  deleted: boolean
  /** User ids, and 'everyone'. */
  notified: readonly string[]
}

export interface StoredAttachment {
  readonly name: string
  readonly bytes: Uint8Array
  readonly contentType: string
  /** What its address ends with, so that it can't be guessed. */
  readonly key: string
}

/** A file of a message. */
export interface KeptAttachment extends StoredAttachment {
  readonly id: string
}

/** A message of an earlier run, with its files. */
export interface KeptMessage extends Pick<StoredMessage, 'raw' | 'onlyFor' | 'notified'> {
  readonly files: readonly KeptAttachment[]
}

/** An interaction and all that came of it. */
export interface StoredInteraction {
  readonly id: string
  readonly token: string
  /** 2 command, 3 component, 4 autocomplete, 5 modal. */
  readonly type: number
  readonly createdAt: number
  readonly channel: StoredChannel
  readonly userId: string
  /** The message that was pressed, or whose button opened the modal. */
  readonly source: StoredMessage | null
  kind: AnswerKind | null
  firstAfter: number
  modal: RawModal | null
  choices: readonly { readonly name: string; readonly value: string | number }[]
  ephemeral: boolean
  /** A deferred answer that nothing has filled in yet. */
  waiting: boolean
  reply: StoredMessage | null
  readonly followUps: StoredMessage[]
  /** How often the reply was edited. */
  edits: number
  expired: boolean
  readonly listeners: Set<() => void>
}

export interface World {
  /** `http://127.0.0.1:PORT`. */
  origin: string
  readonly token: string
  readonly bot: RawUser
  readonly firstAnswerMs: number
  readonly tokenMs: number
  readonly guilds: Map<string, StoredGuild>
  /** Direct messages with the bot, by the person's id. */
  readonly direct: Map<string, StoredChannel>
  commands: readonly RawCommand[]
  readonly messages: Map<string, StoredMessage>
  /** Messages of earlier runs, by channel, oldest first, until the channel is there. */
  readonly earlier: Map<string, readonly KeptMessage[]>
  readonly attachments: Map<string, StoredAttachment>
  /** By token. */
  readonly interactions: Map<string, StoredInteraction>
  readonly violations: string[]
  /** Sends an event to the sessions that asked for its kind. `guildId` picks the shard; null for a direct message. */
  emit(event: string, data: object, guildId: string | null): void
  /** Aborted when the loopback closes, so that nobody goes on waiting. */
  readonly closed: AbortSignal
}

/** A person or the bot. */
export function userOf(name: string, bot = false, id = snowflake()): RawUser {
  return {
    id,
    username: name.toLowerCase().replaceAll(/[^a-z0-9_.]/g, '_'),
    global_name: name,
    discriminator: '0',
    avatar: null,
    ...(bot && { bot }),
  }
}

/** A guild's role for everyone has the guild's own id. */
export function guildOf(world: World, name: string, id = snowflake()): StoredGuild {
  const guild: StoredGuild = {
    id,
    name,
    roles: new Map([[id, { id, name: '@everyone', bits: everyoneMay }]]),
    members: new Map(),
    channels: new Map(),
    commands: [],
    botIsIn: true,
  }
  addMemberTo(guild, world.bot, [], 'en-US')
  world.guilds.set(id, guild)
  return guild
}

/** With a role of its own where the member has permissions beyond everyone's. */
export function addMemberTo(
  guild: StoredGuild,
  user: RawUser,
  permissions: readonly PermissionName[],
  locale: string,
): StoredMember {
  const roles =
    permissions.length === 0 ? [] : [{ id: snowflake(), name: `of ${user.username}`, bits: bitsOf(permissions) }]
  for (const role of roles) guild.roles.set(role.id, role)
  const member = { user, locale, roles, joinedAt: new Date().toISOString() }
  guild.members.set(user.id, member)
  return member
}

/**
 * The bits that a user has in a channel; in a private thread only for its members and those who manage threads, in a
 * direct message for the two who write to each other.
 */
export function permissionsOf(channel: StoredChannel, userId: string): bigint {
  if (channel.recipient)
    return userId === channel.recipient.id || channel.guild.members.get(userId)?.user.bot ? bothMay : 0n
  const member = channel.guild.members.get(userId)
  const everyone = channel.guild.roles.get(channel.guild.id)
  if (!member || !everyone) return 0n
  const { overwrites } = channel.parent ?? channel
  const bits = permissionsIn({ id: userId, roles: [everyone, ...member.roles] }, channel.guild.id, [
    ...overwrites.values(),
  ])
  const letIn =
    channel.kind !== 'private-thread' || channel.threadMembers.has(userId) || bits & permissionBits.ManageThreads
  return letIn ? bits : 0n
}

/** Whether a user has a permission in a channel. In threads, sending is a permission of its own. */
export function may(channel: StoredChannel, userId: string, permission: PermissionName): boolean {
  const name = permission === 'SendMessages' && channel.parent ? 'SendMessagesInThreads' : permission
  return (permissionsOf(channel, userId) & permissionBits[name]) !== 0n
}

/** A channel by its id, also one of a guild that the bot isn't in. */
export const channelOf = (world: World, id: string): StoredChannel | undefined =>
  [...world.guilds.values()].flatMap(({ channels }) => channels.get(id) ?? [])[0] ??
  [...world.direct.values()].find((channel) => channel.id === id)

/** The guild that a channel is in; null for a direct message, which is in none. */
export const guildIdOf = ({ recipient, guild }: StoredChannel): string | null => (recipient ? null : guild.id)

/** The same as a field of Discord's JSON, which a direct message doesn't have. */
export const guildField = (channel: StoredChannel): { readonly guild_id?: string } =>
  channel.recipient ? {} : { guild_id: channel.guild.id }
