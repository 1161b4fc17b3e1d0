import { DiscordAPIError, MessageFlags } from 'discord.js'
import type { Desk, Material, Taken } from '../desk.ts'
import { StoreError } from '../errors.ts'
import type { Entry } from '../library/types.ts'
import type { Button, Message } from '../replies/discord/components.ts'
import { dayOf } from '../replies/discord/lines.ts'
import { overview } from '../replies/discord/overview.ts'
import { type Answerable, wire } from './answer.ts'
import { inTurn } from './in-turn.ts'
import { viewerOf } from './viewer.ts'

/** How a breakdown is to be answered. */
export interface Manner {
  /** Whether everybody in the channel sees it. Else only who asked, with a button to share it. */
  readonly publicly: boolean
  /** Link to the message that the material stands in; without one a public answer is linked. */
  readonly link?: string | null
  /** A sentence of Hearsay's own above the claims, and buttons for it. */
  readonly notice?: string | null
  readonly buttons?: readonly Button[]
}

/**
 * Takes what was handed in and answers with its claims. The first answer, "thinking", goes out before anything else, where
 * it hasn't gone out already.
 */
export async function postBreakdown(
  interaction: Answerable,
  desk: Desk,
  material: Material,
  manner: Manner,
): Promise<void> {
  if (!interaction.deferred) await interaction.deferReply(manner.publicly ? {} : { flags: MessageFlags.Ephemeral })
  await inTurn()
  const { guildId, user } = interaction
  const channel = interaction.channelId!
  const viewer = await viewerOf(interaction, desk.library)
  const by = { guild: guildId, channel, user: user.id, link: manner.link ?? null }
  const isThere = () => interaction.client.channels.cache.has(channel)
  const taken = await desk.take(material, { ...by, isThere }, viewer)
  const { entry } = taken
  const version = entry.versions.at(-1)!
  const message = overview({ entry, version, user: user.id, shareable: !manner.publicly }, 0, {
    differences: taken.differences,
    notices: [...(manner.notice ? [manner.notice] : []), ...recognised(taken, manner.publicly)],
    ...(manner.buttons ? { buttons: manner.buttons } : {}),
  })
  const posted = await deliver(interaction, message, manner.publicly)
  if (manner.publicly && posted && version.link === null) await keepLink(desk, guildId, entry.id, posted)
}

/** Has the library lead to the message with an article's claims. Where that fails the claims are there all the same. */
export async function keepLink({ library }: Desk, guild: string, entry: string, link: string): Promise<void> {
  await library.linkTo(guild, entry, link).catch((error: unknown) => {
    if (!(error instanceof StoreError)) throw error
  })
}

// What only the channel knows may be told in it; what another channel knows only to who can view that one, and alone.
function recognised({ outcome, entry, elsewhere }: Taken, publicly: boolean): readonly string[] {
  if (outcome === 'known')
    return [`This very text was broken down here before, ${added(entry)}; this is that breakdown.`]
  if (!elsewhere || publicly) return []
  return [`The same text was broken down in <#${elsewhere.channel}>, ${added(elsewhere)}.`]
}

function added({ versions }: Entry): string {
  const { addedBy, addedAt, link } = versions.at(-1)!
  const by = /^\d+$/.test(addedBy) ? `<@${addedBy}>` : 'the terminal'
  return `by ${by} on ${dayOf(addedAt)}${link ? ` ([there](${link}))` : ''}`
}

// Work that outlasts the quarter of an hour an answer has is posted to the channel, if everybody was to see it.
async function deliver(interaction: Answerable, message: Message, publicly: boolean): Promise<string | null> {
  const { components } = wire(message)
  try {
    const { url } = await interaction.editReply({ components, flags: MessageFlags.IsComponentsV2 })
    return url
  } catch (error) {
    const late = error instanceof DiscordAPIError && error.code === 50027
    if (!late || !publicly || !interaction.channel?.isSendable()) throw error
    const { url } = await interaction.channel.send({ components, flags: MessageFlags.IsComponentsV2 })
    return url
  }
}
