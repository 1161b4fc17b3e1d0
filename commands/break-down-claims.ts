import { ApplicationCommandType, ContextMenuCommandBuilder, InteractionContextType } from 'discord.js'
import type { MessageCommand } from '../src/discord/command.ts'
import { materialOf } from '../src/discord/message-material.ts'
import { postBreakdown } from '../src/discord/post-breakdown.ts'

/** A message's menu: breaks down the message, its link or its file, or those of the message it replies to. */
export const breakDownClaims = {
  definition: new ContextMenuCommandBuilder()
    .setName('Break down claims')
    .setType(ApplicationCommandType.Message)
    .setContexts(InteractionContextType.Guild)
    .toJSON(),
  onMessage: async (interaction, desk) => {
    const { material, message } = await materialOf(interaction.targetMessage)
    await postBreakdown(interaction, desk, material, { publicly: material.kind === 'link', link: message.url })
  },
} satisfies MessageCommand
