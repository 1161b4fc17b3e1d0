/** The routes of interactions: the first answer, then edits, follow-ups and deletions by the token. */
import { invalidWebhookToken, unknownMessage, unknownWebhook } from './api-error.ts'
import { changed, edit, say } from './bot-says.ts'
import { callback } from './callback-route.ts'
import { messageJson } from './message-json.ts'
import { type Call, nothing, ok, type Reply, type Route } from './router.ts'
import { guildField, guildIdOf, type StoredInteraction, type StoredMessage } from './world.ts'
import { deleteMessage, flagBits } from './write-message.ts'

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
      const event = { id: raw.id, channel_id: channel.id, ...guildField(channel) }
      deleteMessage(call.world, found)
      interaction.waiting = false
      if (onlyFor === null) call.world.emit('MESSAGE_DELETE', event, guildIdOf(channel))
      changed(interaction)
      return nothing
    },
  },
]
