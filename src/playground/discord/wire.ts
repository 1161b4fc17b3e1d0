/** Guilds, channels, members and roles as Discord writes them in JSON. */
import type { RawUser } from './raw.ts'
import {
  may,
  permissionsOf,
  type StoredChannel,
  type StoredGuild,
  type StoredMember,
  type StoredRole,
} from './world.ts'

/** As in a guild's list of roles. */
export const roleJson = ({ id, name, bits }: StoredRole, guild: StoredGuild): object => ({
  id,
  name,
  permissions: String(bits),
  color: 0,
  colors: { primary_color: 0, secondary_color: null, tertiary_color: null },
  hoist: false,
  position: id === guild.id ? 0 : 1,
  managed: false,
  mentionable: false,
  flags: 0,
})

/** As in a guild's list of members; `user` included. */
export const memberJson = ({ user, roles, joinedAt }: StoredMember): object => ({
  user,
  roles: roles.map(({ id }) => id),
  joined_at: joinedAt,
  nick: null,
  avatar: null,
  premium_since: null,
  deaf: false,
  mute: false,
  flags: 0,
  pending: false,
  communication_disabled_until: null,
})

/** Discord's numbers for the kinds of channels. */
export const channelTypes = { text: 0, dm: 1, 'public-thread': 11, 'private-thread': 12 } as const

/** A channel or thread in full. `forBot`: a thread says whether the bot has joined it. */
export function channelJson(channel: StoredChannel, botId: string): object {
  const { id, name, kind, guild, parent, recipient } = channel
  const known = { id, type: channelTypes[kind], last_message_id: channel.messages.at(-1)?.raw.id ?? null }
  if (recipient) return { ...known, flags: 0, recipients: [recipient] }
  const shared = { ...known, name, guild_id: guild.id }
  if (!parent)
    return {
      ...shared,
      position: 0,
      parent_id: null,
      topic: null,
      nsfw: false,
      rate_limit_per_user: 0,
      flags: 0,
      permission_overwrites: [...channel.overwrites.values()].map(({ allow, deny, ...one }) => ({
        ...one,
        allow: String(allow),
        deny: String(deny),
      })),
    }
  return {
    ...shared,
    parent_id: parent.id,
    owner_id: [...channel.threadMembers][0] ?? botId,
    rate_limit_per_user: 0,
    flags: 0,
    message_count: channel.messages.length,
    member_count: channel.threadMembers.size,
    total_message_sent: channel.messages.length,
    thread_metadata: {
      archived: false,
      auto_archive_duration: 10080,
      archive_timestamp: new Date().toISOString(),
      locked: false,
      ...(kind === 'private-thread' && { invitable: false }),
    },
    ...(channel.threadMembers.has(botId) && { member: threadMemberJson(channel, botId) }),
  }
}

/** Somebody's place in a thread. */
export const threadMemberJson = (thread: StoredChannel, userId: string): object => ({
  id: thread.id,
  user_id: userId,
  join_timestamp: new Date().toISOString(),
  flags: 0,
})

/** As it comes with an interaction: what the caller may in the channel of a guild. */
export const partialChannelJson = (channel: StoredChannel, userId: string, botId: string): object => ({
  ...channelJson(channel, botId),
  ...(!channel.recipient && { permissions: String(permissionsOf(channel, userId)) }),
})

/** A guild in full, as GET /guilds/:id gives it. */
export const guildJson = (guild: StoredGuild): object => ({
  id: guild.id,
  name: guild.name,
  icon: null,
  splash: null,
  discovery_splash: null,
  banner: null,
  owner_id: guild.id,
  afk_channel_id: null,
  afk_timeout: 300,
  verification_level: 0,
  default_message_notifications: 0,
  explicit_content_filter: 0,
  roles: [...guild.roles.values()].map((role) => roleJson(role, guild)),
  emojis: [],
  stickers: [],
  features: [],
  mfa_level: 0,
  application_id: null,
  system_channel_id: null,
  system_channel_flags: 0,
  rules_channel_id: null,
  public_updates_channel_id: null,
  safety_alerts_channel_id: null,
  vanity_url_code: null,
  description: null,
  premium_tier: 0,
  premium_progress_bar_enabled: false,
  preferred_locale: 'en-US',
  nsfw_level: 0,
  hub_type: null,
})

/**
 * GUILD_CREATE. Of the members, Discord sends only the bot to a client without the privileged intent; of the threads
 * only those that the bot can see.
 */
export function guildCreateJson(guild: StoredGuild, bot: RawUser): object {
  const channels = [...guild.channels.values()]
  return {
    ...guildJson(guild),
    joined_at: guild.members.get(bot.id)?.joinedAt,
    large: false,
    unavailable: false,
    member_count: guild.members.size,
    voice_states: [],
    members: [guild.members.get(bot.id)].flatMap((member) => (member ? [memberJson(member)] : [])),
    channels: channels.filter(({ parent }) => !parent).map((channel) => channelJson(channel, bot.id)),
    threads: channels
      .filter((channel) => channel.parent && may(channel, bot.id, 'ViewChannel'))
      .map((thread) => channelJson(thread, bot.id)),
    presences: [],
    stage_instances: [],
    guild_scheduled_events: [],
    soundboard_sounds: [],
  }
}

/** The permissions of a member in a channel, beside the member, as it comes with an interaction. */
export const memberInChannelJson = (channel: StoredChannel, member: StoredMember): object => ({
  ...memberJson(member),
  permissions: String(permissionsOf(channel, member.user.id)),
})
