/** A guild in the driver's hands. */
import { behind, faceOf, refused } from './behind.ts'
import { addChannel, channelFace } from './channel-face.ts'
import { memberFace } from './member-face.ts'
import { messageBehind } from './message-face.ts'
import type { Guild } from './types.ts'
import { guildCreateJson, roleJson } from './wire.ts'
import { addMemberTo, type StoredChannel, type StoredGuild, userOf, type World } from './world.ts'
import { deleteMessage } from './write-message.ts'

/** The one face of a guild. */
export function guildFace(world: World, guild: StoredGuild): Guild {
  const tell = (event: string, data: object): void => world.emit(event, data, guild.id)
  return faceOf('guild', guild, () => ({
    id: guild.id,
    name: guild.name,
    get channels() {
      return [...guild.channels.values()].map((channel) => channelFace(world, channel))
    },
    get members() {
      return [...guild.members.values()]
        .filter(({ user }) => user.id !== world.bot.id)
        .map((member) => memberFace(world, guild, member))
    },
    addChannel: (options) => addChannel(world, guild, options),
    addMember: ({ name, permissions = [], locale = 'en-GB', id }) => {
      const member = addMemberTo(guild, userOf(name, false, id), permissions, locale)
      for (const role of member.roles) tell('GUILD_ROLE_CREATE', { guild_id: guild.id, role: roleJson(role, guild) })
      return memberFace(world, guild, member)
    },
    deleteChannel: (face) => {
      const channel = behind('channel', face)
      if (channel.recipient) throw refused('a channel of a guild', 'a direct message')
      const threads = [...guild.channels.values()].filter(({ parent }) => parent === channel)
      for (const one of [...threads, channel]) remove(world, one)
    },
    deleteMessage: (face) => {
      const message = messageBehind(face)
      if (message.deleted) throw refused('a message that is there', 'one that was deleted')
      if (message.channel.recipient) throw refused('a message in a guild', 'one in a direct message')
      deleteMessage(world, message)
      tell('MESSAGE_DELETE', { id: message.raw.id, channel_id: message.channel.id, guild_id: guild.id })
    },
    removeBot: () => {
      guild.botIsIn = false
      tell('GUILD_DELETE', { id: guild.id })
    },
    inviteBot: () => {
      guild.botIsIn = true
      tell('GUILD_CREATE', guildCreateJson(guild, world.bot))
    },
    outage: () => {
      tell('GUILD_DELETE', { id: guild.id, unavailable: true })
      tell('GUILD_CREATE', guildCreateJson(guild, world.bot))
    },
  }))
}

function remove(world: World, channel: StoredChannel): void {
  const { id, guild, parent } = channel
  guild.channels.delete(id)
  for (const message of channel.messages) deleteMessage(world, message)
  const data = {
    id,
    guild_id: guild.id,
    ...(parent ? { parent_id: parent.id, type: 11 } : { type: 0, name: channel.name }),
  }
  world.emit(parent ? 'THREAD_DELETE' : 'CHANNEL_DELETE', data, guild.id)
}
