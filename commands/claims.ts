import { InteractionContextType, SlashCommandBuilder } from 'discord.js'
import type { SlashCommand } from '../src/discord/command.ts'
import { openEntry, suggestEntries } from '../src/discord/open-entry.ts'
import { pasteWindow } from '../src/discord/paste.ts'
import { postBreakdown } from '../src/discord/post-breakdown.ts'
import { InputError } from '../src/errors.ts'

/** `/claims`: pastes, links, attaches or opens an article. */
export const claims = {
  definition: new SlashCommandBuilder()
    .setName('claims')
    .setDescription('Split an article into attributed claims; without an option, paste its text')
    .setContexts(InteractionContextType.Guild)
    .addStringOption((option) => option.setName('link').setDescription('Address of the article').setMaxLength(2000))
    .addAttachmentOption((option) =>
      option.setName('file').setDescription('.txt, .md, .html, .pdf or .docx, up to 5 MB'),
    )
    .addStringOption((option) =>
      option
        .setName('open')
        .setDescription('Headline or claim id of an article read before')
        .setMaxLength(100)
        .setAutocomplete(true),
    )
    .toJSON(),
  run: async (interaction, desk) => {
    const link = interaction.options.getString('link')
    const file = interaction.options.getAttachment('file')
    const open = interaction.options.getString('open')
    const given = [link, file, open].filter((one) => one !== null).length
    if (given > 1)
      throw new InputError({
        expected: 'one of link, file and open',
        got: `${given} of them`,
        advice: 'Give one, or none to paste a text',
      })
    if (link !== null) {
      const url = link.trim()
      // What is no link at all is a slip, which nobody else needs to see.
      const publicly = /^https?:\/\/\S+$/i.test(url)
      return postBreakdown(interaction, desk, { kind: 'link', url }, { publicly })
    }
    if (file !== null) {
      const { url, name, size, contentType } = file
      return postBreakdown(
        interaction,
        desk,
        { kind: 'file', file: { url, name, size, type: contentType } },
        { publicly: false },
      )
    }
    if (open !== null) return openEntry(interaction, desk, open.trim())
    await interaction.showModal(pasteWindow())
  },
  complete: suggestEntries,
} satisfies SlashCommand
