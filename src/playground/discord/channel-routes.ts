/** Messages that the bot posts, edits and deletes in channels, and what it asks of channels and threads. */
import {
  invalidForm,
  missingAccess,
  missingPermissions,
  notTheAuthor,
  unknownChannel,
  unknownMember,
  unknownMessage,
} from './api-error.ts'
import { messageJson } from './message-json.ts'
import { type Call, nothing, ok, type Reply, type Route } from './router.ts'
import { channelJson, threadMemberJson } from './wire.ts'
import { channelOf, guildField, guildIdOf, may, type StoredChannel, type StoredMessage } from './world.ts'
import { blankMessage, deleteMessage, editMessage, keepMessage, written } from './write-message.ts'

function channelAt({ world, at }: Call): StoredChannel {
  const channel = channelOf(world, at.channel!)
  if (!channel) throw unknownChannel()
  if ((!channel.guild.botIsIn && !channel.recipient) || !may(channel, world.bot.id, 'ViewChannel'))
    throw missingAccess()
  return channel
}

function messageAt(call: Call, channel: StoredChannel): StoredMessage {
  const message = call.world.messages.get(call.at.message!)
  if (!message || message.deleted || message.channel !== channel || message.onlyFor !== null) throw unknownMessage()
  return message
}

function post(call: Call): Reply {
  const { world, body } = call
  const channel = channelAt(call)
  if (!may(channel, world.bot.id, 'SendMessages')) throw missingPermissions()
  if (body.files.length > 0 && !may(channel, world.bot.id, 'AttachFiles')) throw missingPermissions()
  const blank = { ...blankMessage(channel, world.bot), ...referenceOf(call, channel) }
  const { raw, notified } = written(world, blank, body, channel)
  const message = keepMessage(world, channel, raw, { notified })
  world.emit('MESSAGE_CREATE', messageJson(world, message), guildIdOf(channel))
  return ok(messageJson(world, message))
}

/** What makes a message a reply. Throws 50035 when the other one isn't there, unless the body says not to. */
function referenceOf({ world, body }: Call, channel: StoredChannel): object {
  const { message_reference: given } = (body.json ?? {}) as {
    readonly message_reference?: { readonly message_id: string; readonly fail_if_not_exists?: boolean } | null
  }
  if (!given) return {}
  const other = world.messages.get(given.message_id)
  if (other && !other.deleted && other.channel === channel)
    return {
      type: 19,
      message_reference: { type: 0, message_id: other.raw.id, channel_id: channel.id, ...guildField(channel) },
    }
  const error = { path: ['message_reference'], code: 'REPLIES_UNKNOWN_MESSAGE', message: 'Unknown message' }
  if (given.fail_if_not_exists !== false) throw invalidForm([error])
  return {}
}

function edit(call: Call): Reply {
  const { world, body } = call
  const channel = channelAt(call)
  const message = messageAt(call, channel)
  if (message.raw.author.id !== world.bot.id) throw notTheAuthor()
  const { raw } = written(world, message.raw, body, channel)
  editMessage(world, message, raw)
  world.emit('MESSAGE_UPDATE', messageJson(world, message), guildIdOf(channel))
  return ok(messageJson(world, message))
}

function remove(call: Call): Reply {
  const { world } = call
  const channel = channelAt(call)
  const message = messageAt(call, channel)
  if (message.raw.author.id !== world.bot.id && !may(channel, world.bot.id, 'ManageMessages'))
    throw missingPermissions()
  deleteMessage(world, message)
  world.emit(
    'MESSAGE_DELETE',
    { id: message.raw.id, channel_id: channel.id, ...guildField(channel) },
    guildIdOf(channel),
  )
  return nothing
}

function list(call: Call): Reply {
  const channel = channelAt(call)
  if (!may(channel, call.world.bot.id, 'ReadMessageHistory')) return ok([])
  const before = call.query.get('before')
  const shown = channel.messages
    .filter((message) => !message.deleted && message.onlyFor === null)
    .filter(({ raw }) => before === null || BigInt(raw.id) < BigInt(before))
    .slice(-Number(call.query.get('limit') ?? 50))
  return ok(shown.reverse().map((message) => messageJson(call.world, message)))
}

function threadMember(call: Call): Reply {
  const channel = channelAt(call)
  const { user } = call.at
  const id = user === '@me' ? call.world.bot.id : user!
  if (!channel.threadMembers.has(id)) throw unknownMember()
  return ok(threadMemberJson(channel, id))
}

export const channelRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/channels/:channel',
    answer: (call) => ok(channelJson(channelAt(call), call.world.bot.id)),
  },
  { method: 'POST', path: '/channels/:channel/messages', answer: post },
  { method: 'GET', path: '/channels/:channel/messages', answer: list },
  {
    method: 'GET',
    path: '/channels/:channel/messages/:message',
    answer: (call) => {
      const channel = channelAt(call)
      if (!may(channel, call.world.bot.id, 'ReadMessageHistory')) throw missingPermissions()
      return ok(messageJson(call.world, messageAt(call, channel)))
    },
  },
  { method: 'PATCH', path: '/channels/:channel/messages/:message', answer: edit },
  { method: 'DELETE', path: '/channels/:channel/messages/:message', answer: remove },
  {
    method: 'POST',
    path: '/channels/:channel/typing',
    answer: (call) => {
      if (!may(channelAt(call), call.world.bot.id, 'SendMessages')) throw missingPermissions()
      return nothing
    },
  },
  {
    method: 'GET',
    path: '/channels/:channel/thread-members',
    answer: (call) => {
      const channel = channelAt(call)
      return ok([...channel.threadMembers].map((id) => threadMemberJson(channel, id)))
    },
  },
  { method: 'GET', path: '/channels/:channel/thread-members/:user', answer: threadMember },
]
