import { InteractionContextType, MessageFlags, SlashCommandBuilder } from 'discord.js'
import { wire } from '../src/discord/answer.ts'
import type { SlashCommand } from '../src/discord/command.ts'
import { suggestEntries } from '../src/discord/open-entry.ts'
import { viewerOf } from '../src/discord/viewer.ts'
import { answerSources, answerWho } from '../src/discord/who.ts'
import { labels } from '../src/replies/labels.ts'
import { type Certainty, certainties } from '../src/types.ts'

const periods = { day: 1, week: 7, month: 31, year: 366 } as const

/** `/who`: who said what, in what may be seen of the library; without words, who says most. */
export const who = {
  definition: new SlashCommandBuilder()
    .setName('who')
    .setDescription('Who said it, in the articles read before; without words, who says most')
    .setContexts(InteractionContextType.Guild)
    .addStringOption((option) => option.setName('words').setDescription('What was said').setMaxLength(90))
    .addStringOption((option) =>
      option.setName('source').setDescription('Part of the name of who says it').setMaxLength(40),
    )
    .addStringOption((option) =>
      option.setName('article').setDescription('Part of a headline').setMaxLength(100).setAutocomplete(true),
    )
    .addStringOption((option) =>
      option
        .setName('label')
        .setDescription('How certain it is put')
        .addChoices(...certainties.map((value) => ({ name: labels[value].words, value }))),
    )
    .addStringOption((option) =>
      option
        .setName('time')
        .setDescription('When it was added')
        .addChoices(...Object.keys(periods).map((value) => ({ name: `the last ${value}`, value }))),
    )
    .toJSON(),
  run: async (interaction, desk) => {
    await interaction.deferReply({ flags: MessageFlags.Ephemeral })
    const { options, user } = interaction
    const days = periods[options.getString('time') as keyof typeof periods]
    const asked = {
      words: options.getString('words')?.trim() ?? '',
      source: options.getString('source')?.trim() || null,
      article: options.getString('article')?.trim().slice(0, 30) || null,
      label: options.getString('label') as Certainty | null,
      since: days ? new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10) : null,
    }
    const viewer = await viewerOf(interaction, desk.library)
    const open = asked.words === '' && !asked.source && !asked.article && !asked.label && !asked.since
    const message = open
      ? await answerSources(desk, viewer, 0, user.id)
      : await answerWho(desk, viewer, asked, 0, user.id)
    await interaction.editReply({ components: wire(message).components, flags: MessageFlags.IsComponentsV2 })
  },
  complete: suggestEntries,
} satisfies SlashCommand
