import { FileBuilder, MessageFlags, SlashCommandBuilder, TextDisplayBuilder } from 'discord.js'
import { expect, it } from 'vitest'
import { clientOf, type Newsroom, newsroom } from './newsroom.ts'

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)

const claims = new SlashCommandBuilder()
  .setName('claims')
  .setDescription('Breaks an article down')
  .addAttachmentOption((option) => option.setName('file').setDescription('File').setFileTypes('.txt'))

async function claiming(handle: Parameters<Newsroom['logIn']>[0]): Promise<Newsroom> {
  const room = await newsroom()
  const client = await room.logIn(handle)
  await client.application.commands.set([claims])
  return room
}

it('serves what people upload, and bring it back changed', async () => {
  const { loopback, desk, mira, thrown } = await claiming(async (interaction) => {
    if (!interaction.isChatInputCommand()) return
    const file = interaction.options.getAttachment('file', true)
    const answer = await fetch(file.url)
    const words = await answer.text()
    await interaction.reply({
      content: `${file.name}, ${file.size} bytes, ${file.contentType}, ${answer.headers.get('content-type')}`,
      files: [{ attachment: Buffer.from(words.toUpperCase()), name: 'claims ü.txt' }],
    })
  })
  await expect(
    mira.command('claims', { file: { name: 'a.png', bytes: bytesOf('') } }, { channel: desk }),
  ).rejects.toThrow(/one of .txt for file, got a.png/)
  const { message } = await mira.command(
    'claims',
    { file: { name: 'zwölf.txt', bytes: bytesOf('zwölf') } },
    { channel: desk },
  )
  const type = 'text/plain; charset=utf-8'
  expect(thrown).toEqual([])
  expect(message?.text).toBe(`zwölf.txt, 6 bytes, ${type}, ${type}`)
  expect(message?.files).toMatchObject([{ name: 'claims_ü.txt', bytes: bytesOf('ZWÖLF') }])
  expect(await (await fetch(message!.files[0]!.url)).text()).toBe('ZWÖLF')
  expect(loopback.requests.at(-1)).toMatchObject({ files: ['claims ü.txt'], status: 204 })
  expect(loopback.violations).toEqual([])
})

it('shows files of Components V2 only where a component points to them', async () => {
  const { desk, mira, thrown } = await claiming(async (interaction) => {
    if (!interaction.isChatInputCommand()) return
    await interaction.deferReply()
    await interaction.editReply({
      flags: MessageFlags.IsComponentsV2,
      components: [new FileBuilder().setURL('attachment://shown.csv')],
      files: ['shown.csv', 'hidden.csv'].map((name) => ({ attachment: Buffer.from(name), name })),
    })
    await interaction.followUp({ files: [{ attachment: Buffer.from('more'), name: 'more.csv' }] })
    await interaction.editReply({ components: [new FileBuilder().setURL('attachment://gone.csv')] })
  })
  const answer = await (await mira.command('claims', {}, { channel: desk })).followedUp()
  expect(answer.message?.files).toMatchObject([{ name: 'shown.csv', bytes: bytesOf('shown.csv') }])
  expect(answer.followUps[0]?.files).toMatchObject([{ name: 'more.csv', bytes: bytesOf('more') }])
  await expect.poll(() => thrown).toMatchObject([{ code: 50035 }])
  expect(JSON.stringify(thrown)).toContain('UNFURLED_MEDIA_ITEM_REFERENCED_ATTACHMENT_NOT_FOUND')
})

it('loses files on demand, and keeps later ones', async () => {
  const { loopback, desk, mira } = await newsroom()
  const [before] = mira.post(desk, '', { attachments: [{ name: 'a.txt', bytes: bytesOf('a') }] }).files
  loopback.loseAttachments()
  const [after] = mira.post(desk, '', { attachments: [{ name: 'b.txt', bytes: bytesOf('b') }] }).files
  expect((await fetch(before!.url)).status).toBe(404)
  expect(await (await fetch(after!.url)).text()).toBe('b')
})

it('takes no file of more than 10 MiB from the bot', async () => {
  const { loopback, desk } = await newsroom()
  const client = clientOf(loopback)
  client.rest.setToken(loopback.token)
  const file = (size: number): object => ({
    files: [{ data: Buffer.alloc(size), name: 'a.pdf' }],
    body: { components: [new TextDisplayBuilder().setContent('A').toJSON()], flags: MessageFlags.IsComponentsV2 },
  })
  const path = `/channels/${desk.id}/messages` as const
  await client.rest.post(path, file(10 * 1024 * 1024))
  await expect(client.rest.post(path, file(10 * 1024 * 1024 + 1))).rejects.toMatchObject({ status: 413, code: 40005 })
  expect(desk.messages).toHaveLength(1)
})

it('serves no file of a message that is gone', async () => {
  const { loopback, guild, desk, mira, logIn } = await newsroom()
  const attachments = [{ name: 'a.txt', bytes: bytesOf('a') }]
  const old = guild.addChannel({ name: 'old' })
  const thread = guild.addChannel({ name: 'thread', kind: 'public-thread', parent: old })
  const [slip, ...inOld] = [desk, old, thread].map((channel) => mira.post(channel, '', { attachments }))
  const client = await logIn(async (interaction) => {
    if (!interaction.isChatInputCommand()) return
    const files = ['b.txt', 'c.txt'].map((name) => ({ attachment: Buffer.from(name), name }))
    await interaction.reply({ content: 'Here.', files })
    const posted = await interaction.followUp({ content: 'Here too.', files })
    await interaction.followUp({ flags: MessageFlags.Ephemeral, files })
    addresses = [...loopback.guilds[0]!.channels[0]!.messagesFor(mira)].flatMap(({ files: all }) =>
      all.map(({ url }) => url),
    )
    await interaction.editReply({ attachments: [...(await interaction.fetchReply()).attachments.values()].slice(1) })
    await client.rest.delete(`/channels/${desk.id}/messages/${posted.id}`)
    await interaction.followUp('Done.')
  })
  let addresses: readonly string[] = []
  await client.application.commands.set([claims])
  await (await mira.command('claims', {}, { channel: desk })).followedUp(3)
  const status = async (url: string): Promise<number> => (await fetch(url)).status
  const before = [slip!, ...inOld].map(({ files }) => files[0]!.url)
  expect(await Promise.all(before.map(status))).toEqual([200, 200, 200])
  guild.deleteMessage(slip!)
  guild.deleteChannel(old)
  expect(await Promise.all(before.map(status))).toEqual([404, 404, 404])
  expect(await Promise.all(addresses.slice(1).map(status))).toEqual([404, 200, 404, 404, 200, 200])
})
