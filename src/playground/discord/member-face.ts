/** A person in the driver's hands: acts, and gets back what the person would see. */
import { interactionBehind } from './answer-face.ts'
import { keepFile } from './attachments.ts'
import { behind, faceOf, refused } from './behind.ts'
import { channelFace, directMessageOf } from './channel-face.ts'
import { nested } from './check-components.ts'
import { isSelect } from './check-select.ts'
import { isEntitySelect, offeredIn, resolvedOf, withoutEmpty } from './entity-select.ts'
import { modalData } from './fill-modal.ts'
import { commandData, commandFor } from './fill-options.ts'
import { guildFace } from './guild-face.ts'
import { interact } from './interact.ts'
import { notifiedBy } from './mentions.ts'
import { messageBehind, messageFace } from './message-face.ts'
import { messageJson } from './message-json.ts'
import type { RawComponent } from './raw.ts'
import type { Answer, Channel, Member, Message, Place } from './types.ts'
import {
  guildField,
  guildIdOf,
  may,
  type StoredChannel,
  type StoredGuild,
  type StoredMember,
  type World,
} from './world.ts'
import { blankMessage, keepMessage } from './write-message.ts'

/** The one face of a member. */
export function memberFace(world: World, guild: StoredGuild, member: StoredMember): Member {
  const { id, global_name: name } = member.user
  const place = ({ channel: face, unchecked = false }: Place): StoredChannel => {
    const channel = behind('channel', face)
    if (unchecked) return channel
    if (!channel.recipient && !guild.botIsIn) throw refused('a guild with the bot in it', guild.name)
    if (!channel.recipient && !guild.channels.has(channel.id)) throw refused('a channel of this guild', channel.name)
    if (!may(channel, id, 'ViewChannel')) throw refused(`a channel that ${name} can see`, channel.name)
    if (!may(channel, id, 'UseApplicationCommands'))
      throw refused(`a channel where ${name} may use commands`, channel.name)
    return channel
  }
  const use = (command: string, options: object, at: Place, focused?: string): Promise<Answer> => {
    const [first = '', ...sub] = command.split(' ')
    const channel = place(at)
    const unchecked = at.unchecked ?? false
    const data = commandData({
      world,
      guild,
      channel,
      userId: id,
      command: commandFor(world, channel, member, first, 1, unchecked),
      sub,
      options: options as Parameters<Member['command']>[1],
      unchecked,
      ...(focused !== undefined && { focused }),
    })
    return interact(world, { type: focused === undefined ? 2 : 4, data, channel, member })
  }
  return faceOf('member', member, () => ({
    id,
    name: name ?? member.user.username,
    get guild() {
      return guildFace(world, guild)
    },
    command: async (command, options, at) => use(command, options, at),
    autocomplete: async (command, option, typed, { others = {}, ...at }) => {
      const answer = await use(command, { ...others, [option]: typed }, at, option)
      return answer.choices
    },
    menu: async (command, face) => {
      const message = messageBehind(face)
      const channel = place({ channel: face.channel })
      if (message.deleted) throw refused('a message that is there', 'one that was deleted')
      if (message.onlyFor !== null) throw refused('a message that others see too', 'an ephemeral one')
      const { id: commandId, guild_id: guildId } = commandFor(world, channel, member, command, 3)
      const data = {
        id: commandId,
        name: command,
        type: 3,
        ...(guildId !== undefined && { guild_id: guildId }),
        target_id: message.raw.id,
        resolved: { messages: { [message.raw.id]: messageJson(world, message) } },
      }
      return interact(world, { type: 2, data, channel, member })
    },
    submit: async (answer, values, { unchecked = false } = {}) => {
      const { modal, channel, source } = interactionBehind(answer)
      if (!modal) throw refused('an answer with a modal', `one of kind ${answer.kind}`)
      const data = modalData({ world, channel, userId: id }, modal, values, unchecked)
      return interact(world, { type: 5, data, channel, member, source })
    },
    press: async (message, wanted, { unchecked = false } = {}) => {
      const button = findComponent(
        message,
        unchecked,
        id,
        ({ type, custom_id: customId, label }) => type === 2 && (customId === wanted || label === wanted),
      )
      if (!button && !unchecked)
        throw refused(`one of the buttons ${message.buttons.map(({ label }) => label).join(', ')}`, wanted)
      const data = { component_type: 2, custom_id: button?.custom_id ?? wanted, id: button?.id ?? 1 }
      return component(message, data)
    },
    select: async (message, customId, values, { unchecked = false } = {}) => {
      const select = findComponent(message, unchecked, id, (one) => isSelect(one) && one.custom_id === customId)
      if (!select && !unchecked)
        throw refused(`one of the selects ${message.selects.map((one) => one.customId).join(', ')}`, customId)
      const { channel } = messageBehind(message)
      const { type = 3, options = [] } = select ?? {}
      const entities = select && isEntitySelect(select)
      const offered = (entities ? offeredIn(world, channel, id, select) : options).map(({ value }) => value)
      const other = values.find((value) => !offered.includes(value))
      if (other !== undefined && !unchecked) throw refused(`one of the options ${offered.join(', ')}`, other)
      const resolved = entities && { resolved: withoutEmpty(resolvedOf(world, channel, id, values)) }
      return component(message, { component_type: type, custom_id: customId, id: select?.id ?? 1, values, ...resolved })
    },
    post: (face, content, { attachments = [], replyTo } = {}) => post(face, content, attachments, replyTo),
    directMessage: ({ id: channelId } = {}) =>
      channelFace(world, directMessageOf(world, guild, member.user, channelId)),
    offered: (face, component) => offeredIn(world, behind('channel', face), id, component),
    sees: (face) => may(behind('channel', face), id, 'ViewChannel'),
  }))

  function component(face: Message, data: object): Promise<Answer> {
    const source = messageBehind(face)
    return interact(world, { type: 3, data, channel: source.channel, member, source })
  }

  function post(
    face: Channel,
    content: string,
    attachments: readonly Parameters<typeof keepFile>[2][],
    replyTo?: Message,
  ): Message {
    const channel = behind('channel', face)
    if (!may(channel, id, 'SendMessages')) throw refused(`a channel where ${name} may write`, channel.name)
    const { notified, mentions, everyone } = notifiedBy(channel, id, content)
    const reply = replyTo && {
      type: 19,
      message_reference: { type: 0, message_id: replyTo.id, channel_id: replyTo.channel.id, ...guildField(channel) },
    }
    const raw = {
      ...blankMessage(channel, member.user),
      content,
      attachments: attachments.map((file) => keepFile(world, channel.id, file)),
      mentions,
      mention_everyone: everyone,
      ...reply,
    }
    const message = keepMessage(world, channel, raw, { notified })
    // Without the intent for message content, a client gets the message without its words, except for what is written to it.
    const bare = channel.recipient ? {} : { content: '', attachments: [], embeds: [], components: [] }
    world.emit('MESSAGE_CREATE', { ...messageJson(world, message), ...bare }, guildIdOf(channel))
    return messageFace(world, message)
  }
}

function findComponent(
  face: Message,
  unchecked: boolean,
  userId: string,
  test: (component: RawComponent) => boolean,
): RawComponent | undefined {
  const message = messageBehind(face)
  if (!unchecked) {
    if (message.deleted) throw refused('a message that is there', 'one that was deleted')
    if (message.onlyFor !== null && message.onlyFor !== userId) throw refused('a message for this member', 'another’s')
    if (!may(message.channel, userId, 'ViewChannel'))
      throw refused('a channel the member can see', message.channel.name)
  }
  const found = nested(message.raw.components).find(({ component }) => test(component))?.component
  if (found?.disabled && !unchecked)
    throw refused('an enabled component', `${found.label ?? found.custom_id}, disabled`)
  return found
}
