import type { Fields } from './raw.ts'
import { channelTypes } from './wire.ts'
import { guildField, type StoredMessage, type World } from './world.ts'

/** A message as the API gives it, with the one it replies to. */
export function messageJson(world: World, { raw, channel }: StoredMessage): Fields {
  const reference = (raw as unknown as { message_reference?: { message_id?: string } }).message_reference
  const referenced = reference?.message_id === undefined ? undefined : world.messages.get(reference.message_id)
  return {
    ...raw,
    ...guildField(channel),
    channel_type: channelTypes[channel.kind],
    ...(reference && { referenced_message: referenced && !referenced.deleted ? referenced.raw : null }),
  }
}
