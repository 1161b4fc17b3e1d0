import { MessageFlags } from 'discord.js'
import type { Desk } from '../desk.ts'
import { InputError } from '../errors.ts'
import { type Tap, tapOf } from '../replies/discord/custom-id.ts'
import { outdated, wire } from './answer.ts'
import { inTurn } from './in-turn.ts'
import { isEphemeral, pageFor, type Sharing, sharedPage, shownFor, type Tapped } from './page-for.ts'
import { pasteWindow } from './paste.ts'
import { keepLink } from './post-breakdown.ts'
import { viewerOf } from './viewer.ts'

/**
 * Answers a button or a select. Nothing is remembered between two taps, so a message of last year works as long as its
 * article is there. Whoever taps another's message gets a copy of their own.
 *
 * @throws InputError for an id that isn't understood, and for what is gone or may not be seen: both in the same words
 */
export async function answerTap(interaction: Tapped, desk: Desk): Promise<void> {
  const tap = tapOf(interaction.customId)
  if (!tap || tap.to === 'words') throw outdated()
  if (tap.to === 'paste') return void (await interaction.showModal(pasteWindow()))
  // One's own page is turned in place; on another's, the answer is a message of one's own.
  const own = tap.user === interaction.user.id
  if (tap.to === 'share' || tap.to === 'share-annotated' || tap.to === 'share-drawing')
    return share(interaction, desk, tap)
  if (own) await interaction.deferUpdate()
  else await interaction.deferReply({ flags: MessageFlags.Ephemeral })
  await inTurn()
  // What is turned in place everybody in the channel sees: nothing of other channels may come into it.
  const publicly = own && !isEphemeral(interaction)
  const viewer = publicly
    ? { guild: interaction.guildId, channels: new Set([interaction.channelId]) }
    : await viewerOf(interaction, desk.library)
  const { components, files } = wire(await pageFor({ ...tap, user: interaction.user.id }, interaction, desk, viewer))
  // The files of the page before go: discord.js keeps only those that it is given.
  await interaction.editReply({ components, files, flags: MessageFlags.IsComponentsV2 })
}

type Of<To extends Tap['to']> = Extract<Tap, { readonly to: To }>

async function share(interaction: Tapped, desk: Desk, tap: Of<Sharing>): Promise<void> {
  if (tap.user !== interaction.user.id) throw notYours()
  await interaction.deferUpdate()
  const { id, components } = interaction.message
  // Tapped twice in a hurry.
  if (sharing.has(id)) return
  sharing.add(id)
  try {
    const shown = await shownFor(tap, interaction, desk, await viewerOf(interaction, desk.library))
    if (shown.entry.channel !== interaction.channelId) throw notHere()
    const message = wire(await sharedPage(tap.to, shown, desk))
    const flags = MessageFlags.IsComponentsV2
    const { url } = await interaction.followUp({ components: message.components, files: message.files, flags })
    if (tap.to !== 'share') {
      // The same without the button; a message with files can't be sent back as it came.
      await interaction.editReply({ components: message.components, files: message.files, flags })
      return
    }
    await interaction.editReply({ components: withoutButton(components, interaction.customId) as never[], flags })
    await keepLink(desk, interaction.guildId, shown.entry.id, url)
  } finally {
    sharing.delete(id)
  }
}

/** Messages of which something is being posted for everybody. */
const sharing = new Set<string>()

/** The same components, as Discord gave them, with one button that can't be pressed any more. */
function withoutButton(components: readonly { readonly toJSON: () => unknown }[], id: string): readonly unknown[] {
  const off = (one: unknown): unknown => {
    const part = one as { readonly custom_id?: string; readonly components?: readonly unknown[] }
    if (part.custom_id === id) return { ...part, disabled: true }
    return part.components ? { ...part, components: part.components.map(off) } : part
  }
  return components.map((one) => off(one.toJSON()))
}

const notHere = () =>
  new InputError({
    expected: 'the channel that the article was added in',
    got: 'another',
    advice: 'Share it there',
  })
const notYours = () =>
  new InputError({
    expected: 'who broke the article down',
    got: 'somebody else',
    advice: 'Open it yourself with /claims open, and share that',
  })
