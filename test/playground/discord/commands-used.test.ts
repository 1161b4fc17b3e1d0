import { ApplicationCommandOptionType, MessageFlags, PermissionFlagsBits } from 'discord.js'
import { expect, it } from 'vitest'
import { newsroom } from './newsroom.ts'

const definition = {
  name: 'library',
  description: 'The library',
  options: [
    {
      type: ApplicationCommandOptionType.Subcommand as const,
      name: 'list',
      description: 'Lists it',
      options: [
        {
          type: ApplicationCommandOptionType.String as const,
          name: 'article',
          description: 'Article',
          required: true,
          autocomplete: true,
        },
        {
          type: ApplicationCommandOptionType.Integer as const,
          name: 'page',
          description: 'Page',
          minValue: 1,
          maxValue: 9,
        },
        { type: ApplicationCommandOptionType.User as const, name: 'by', description: 'By whom' },
        { type: ApplicationCommandOptionType.Channel as const, name: 'in', description: 'Where' },
        {
          type: ApplicationCommandOptionType.String as const,
          name: 'label',
          description: 'Label',
          choices: [{ name: 'Denied', value: 'denied' }],
        },
      ],
    },
  ],
}

it('carries subcommands, each kind of option, and who may what', async () => {
  const { loopback, guild, desk, mira, logIn } = await newsroom()
  const tam = guild.addMember({ name: 'Tam', permissions: ['ManageGuild'], locale: 'de' })
  const seen: unknown[] = []
  const client = await logIn(async (interaction) => {
    if (!interaction.isChatInputCommand()) return
    const { options } = interaction
    seen.push({
      sub: options.getSubcommand(),
      article: options.getString('article'),
      page: options.getInteger('page'),
      by: options.getUser('by')?.id,
      in: options.getChannel('in')?.id,
      channel: interaction.channel?.id,
      guild: interaction.inCachedGuild() && interaction.guild.name,
      locale: interaction.locale,
      manages: interaction.memberPermissions?.has(PermissionFlagsBits.ManageGuild),
      botMaySend: interaction.appPermissions.has(PermissionFlagsBits.SendMessages),
      limit: interaction.attachmentSizeLimit,
    })
    await interaction.reply({ content: 'Listed.', flags: MessageFlags.Ephemeral })
  })
  await client.application.commands.set([definition])
  const options = { article: 'Ferries', page: 2, by: mira, in: desk, label: 'denied' }
  const answer = await tam.command('library list', options, { channel: desk })
  expect(answer).toMatchObject({ kind: 'message', ephemeral: true })
  expect(seen).toEqual([
    {
      sub: 'list',
      article: 'Ferries',
      page: 2,
      by: mira.id,
      in: desk.id,
      channel: desk.id,
      guild: 'The Vellgrad Courier',
      locale: 'de',
      manages: true,
      botMaySend: true,
      limit: 10_485_760,
    },
  ])
  expect(desk.messages).toEqual([])
  expect(desk.messagesFor(mira)).toEqual([])
  expect(desk.messagesFor(tam)).toEqual([answer.message])
  expect(loopback.violations).toEqual([])
})

it('refuses what a person’s client would refuse, unless told not to look', async () => {
  const { guild, desk, mira, logIn } = await newsroom()
  const hidden = guild.addChannel({ name: 'investigations', hiddenFrom: [mira] })
  const seen: unknown[] = []
  const client = await logIn(async (interaction) => {
    if (!interaction.isChatInputCommand()) return
    seen.push(interaction.options.get('page')?.value)
    await interaction.reply('Listed.')
  })
  await client.application.commands.set([
    definition,
    { name: 'forget', description: 'Forgets', defaultMemberPermissions: '32' },
  ])
  const article = 'Ferries'
  const at = { channel: desk }
  await expect(mira.command('claims', {}, at)).rejects.toThrow(/registered commands \(library, forget\), got claims/)
  await expect(mira.command('library', {}, at)).rejects.toThrow(/subcommands/)
  await expect(mira.command('library list', {}, at)).rejects.toThrow(/required option article/)
  await expect(mira.command('library list', { article, colour: 'red' }, at)).rejects.toThrow(/got colour/)
  await expect(mira.command('library list', { article, page: 'two' }, at)).rejects.toThrow(/type 4 for page/)
  await expect(mira.command('library list', { article, page: 10 }, at)).rejects.toThrow(/from 1 to 9/)
  await expect(mira.command('library list', { article, label: 'new' }, at)).rejects.toThrow(/choices of label/)
  await expect(mira.command('library list', { article }, { channel: hidden })).rejects.toThrow(/can see/)
  await expect(mira.command('forget', {}, at)).rejects.toThrow(/permissions 32 for forget/)
  expect(seen).toEqual([])
  await mira.command('library list', { article, page: 10 }, { channel: desk, unchecked: true })
  expect(seen).toEqual([10])
})

it('offers choices while somebody types', async () => {
  const { loopback, desk, mira, logIn } = await newsroom()
  const client = await logIn(async (interaction) => {
    if (!interaction.isAutocomplete()) return
    const { name, value } = interaction.options.getFocused(true)
    const page = interaction.options.getInteger('page')
    const choice = { name: `${name} ${value} ${page}`, value: 'a1' }
    await interaction.respond(Array(25).fill(choice))
  })
  await client.application.commands.set([definition])
  const choices = await mira.autocomplete('library list', 'article', 'fer', { channel: desk, others: { page: 3 } })
  expect(choices).toHaveLength(25)
  expect(choices[0]).toEqual({ name: 'article fer 3', value: 'a1' })
  expect(loopback.violations).toEqual([])
  const none = await newsroom({ firstAnswerMs: 100, validate: () => [] })
  const other = await none.logIn(async (interaction) => {
    if (interaction.isAutocomplete()) await interaction.respond(Array(26).fill({ name: 'a', value: 'a' }))
  })
  await other.application.commands.set([definition])
  expect(await none.mira.autocomplete('library list', 'article', 'fer', { channel: none.desk })).toEqual([])
  expect(none.thrown).toMatchObject([{ code: 50035, status: 400 }])
})
