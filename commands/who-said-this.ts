import { ApplicationCommandType, ContextMenuCommandBuilder, InteractionContextType, MessageFlags } from 'discord.js'
import { wire } from '../src/discord/answer.ts'
import type { MessageCommand } from '../src/discord/command.ts'
import { inTurn } from '../src/discord/in-turn.ts'
import { viewerOf } from '../src/discord/viewer.ts'
import { answerWho, askable } from '../src/discord/who.ts'
import { InputError } from '../src/errors.ts'

/** A message's menu: looks the words of a line in chat up in the library. */
export const whoSaidThis = {
  definition: new ContextMenuCommandBuilder()
    .setName('Who said this?')
    .setType(ApplicationCommandType.Message)
    .setContexts(InteractionContextType.Guild)
    .toJSON(),
  onMessage: async (interaction, desk) => {
    const words = interaction.targetMessage.content
      .replace(/https?:\/\/\S+|<[@#:a-z!&]+[^>]*>/gi, ' ')
      .replace(/\s+/g, ' ')
      .trim()
    if (!/[\p{L}\p{N}]/u.test(words))
      throw new InputError({ expected: 'a message with words', got: 'one without', advice: 'Ask with /who instead' })
    await interaction.deferReply({ flags: MessageFlags.Ephemeral })
    await inTurn()
    const viewer = await viewerOf(interaction, desk.library)
    const asked = askable({ words, source: null, article: null, label: null, since: null })
    const message = await answerWho(desk, viewer, asked, 0, interaction.user.id)
    await interaction.editReply({ components: wire(message).components, flags: MessageFlags.IsComponentsV2 })
  },
} satisfies MessageCommand
