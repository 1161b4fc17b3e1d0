import { MessageFlags, SlashCommandBuilder, TextDisplayBuilder } from 'discord.js'
import { expect, it } from 'vitest'
import { newsroom } from './newsroom.ts'

it('carries a slash command to the real client and its reply back', async () => {
  const { loopback, guild, desk, mira, logIn, thrown } = await newsroom()
  const client = await logIn(async (interaction) => {
    if (!interaction.isChatInputCommand()) return
    await interaction.reply({
      flags: MessageFlags.IsComponentsV2,
      components: [new TextDisplayBuilder().setContent(`You asked for ${interaction.options.getString('words')}.`)],
    })
  })
  await client.application.commands.set(
    [
      new SlashCommandBuilder()
        .setName('who')
        .setDescription('Who said it')
        .addStringOption((option) => option.setName('words').setDescription('Words')),
    ],
    guild.id,
  )
  const answer = await mira.command('who', { words: 'ferry' }, { channel: desk })
  expect(thrown).toEqual([])
  expect(answer.kind).toBe('message')
  expect(answer.message?.text).toBe('You asked for ferry.')
  expect(desk.messages).toHaveLength(1)
  expect(loopback.violations).toEqual([])
})
