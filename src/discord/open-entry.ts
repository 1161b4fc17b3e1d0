import { type AutocompleteInteraction, type ChatInputCommandInteraction, MessageFlags } from 'discord.js'
import type { Desk } from '../desk.ts'
import { InputError } from '../errors.ts'
import type { Suggestion } from '../library/types.ts'
import { claimView } from '../replies/discord/claim-view.ts'
import { cutTo } from '../replies/discord/components.ts'
import { dayOf } from '../replies/discord/lines.ts'
import { overview } from '../replies/discord/overview.ts'
import { wire } from './answer.ts'
import { inTurn } from './in-turn.ts'
import { viewerOf } from './viewer.ts'

/**
 * Opens an article by its id, one of its claims by theirs, or what its headline begins with; for the one who asks.
 *
 * @throws InputError where there is none that may be seen
 */
export async function openEntry(
  interaction: ChatInputCommandInteraction<'cached'>,
  desk: Desk,
  named: string,
): Promise<void> {
  await interaction.deferReply({ flags: MessageFlags.Ephemeral })
  await inTurn()
  const { library } = desk
  const viewer = await viewerOf(interaction, library)
  const claim = await library.claim(viewer, named)
  const entry = claim?.entry ?? (await library.entry(viewer, named)) ?? (await byHeadline())
  if (!entry)
    throw new InputError({
      expected: 'an article of the library that you can view',
      got: 'none of that name',
      advice: 'Choose one from the list that opens while you type, or look with /who',
    })
  const version = claim?.version ?? entry.versions.at(-1)!
  const shown = { entry, version, user: interaction.user.id, shareable: entry.channel === interaction.channelId }
  const message = claim ? claimView(shown, claim.claim, 0) : overview(shown)
  await interaction.editReply({ components: wire(message).components, flags: MessageFlags.IsComponentsV2 })

  // Whoever typed on without choosing from the list.
  async function byHeadline() {
    const [first] = await library.suggest(viewer, named)
    return first ? library.entry(viewer, first.entry) : null
  }
}

/** Offers articles, and claims by their id, of what may be seen. */
export async function suggestEntries(interaction: AutocompleteInteraction<'cached'>, { library }: Desk): Promise<void> {
  const viewer = await viewerOf(interaction, library, { quick: true })
  const found = await library.suggest(viewer, interaction.options.getFocused().trim())
  await interaction.respond(found.slice(0, 25).map((one) => ({ name: nameOf(one), value: idOf(one) })))
}

/** Offers articles alone, where a claim would narrow nothing. */
export async function suggestArticles(
  interaction: AutocompleteInteraction<'cached'>,
  { library }: Desk,
): Promise<void> {
  const viewer = await viewerOf(interaction, library, { quick: true })
  const found = await library.suggest(viewer, interaction.options.getFocused().trim())
  const articles = new Map(found.map((one) => [one.entry, { ...one, claim: null }]))
  await interaction.respond([...articles.values()].map((one) => ({ name: nameOf(one), value: one.entry })))
}

// Two articles may have a claim of the same id; with its entry it is one.
const idOf = ({ entry, claim }: Suggestion): string => (claim ? `${entry}/${claim}` : entry)

function nameOf({ title, outlet, addedAt, claim }: Suggestion): string {
  const after = [claim && `claim ${claim}`, outlet && cutTo(outlet, 30), dayOf(addedAt)]
    .filter((one) => one)
    .join(' · ')
  return `${cutTo(title, 97 - after.length)} · ${after}`
}
