/** What the bot answers to interactions: the first callback, then edits, follow-ups and deletions by the token. */
import {
  alreadyAcknowledged,
  invalidForm,
  invalidWebhookToken,
  refuse,
  unknownInteraction,
  unknownMessage,
  unknownWebhook,
} from './api-error.ts'
import type { Body } from './body.ts'
import { checkChoices, checkModal } from './check-modal.ts'
import { messageJson } from './message-json.ts'
import type { RawModal } from './raw.ts'
import { type Call, nothing, ok, type Reply, type Route } from './router.ts'
import type { AnswerKind } from './types.ts'
import type { StoredInteraction, StoredMessage, World } from './world.ts'
import { blankMessage, flagBits, keepMessage, written } from './write-message.ts'

const callbackKinds: Readonly<Record<number, AnswerKind>> = {
  4: 'message',
  5: 'deferred',
  6: 'deferred update',
  7: 'update',
  8: 'autocomplete',
  9: 'modal',
}

/** Wakes those who wait for something to happen to an interaction. */
export const changed = (interaction: StoredInteraction): void => {
  for (const listener of [...interaction.listeners]) listener()
}

function callback({ world, at, query, body }: Call): Reply {
  const interaction = world.interactions.get(at.token!)
  if (!interaction || interaction.id !== at.interaction) throw unknownInteraction()
  if (interaction.kind === 'none') throw unknownInteraction()
  if (interaction.kind !== null) throw alreadyAcknowledged()
  const { type, data } = (body.json ?? {}) as { readonly type?: number; readonly data?: unknown }
  const kind = callbackKinds[type ?? 0]
  if (!kind || !fits(interaction, kind))
    throw invalidForm([
      {
        path: ['type'],
        code: 'BASE_TYPE_CHOICES',
        message: `Type ${type} can't answer an interaction of type ${interaction.type}.`,
      },
    ])
  answerWith(world, interaction, kind, { json: data ?? null, files: body.files })
  interaction.kind = kind
  interaction.firstAfter = Date.now() - interaction.createdAt
  changed(interaction)
  if (query.get('with_response') !== 'true') return nothing
  const shown = kind === 'update' || kind === 'deferred update' ? interaction.source : interaction.reply
  return ok({
    interaction: {
      id: interaction.id,
      type: interaction.type,
      ...(shown && { response_message_id: shown.raw.id }),
      response_message_loading: kind === 'deferred',
      response_message_ephemeral: interaction.ephemeral,
    },
    ...(shown && { resource: { type, message: messageJson(world, shown) } }),
  })
}

/** An autocomplete takes choices only; a modal can't follow a modal; only a component (or its modal) can update. */
function fits({ type, source }: StoredInteraction, kind: AnswerKind): boolean {
  if (type === 4 || kind === 'autocomplete') return type === 4 && kind === 'autocomplete'
  if (kind === 'modal') return type !== 5
  return (kind !== 'update' && kind !== 'deferred update') || source !== null
}

function answerWith(world: World, interaction: StoredInteraction, kind: AnswerKind, body: Body): void {
  const fields = (body.json ?? {}) as { readonly flags?: number; readonly choices?: StoredInteraction['choices'] }
  if (kind === 'autocomplete') {
    const choices = fields.choices ?? []
    refuse(checkChoices(choices), ['data'])
    interaction.choices = choices
  } else if (kind === 'modal') {
    refuse(checkModal(body.json as RawModal), ['data'])
    interaction.modal = body.json as RawModal
  } else if (kind === 'message') {
    interaction.ephemeral = ((fields.flags ?? 0) & flagBits.ephemeral) !== 0
    interaction.reply = say(world, interaction, body, interaction.ephemeral, ['data'])
  } else if (kind === 'deferred') {
    interaction.ephemeral = ((fields.flags ?? 0) & flagBits.ephemeral) !== 0
    const flags = flagBits.loading | (interaction.ephemeral ? flagBits.ephemeral : 0)
    interaction.reply = keep(world, interaction, blankMessage(interaction.channel, world.bot, flags), [])
    interaction.waiting = true
  } else {
    interaction.ephemeral = interaction.source?.onlyFor !== null
    interaction.reply = interaction.source
    if (kind === 'update') edit(world, interaction, interaction.source!, body, ['data'])
    else interaction.waiting = true
  }
}

function keep(
  world: World,
  interaction: StoredInteraction,
  raw: StoredMessage['raw'],
  notified: readonly string[],
): StoredMessage {
  const onlyFor = raw.flags & flagBits.ephemeral ? interaction.userId : null
  const interactionOf = { application_id: world.bot.id, webhook_id: world.bot.id }
  const message = keepMessage(world, interaction.channel, { ...raw, ...interactionOf } as typeof raw, {
    onlyFor,
    notified,
  })
  if (onlyFor === null) world.emit('MESSAGE_CREATE', messageJson(world, message), interaction.channel.guild.id)
  return message
}

function say(
  world: World,
  interaction: StoredInteraction,
  body: Body,
  ephemeral: boolean,
  under: readonly string[] = [],
): StoredMessage {
  const blank = blankMessage(interaction.channel, world.bot, ephemeral ? flagBits.ephemeral : 0)
  const { raw, notified } = written(world, blank, body, interaction.channel, under)
  return keep(world, interaction, raw, notified)
}

function edit(
  world: World,
  interaction: StoredInteraction,
  message: StoredMessage,
  body: Body,
  under: readonly string[] = [],
): void {
  const { raw } = written(world, message.raw, body, interaction.channel, under)
  message.raw = { ...raw, edited_timestamp: new Date().toISOString() }
  if (message === interaction.reply) {
    interaction.edits += 1
    interaction.waiting = false
  }
  if (message.onlyFor === null) world.emit('MESSAGE_UPDATE', messageJson(world, message), message.channel.guild.id)
  changed(interaction)
}

/** The interaction behind a webhook's token; 50027 once its time is over, 10015 while nothing was answered. */
function interactionAt({ world, at }: Call): StoredInteraction {
  const interaction = at.application === world.bot.id ? world.interactions.get(at.token!) : undefined
  if (!interaction?.kind || interaction.kind === 'none') throw unknownWebhook()
  if (interaction.expired || Date.now() - interaction.createdAt > world.tokenMs) throw invalidWebhookToken()
  return interaction
}

function messageAt(call: Call, interaction: StoredInteraction): StoredMessage {
  const { message: id } = call.at
  const message =
    id === '@original'
      ? interaction.reply
      : [interaction.reply, ...interaction.followUps].find((one) => one?.raw.id === id)
  if (!message || message.deleted) throw unknownMessage()
  return message
}

/** Straight after a deferred answer, a follow-up fills that answer in, and its own ephemeral flag doesn't count. */
function followUp(call: Call): Reply {
  const interaction = interactionAt(call)
  if (interaction.waiting && interaction.kind === 'deferred' && interaction.reply && !interaction.reply.deleted) {
    edit(call.world, interaction, interaction.reply, call.body)
    return ok(messageJson(call.world, interaction.reply))
  }
  const flags = (call.body.json as { readonly flags?: number } | null)?.flags ?? 0
  const message = say(call.world, interaction, call.body, (flags & flagBits.ephemeral) !== 0)
  interaction.followUps.push(message)
  interaction.waiting = false
  changed(interaction)
  return ok(messageJson(call.world, message))
}

const message = '/webhooks/:application/:token/messages/:message'

export const answerRoutes: readonly Route[] = [
  { method: 'POST', path: '/interactions/:interaction/:token/callback', open: true, answer: callback },
  { method: 'POST', path: '/webhooks/:application/:token', open: true, answer: followUp },
  {
    method: 'GET',
    path: message,
    open: true,
    answer: (call) => ok(messageJson(call.world, messageAt(call, interactionAt(call)))),
  },
  {
    method: 'PATCH',
    path: message,
    open: true,
    answer: (call) => {
      const interaction = interactionAt(call)
      const found = messageAt(call, interaction)
      edit(call.world, interaction, found, call.body)
      return ok(messageJson(call.world, found))
    },
  },
  {
    method: 'DELETE',
    path: message,
    open: true,
    answer: (call) => {
      const interaction = interactionAt(call)
      const found = messageAt(call, interaction)
      const { raw, channel, onlyFor } = found
      const event = { id: raw.id, channel_id: channel.id, guild_id: channel.guild.id }
      found.deleted = true
      interaction.waiting = false
      if (onlyFor === null) call.world.emit('MESSAGE_DELETE', event, channel.guild.id)
      changed(interaction)
      return nothing
    },
  },
]
