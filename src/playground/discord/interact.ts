/** Sends an interaction to the client, as Discord does when a person acts. */
import { randomBytes } from 'node:crypto'
import { firstAnswer } from './answer-face.ts'
import { mostBytes } from './body.ts'
import { messageJson } from './message-json.ts'
import { appMayDirectly } from './permissions.ts'
import { snowflake } from './snowflake.ts'
import type { Answer } from './types.ts'
import { memberInChannelJson, partialChannelJson } from './wire.ts'
import {
  guildIdOf,
  permissionsOf,
  type StoredChannel,
  type StoredInteraction,
  type StoredMember,
  type StoredMessage,
  type World,
} from './world.ts'

export interface Deed {
  /** 2 command, 3 component, 4 autocomplete, 5 modal. */
  readonly type: 2 | 3 | 4 | 5
  readonly data: object
  readonly channel: StoredChannel
  readonly member: StoredMember
  /** The message whose component it was. */
  readonly source?: StoredMessage | null
}

/** Resolves at the first answer, or as `none` when none came in time. */
export function interact(world: World, { type, data, channel, member, source = null }: Deed): Promise<Answer> {
  const interaction: StoredInteraction = {
    id: snowflake(),
    token: randomBytes(48).toString('base64url'),
    type,
    createdAt: Date.now(),
    channel,
    userId: member.user.id,
    source,
    kind: null,
    firstAfter: Number.POSITIVE_INFINITY,
    modal: null,
    choices: [],
    ephemeral: false,
    waiting: false,
    reply: null,
    followUps: [],
    edits: 0,
    expired: false,
    listeners: new Set(),
  }
  world.interactions.set(interaction.token, interaction)
  world.emit(
    'INTERACTION_CREATE',
    {
      id: interaction.id,
      application_id: world.bot.id,
      type,
      token: interaction.token,
      version: 1,
      data,
      channel_id: channel.id,
      channel: partialChannelJson(channel, member.user.id, world.bot.id),
      locale: member.locale,
      entitlements: [],
      ...(channel.recipient ? directly(member) : inGuild(world, channel, member)),
      attachment_size_limit: mostBytes,
      ...(source && { message: messageJson(world, source) }),
    },
    guildIdOf(channel),
  )
  return firstAnswer(world, interaction)
}

const inGuild = (world: World, channel: StoredChannel, member: StoredMember): object => ({
  guild_id: channel.guild.id,
  guild: { id: channel.guild.id, locale: 'en-US', features: [] },
  guild_locale: 'en-US',
  member: memberInChannelJson(channel, member),
  app_permissions: String(permissionsOf(channel, world.bot.id)),
  authorizing_integration_owners: { '0': channel.guild.id },
  context: 0,
})

/** In the direct message with the bot. */
const directly = ({ user }: StoredMember): object => ({
  user,
  app_permissions: String(appMayDirectly),
  authorizing_integration_owners: { '0': '0' },
  context: 1,
})
