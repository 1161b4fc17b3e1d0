import { InteractionContextType, MessageFlags, SlashCommandBuilder } from 'discord.js'
import { wire } from '../src/discord/answer.ts'
import type { SlashCommand } from '../src/discord/command.ts'
import { inTurn } from '../src/discord/in-turn.ts'
import { suggestArticles } from '../src/discord/open-entry.ts'
import { viewerOf } from '../src/discord/viewer.ts'
import { answerSources, answerWho, askable } from '../src/discord/who.ts'
import { InputError } from '../src/errors.ts'
import { longestAsked } from '../src/replies/discord/who-view.ts'
import { labels } from '../src/replies/labels.ts'
import { certainties } from '../src/types.ts'

const periods = { day: 1, week: 7, month: 31, year: 366 } as const

/** `/who`: who said what, in what may be seen of the library; without words, who says most. */
export const who = {
  definition: new SlashCommandBuilder()
    .setName('who')
    .setDescription('Who said it, in the articles read before; without words, who says most')
    .setContexts(InteractionContextType.Guild)
    .addStringOption((option) =>
      option.setName('words').setDescription('What was said').setMaxLength(longestAsked.words),
    )
    .addStringOption((option) =>
      option.setName('source').setDescription('Part of the name of who says it').setMaxLength(longestAsked.source),
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
    await inTurn()
    const { options, user } = interaction
    const asked = askable({
      words: options.getString('words') ?? '',
      source: options.getString('source'),
      article: options.getString('article'),
      label: offered(options.getString('label'), labels),
      since: dayBefore(offered(options.getString('time'), periods)),
    })
    const viewer = await viewerOf(interaction, desk.library)
    const open = asked.words === '' && !asked.source && !asked.article && !asked.label && !asked.since
    const message = open
      ? await answerSources(desk, viewer, 0, user.id)
      : await answerWho(desk, viewer, asked, 0, user.id)
    await interaction.editReply({ components: wire(message).components, flags: MessageFlags.IsComponentsV2 })
  },
  complete: suggestArticles,
} satisfies SlashCommand

const dayBefore = (period: keyof typeof periods | null): string | null =>
  period && new Date(Date.now() - periods[period] * 86_400_000).toISOString().slice(0, 10)

/** What was chosen of a list; Discord offers nothing else, but whoever speaks to it without its window may send anything. */
function offered<Key extends string>(value: string | null, list: Readonly<Record<Key, unknown>>): Key | null {
  if (value === null) return null
  if (Object.hasOwn(list, value)) return value as Key
  const choices = Object.keys(list).join(', ')
  throw new InputError({ expected: `one of ${choices}`, got: 'something else', advice: 'Choose from the list' })
}
