import {
  ActionRowBuilder,
  ButtonBuilder,
  ButtonStyle,
  ContainerBuilder,
  type Interaction,
  MessageFlags,
  StringSelectMenuBuilder,
  TextDisplayBuilder,
} from 'discord.js'
import { expect, it } from 'vitest'
import { type Newsroom, newsroom } from './newsroom.ts'

const help = { name: 'help', description: 'What can be asked' }
const v2 = MessageFlags.IsComponentsV2
const said = (text: string): TextDisplayBuilder => new TextDisplayBuilder().setContent(text)
const buttons = (): ActionRowBuilder<ButtonBuilder> =>
  new ActionRowBuilder<ButtonBuilder>().addComponents(
    new ButtonBuilder().setCustomId('v1:next').setLabel('Next').setStyle(ButtonStyle.Primary),
    new ButtonBuilder().setCustomId('v1:back').setLabel('Back').setStyle(ButtonStyle.Secondary).setDisabled(true),
    new ButtonBuilder().setURL('http://127.0.0.1/').setLabel('Source').setStyle(ButtonStyle.Link),
  )
const select = (): ActionRowBuilder<StringSelectMenuBuilder> =>
  new ActionRowBuilder<StringSelectMenuBuilder>().addComponents(
    new StringSelectMenuBuilder()
      .setCustomId('v1:open')
      .setPlaceholder('Open a claim')
      .addOptions({ label: 'Denied', value: 'jt38', description: 'Strait Lines' }, { label: 'Alleged', value: 'ng8g' }),
  )

async function answering(handle: (interaction: Interaction) => Promise<unknown>): Promise<Newsroom> {
  const room = await newsroom()
  const client = await room.logIn(handle)
  await client.application.commands.set([help, { type: 3, name: 'Break down claims' }])
  return room
}

it('shows a deferred answer as loading until it is edited', async () => {
  const { loopback, desk, mira, thrown } = await answering(async (interaction) => {
    if (!interaction.isChatInputCommand()) return
    await interaction.deferReply({ flags: MessageFlags.Ephemeral })
    await new Promise((resolve) => setTimeout(resolve, 20))
    await interaction.editReply({ flags: v2, components: [said('First.'), buttons(), select()] })
    await interaction.followUp({ content: 'Second.' })
    await interaction.followUp({ content: 'Third.', flags: MessageFlags.Ephemeral })
  })
  const answer = await mira.command('help', {}, { channel: desk })
  expect(answer).toMatchObject({ kind: 'deferred', ephemeral: true, message: { loading: true, text: '' } })
  await answer.settled()
  expect(answer.message).toMatchObject({
    loading: false,
    ephemeral: true,
    text: 'First.',
    buttons: [
      { label: 'Next', customId: 'v1:next', disabled: false, url: null },
      { label: 'Back', customId: 'v1:back', disabled: true, url: null },
      { label: 'Source', customId: '', disabled: false, url: 'http://127.0.0.1/' },
    ],
    selects: [
      {
        customId: 'v1:open',
        placeholder: 'Open a claim',
        disabled: false,
        options: [
          { label: 'Denied', value: 'jt38', description: 'Strait Lines' },
          { label: 'Alleged', value: 'ng8g', description: '' },
        ],
      },
    ],
  })
  await answer.followedUp(2)
  expect(answer.followUps.map(({ text, ephemeral }) => ({ text, ephemeral }))).toEqual([
    { text: 'Second.', ephemeral: false },
    { text: 'Third.', ephemeral: true },
  ])
  expect(desk.messages.map(({ text }) => text)).toEqual(['Second.'])
  expect(thrown).toEqual([])
  expect(loopback.violations).toEqual([])
})

it('lets the first follow-up fill a deferred answer in, whose ephemeral flag stays', async () => {
  const { desk, mira } = await answering(async (interaction) => {
    if (!interaction.isChatInputCommand()) return
    await interaction.deferReply({ flags: MessageFlags.Ephemeral })
    await interaction.followUp({ content: 'Filled in.' })
  })
  const answer = await (await mira.command('help', {}, { channel: desk })).settled()
  expect(answer.message).toMatchObject({ text: 'Filled in.', ephemeral: true })
  expect(answer.followUps).toEqual([])
  expect(desk.messages).toEqual([])
})

it('gives the reply back to who asks for it, and takes it away', async () => {
  const fetched: unknown[] = []
  const { desk, mira, thrown } = await answering(async (interaction) => {
    if (!interaction.isChatInputCommand()) return
    const { resource } = await interaction.reply({ content: 'Here.', withResponse: true })
    const reply = await interaction.fetchReply()
    fetched.push([resource?.message?.content, reply.content, reply.id === resource?.message?.id])
    await interaction.deleteReply()
    await interaction.fetchReply()
  })
  const answer = await mira.command('help', {}, { channel: desk })
  expect(answer.kind).toBe('message')
  await expect.poll(() => thrown).toMatchObject([{ code: 10008, status: 404 }])
  expect(fetched).toEqual([['Here.', 'Here.', true]])
  expect(answer.message).toBeNull()
  expect(desk.messages).toEqual([])
})

it('updates the message whose button or select was used, at once or later', async () => {
  const { loopback, desk, mira, guild, thrown } = await answering(async (interaction) => {
    if (interaction.isChatInputCommand())
      await interaction.reply({
        flags: v2,
        components: [new ContainerBuilder().addTextDisplayComponents(said('Page 1.')), buttons(), select()],
      })
    if (interaction.isButton())
      await interaction.update({ components: [said(`Page 2 of ${interaction.message.id}.`), select()] })
    if (interaction.isStringSelectMenu()) {
      await interaction.deferUpdate()
      await interaction.editReply({ components: [said(`${interaction.values.join()}.`)] })
      await interaction.followUp({ content: 'More.', flags: MessageFlags.Ephemeral })
    }
  })
  const { message } = await mira.command('help', {}, { channel: desk })
  expect(message?.text).toBe('Page 1.')
  const pressed = await mira.press(message!, 'Next')
  expect(pressed).toMatchObject({ kind: 'update', ephemeral: false })
  expect(pressed.message).toBe(message)
  expect(message?.text).toBe(`Page 2 of ${message?.id}.`)
  expect(message?.buttons).toEqual([])
  const tam = guild.addMember({ name: 'Tam' })
  const selected = await (await tam.select(message!, 'v1:open', ['ng8g'])).followedUp()
  expect(selected).toMatchObject({ kind: 'deferred update', message: { text: 'ng8g.' } })
  expect(selected.followUps.map(({ text }) => text)).toEqual(['More.'])
  expect(desk.messages).toEqual([message])
  expect(thrown).toEqual([])
  expect(loopback.violations).toEqual([])
})

it('lets nobody press what isn’t there for them, unless forged', async () => {
  const { guild, desk, mira } = await answering(async (interaction) => {
    if (interaction.isChatInputCommand())
      await interaction.reply({ flags: [v2, MessageFlags.Ephemeral], components: [buttons(), select()] })
    if (interaction.isMessageComponent()) await interaction.reply(`${interaction.customId}?`)
  })
  const tam = guild.addMember({ name: 'Tam' })
  const message = (await mira.command('help', {}, { channel: desk })).message!
  await expect(mira.press(message, 'Share')).rejects.toThrow(/Next, Back, Source, got Share/)
  await expect(mira.press(message, 'Back')).rejects.toThrow(/disabled/)
  await expect(tam.press(message, 'Next')).rejects.toThrow(/for this member/)
  await expect(mira.select(message, 'v1:open', ['zzzz'])).rejects.toThrow(/jt38, ng8g, got zzzz/)
  await expect(mira.menu('Break down claims', message)).rejects.toThrow(/ephemeral/)
  expect((await tam.press(message, 'v0:gone', { unchecked: true })).message?.text).toBe('v0:gone?')
})

it('hands a message’s menu the message with its files and what it replies to', async () => {
  const seen: unknown[] = []
  const { loopback, guild, desk, mira, thrown } = await answering(async (interaction) => {
    if (!interaction.isMessageContextMenuCommand()) return
    const message = interaction.targetMessage
    const replied = message.reference?.messageId
    seen.push([message.content, message.author.username, message.attachments.map(({ name }) => name), replied])
    await interaction.reply({ content: 'Read.', flags: MessageFlags.Ephemeral })
  })
  const tam = guild.addMember({ name: 'Tam' })
  const first = tam.post(desk, 'The ferries are safe.')
  const bytes = new TextEncoder().encode('An article.')
  const second = tam.post(desk, 'Are they?', { attachments: [{ name: 'my article.txt', bytes }], replyTo: first })
  expect(second.files).toMatchObject([{ name: 'my_article.txt', bytes }])
  await mira.menu('Break down claims', second)
  expect(thrown).toEqual([])
  expect(seen).toEqual([['Are they?', 'tam', ['my_article.txt'], first.id]])
  guild.deleteMessage(second)
  await expect(mira.menu('Break down claims', second)).rejects.toThrow(/deleted/)
  expect(loopback.violations).toEqual([])
})

it('answers each of 200 interactions at once, none twice', async () => {
  const { loopback, guild, desk } = await answering(async (interaction) => {
    if (interaction.isChatInputCommand())
      await interaction.reply({ flags: v2, components: [said(interaction.user.id), buttons()] })
    if (interaction.isButton()) await interaction.update({ components: [said(`${interaction.user.id} pressed.`)] })
  })
  const members = Array.from({ length: 100 }, (_, index) => guild.addMember({ name: `Reporter ${index}` }))
  const answers = await Promise.all(members.map((member) => member.command('help', {}, { channel: desk })))
  const pressed = await Promise.all(answers.map(({ message }, index) => members[index]!.press(message!, 'Next')))
  expect(new Set([...answers, ...pressed].map(({ kind }) => kind))).toEqual(new Set(['message', 'update']))
  expect(answers.map(({ message }) => message?.text)).toEqual(members.map(({ id }) => `${id} pressed.`))
  expect(loopback.requests.filter(({ path }) => path.endsWith('/callback'))).toHaveLength(200)
  expect(desk.messages).toHaveLength(100)
})
