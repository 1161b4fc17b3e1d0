import {
  ActionRowBuilder,
  FileUploadBuilder,
  LabelBuilder,
  ModalBuilder,
  StringSelectMenuBuilder,
  TextDisplayBuilder,
  TextInputBuilder,
  TextInputStyle,
} from 'discord.js'
import { expect, it } from 'vitest'
import { type Newsroom, newsroom } from './newsroom.ts'

const paste = (): ModalBuilder =>
  new ModalBuilder()
    .setCustomId('v1:paste')
    .setTitle('Paste an article')
    .addTextDisplayComponents(new TextDisplayBuilder().setContent('Or attach it.'))
    .addLabelComponents(
      new LabelBuilder()
        .setLabel('Text')
        .setDescription('All of it')
        .setTextInputComponent(
          new TextInputBuilder().setCustomId('text').setStyle(TextInputStyle.Paragraph).setValue('Draft'),
        ),
      new LabelBuilder()
        .setLabel('File')
        .setFileUploadComponent(
          new FileUploadBuilder().setCustomId('file').setRequired(false).setMaxValues(2).setFileTypes('.txt', '.pdf'),
        ),
      new LabelBuilder()
        .setLabel('Kind')
        .setStringSelectMenuComponent(
          new StringSelectMenuBuilder().setCustomId('kind').addOptions({ label: 'News', value: 'news', default: true }),
        ),
    )

async function asking(modal: ModalBuilder): Promise<Newsroom & { readonly seen: unknown[] }> {
  const seen: unknown[] = []
  const room = await newsroom()
  const client = await room.logIn(async (interaction) => {
    if (interaction.isChatInputCommand()) await interaction.showModal(modal)
    if (!interaction.isModalSubmit()) return
    const { fields } = interaction
    const files = fields.fields.has('file') ? [...(fields.getUploadedFiles('file')?.values() ?? [])] : []
    const bodies = await Promise.all(files.map(async ({ url }) => (await fetch(url)).text()))
    seen.push([
      interaction.customId,
      fields.getTextInputValue('text'),
      bodies,
      fields.fields.has('kind') && fields.getStringSelectValues('kind'),
    ])
    await interaction.reply(`Got ${files.map(({ name }) => name).join()}.`)
  })
  await client.application.commands.set([{ name: 'claims', description: 'Breaks an article down' }])
  return { ...room, seen }
}

it('shows a modal and carries texts, files and choices back', async () => {
  const { loopback, desk, mira, seen, thrown } = await asking(paste())
  const shown = await mira.command('claims', {}, { channel: desk })
  expect(shown).toMatchObject({ kind: 'modal', message: null })
  expect(shown.modal).toMatchObject({
    customId: 'v1:paste',
    title: 'Paste an article',
    inputs: [
      { customId: 'text', label: 'Text', description: 'All of it', kind: 'text', required: true, value: 'Draft' },
      { customId: 'file', label: 'File', description: '', kind: 'file', required: false },
      { customId: 'kind', label: 'Kind', kind: 'select', required: true },
    ],
  })
  const bytes = new TextEncoder().encode('Zwölf Fähren.')
  const answer = await mira.submit(shown, { file: [{ name: 'ferries.txt', bytes }] })
  await mira.submit(shown, { text: 'Pasted.' })
  expect(thrown).toEqual([])
  expect(answer.message?.text).toBe('Got ferries.txt.')
  expect(seen).toEqual([
    ['v1:paste', 'Draft', ['Zwölf Fähren.'], ['news']],
    ['v1:paste', 'Pasted.', [], ['news']],
  ])
  expect(loopback.violations).toEqual([])
})

it('lets nobody send what the modal doesn’t take', async () => {
  const { desk, mira, seen } = await asking(paste())
  const shown = await mira.command('claims', {}, { channel: desk })
  const bytes = new Uint8Array(1)
  await expect(mira.submit(shown, { words: 'a' })).rejects.toThrow(/\(text, file, kind\), got words/)
  await expect(mira.submit(shown, { text: 'a'.repeat(4001) })).rejects.toThrow(/1 to 4000 characters in text, got 4001/)
  await expect(mira.submit(shown, { file: Array(3).fill({ name: 'a.txt', bytes }) })).rejects.toThrow(/0 to 2 for file/)
  await expect(mira.submit(shown, { file: [{ name: 'a.png', bytes }] })).rejects.toThrow(
    /.txt, .pdf for file, got a.png/,
  )
  await expect(mira.submit(shown, { kind: ['opinion'] })).rejects.toThrow(/options of kind, got opinion/)
  expect(seen).toEqual([])
  await mira.submit(shown, { file: [{ name: 'a.png', bytes }] }, { unchecked: true })
  expect(seen).toHaveLength(1)
})

it('takes a text input in a row of its own too', async () => {
  const row = new ActionRowBuilder<TextInputBuilder>().addComponents(
    new TextInputBuilder().setCustomId('text').setLabel('Text').setStyle(TextInputStyle.Short),
  )
  const { loopback, desk, mira, seen } = await asking(
    new ModalBuilder().setCustomId('v1:short').setTitle('Short').addComponents(row),
  )
  const shown = await mira.command('claims', {}, { channel: desk })
  expect(shown.modal?.inputs).toMatchObject([{ customId: 'text', label: 'Text', required: true }])
  await expect(mira.submit(shown, {})).rejects.toThrow(/1 to 4000 characters in text, got 0/)
  await mira.submit(shown, { text: 'Ferries' })
  expect(seen).toEqual([['v1:short', 'Ferries', [], false]])
  expect(loopback.violations).toEqual([])
})
