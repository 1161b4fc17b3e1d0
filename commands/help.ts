import { InteractionContextType, MessageFlags, SlashCommandBuilder } from 'discord.js'
import { wire } from '../src/discord/answer.ts'
import type { SlashCommand } from '../src/discord/command.ts'
import { inTurn } from '../src/discord/in-turn.ts'
import { viewerOf } from '../src/discord/viewer.ts'
import { helpView } from '../src/replies/discord/help-view.ts'

/** `/help`: how it is used, by example, and what is kept. */
export const help = {
  definition: new SlashCommandBuilder()
    .setName('help')
    .setDescription('How to use Hearsay, what its labels mean, what it keeps')
    .setContexts(InteractionContextType.Guild)
    .toJSON(),
  run: async (interaction, { library, about }) => {
    await interaction.deferReply({ flags: MessageFlags.Ephemeral })
    await inTurn()
    const counts = await library.counts(await viewerOf(interaction, library))
    await interaction.editReply({
      components: wire(helpView({ ...about, ...counts })).components,
      flags: MessageFlags.IsComponentsV2,
    })
  },
} satisfies SlashCommand
