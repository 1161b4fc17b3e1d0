/** What the bot says to an interaction becomes a message, or changes one. */
import type { Body } from './body.ts'
import { messageJson } from './message-json.ts'
import { guildIdOf, type StoredInteraction, type StoredMessage, type World } from './world.ts'
import { blankMessage, editMessage, flagBits, keepMessage, written } from './write-message.ts'

/** Wakes those who wait for something to happen to an interaction. */
export const changed = (interaction: StoredInteraction): void => {
  for (const listener of [...interaction.listeners]) listener()
}

/** Keeps a reply; an ephemeral one for the caller alone. */
export function keep(
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
  if (onlyFor === null) world.emit('MESSAGE_CREATE', messageJson(world, message), guildIdOf(interaction.channel))
  return message
}

/** A new message of the interaction. Throws as `written` does. */
export function say(
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

/** Changes a message of the interaction; a deferred answer waits no longer. Throws as `written` does. */
export function edit(
  world: World,
  interaction: StoredInteraction,
  message: StoredMessage,
  body: Body,
  under: readonly string[] = [],
): void {
  const { raw } = written(world, message.raw, body, interaction.channel, under)
  editMessage(world, message, raw)
  if (message === interaction.reply) {
    interaction.edits += 1
    interaction.waiting = false
  }
  if (message.onlyFor === null) world.emit('MESSAGE_UPDATE', messageJson(world, message), guildIdOf(message.channel))
  changed(interaction)
}
