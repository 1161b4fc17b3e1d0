import { ApplicationCommandType, ContextMenuCommandBuilder, InteractionContextType, MessageFlags } from 'discord.js'
import type { MessageCommand } from '../src/discord/command.ts'
import { materialOf, materialRepliedTo, repliedTo } from '../src/discord/message-material.ts'
import { postBreakdown } from '../src/discord/post-breakdown.ts'

/** A message's menu: breaks down the message, its link or its file, or those of the message it replies to. */
export const breakDownClaims = {
  definition: new ContextMenuCommandBuilder()
    .setName('Break down claims')
    .setType(ApplicationCommandType.Message)
    .setContexts(InteractionContextType.Guild)
    .toJSON(),
  onMessage: async (interaction, desk) => {
    const { targetMessage } = interaction
    const there = materialOf(targetMessage)
    // Asking for the message replied to takes time, and whether everybody sees the answer is settled with the first.
    if (!there && repliedTo(targetMessage)) await interaction.deferReply({ flags: MessageFlags.Ephemeral })
    const { material, message } = there ?? (await materialRepliedTo(targetMessage))
    const publicly = there !== null && material.kind === 'link'
    await postBreakdown(interaction, desk, material, { publicly, link: message.url })
  },
} satisfies MessageCommand
