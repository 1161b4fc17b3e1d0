import { chmodSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { ButtonBuilder, ButtonStyle, FileBuilder, type Interaction, MessageFlags, TextDisplayBuilder } from 'discord.js'
import { expect, it } from 'vitest'
import { bytesOf, folder, run, seenBy, statement } from './restart.ts'

async function answer(interaction: Interaction): Promise<void> {
  if (interaction.isButton()) await interaction.update({ content: `Pressed ${interaction.customId}.` })
  if (!interaction.isChatInputCommand()) return
  const button = new ButtonBuilder().setCustomId('more').setLabel('More').setStyle(ButtonStyle.Primary)
  await interaction.reply({
    content: 'For you alone.',
    components: [{ type: 1, components: [button] }],
    flags: MessageFlags.Ephemeral,
  })
  await interaction.followUp({
    flags: MessageFlags.IsComponentsV2,
    components: [new TextDisplayBuilder().setContent('For all.'), new FileBuilder().setURL('attachment://claims.csv')],
    files: [{ attachment: Buffer.from('claims'), name: 'claims.csv' }],
  })
}

it('finds everything again after a restart, and its buttons work', async () => {
  const file = join(folder(), 'new', 'chat.sqlite')
  const first = await run(file)
  await first.logIn(answer)
  const asked = first.mira.post(first.desk, 'Is it so, <@1100000000000000022>?', {
    attachments: [{ name: 'ferry.txt', bytes: bytesOf('ferry') }],
  })
  await (await first.mira.command('help', {}, { channel: first.desk })).followedUp()
  first.desk.guild.deleteMessage(first.tam.post(first.desk, 'A slip.'))
  first.tam.post(first.desk, 'It is.', { replyTo: asked })
  first.mira.post(first.direct, 'Between us.')
  const before = [first.mira, first.tam].map((member) => [seenBy(member, first.desk), seenBy(member, first.direct)])
  expect(before[0]).toEqual([
    ['Mira: Is it so, <@1100000000000000022>?', 'Hearsay: For you alone.', 'Hearsay: For all.', 'Tam: It is.'],
    ['Mira: Between us.'],
  ])
  await first.loopback.close()
  expect(statSync(file).mode & 0o777).toBe(0o600)

  const second = await run(file)
  expect(
    [second.mira, second.tam].map((member) => [seenBy(member, second.desk), seenBy(member, second.direct)]),
  ).toEqual(before)
  expect(second.remarks).toEqual([])
  const [question, alone, forAll, reply] = second.desk.messagesFor(second.mira)
  expect([question?.mentions, question?.ephemeral, alone?.ephemeral]).toEqual([['Tam'], false, true])
  expect(reply?.raw).toMatchObject({ message_reference: { message_id: question!.id } })
  for (const [message, text] of [[question, 'ferry'] as const, [forAll, 'claims'] as const]) {
    const [attached] = message!.files
    expect(attached!.url).toContain(second.loopback.apiUrl.replace('/api', '/attachments/'))
    expect(await (await fetch(attached!.url)).text()).toBe(text)
  }
  expect(BigInt(second.mira.post(second.desk, 'Newer.').id)).toBeGreaterThan(BigInt(reply!.id))
  await second.logIn(answer)
  expect((await second.mira.press(alone!, 'More')).message?.text).toBe('Pressed more.')
  await second.loopback.close()

  const third = await run(file)
  expect(seenBy(third.mira, third.desk)).toContain('Hearsay: Pressed more.')
  expect(third.desk.messagesFor(third.mira).at(-1)?.text).toBe('Newer.')
})

it('gives keys to addresses of a chat of before they had any', async () => {
  const file = join(folder(), 'chat.sqlite')
  const first = await run(file)
  await first.logIn(answer)
  await (await first.mira.command('help', {}, { channel: first.desk })).followedUp()
  const key = new URL(first.desk.messages[0]!.files[0]!.url).search
  await first.loopback.close()
  statement(file, `UPDATE messages SET raw = replace(raw, '${key}', '')`)
  const { desk } = await run(file)
  const [attached] = desk.messages[0]!.files
  expect(new URL(attached!.url).search).not.toBe(key)
  expect(await (await fetch(attached!.url)).text()).toBe('claims')
})

it('keeps what was said without being closed', async () => {
  const file = join(folder(), 'chat.sqlite')
  const killed = await run(file)
  const slip = killed.mira.post(killed.desk, 'A slip.')
  const told = async (): Promise<readonly string[]> => {
    const { loopback, desk, mira } = await run(file)
    await loopback.close()
    return seenBy(mira, desk)
  }
  await expect.poll(told).toEqual(['Mira: A slip.'])
  killed.desk.guild.deleteMessage(slip)
  killed.mira.post(killed.desk, 'It is so.')
  await expect.poll(told).toEqual(['Mira: It is so.'])
})

it('says of what was still thought about that nobody thinks any more', async () => {
  const file = join(folder(), 'chat.sqlite')
  const first = await run(file)
  await first.logIn(async (interaction) => {
    if (interaction.isChatInputCommand()) await interaction.deferReply()
  })
  expect((await first.mira.command('help', {}, { channel: first.desk })).message?.loading).toBe(true)
  await first.loopback.close()
  const [message] = (await run(file)).desk.messages
  expect(message).toMatchObject({ loading: false, text: 'Hearsay was ended before it answered. Ask again.' })
})

it('leaves the rights of a file that was there to its owner', async () => {
  const file = join(folder(), 'chat.sqlite')
  for (const mode of [0o400, 0o640]) {
    await (await run(file)).loopback.close()
    chmodSync(file, mode)
    await (await run(file)).loopback.close()
    expect(statSync(file).mode & 0o777).toBe(mode)
  }
})

it('keeps the newest messages and files, and lets the oldest go', async () => {
  const file = join(folder(), 'chat.sqlite')
  const most = { messages: 3, bytes: 10 }
  const first = await run(file, most)
  for (const text of ['1', '2', '3', '4'])
    first.mira.post(first.desk, text, { attachments: [{ name: `${text}.txt`, bytes: bytesOf('five!') }] })
  await first.loopback.close()
  const second = await run(file, most)
  expect(second.desk.messages.map(({ text, files }) => [text, files[0]?.bytes.length])).toEqual([
    ['2', 0],
    ['3', 5],
    ['4', 5],
  ])
})

it('neither serves nor counts what was said in channels that are gone, and has it where they are back', async () => {
  const file = join(folder(), 'chat.sqlite')
  const most = { messages: 3, bytes: 15 }
  const id = '1100000000000000012'
  const attachments = [{ name: 'a.txt', bytes: bytesOf('five!') }]
  const first = await run(file, most)
  const vault = first.desk.guild.addChannel({ name: 'vault', id })
  first.mira.post(first.desk, 'Here.', { attachments })
  const there = [1, 2].map((count) => first.mira.post(vault, `There ${count}.`, { attachments }).files[0]!.url)
  await first.loopback.close()

  const second = await run(file, most)
  const { origin } = new URL(second.loopback.apiUrl)
  for (const url of there) expect((await fetch(url.replace(new URL(url).origin, origin))).status).toBe(404)
  second.mira.post(second.desk, 'Here again.', { attachments })
  await second.loopback.close()
  const shown = async (): Promise<readonly unknown[]> => {
    const { loopback, desk } = await run(file, most)
    const again = desk.guild.addChannel({ name: 'vault', id })
    const all = [desk, again].flatMap(({ messages }) => messages)
    const lines = all.map(({ text, files }) => `${text} ${files[0]?.bytes.length}`)
    await loopback.close()
    return lines
  }
  expect(await shown()).toEqual(['Here. 5', 'Here again. 5', 'There 2. 5'])

  const third = await run(file, most)
  third.mira.post(third.desk, 'And again.', { attachments })
  third.mira.post(third.desk, 'And again.', { attachments })
  await third.loopback.close()
  expect(await shown()).toEqual(['Here again. 5', 'And again. 5', 'And again. 5'])
})

it('sets aside what it can’t read, and begins anew', async () => {
  const home = folder()
  const file = join(home, 'chat.sqlite')
  const spoil: readonly (() => void)[] = [
    () => writeFileSync(file, 'This is no database. '.repeat(100)),
    () => statement(file, 'ALTER TABLE messages DROP COLUMN notified'),
    () => statement(file, 'DROP TABLE files'),
    () => statement(file, 'PRAGMA user_version = 99'),
  ]
  for (const [index, how] of spoil.entries()) {
    const before = await run(file)
    before.mira.post(before.desk, 'Kept.')
    await before.loopback.close()
    how()
    const { remarks, desk, mira, loopback } = await run(file)
    const aside = index === 0 ? `${file}.damaged` : `${file}.damaged-${index + 1}`
    expect(remarks).toEqual([expect.stringMatching(/^Expected the chat [^\n]* a new one is begun\.$/)])
    expect(remarks[0]).toContain(`It is now ${aside};`)
    expect(desk.messages).toEqual([])
    mira.post(desk, 'Anew.')
    await loopback.close()
    expect(seenBy(mira, (await run(file)).desk)).toEqual(['Mira: Anew.'])
    rmSync(file)
  }
  expect(readdirSync(home)).toHaveLength(spoil.length)
})

it('goes on without a file that it can’t write, and says so once', async () => {
  const home = folder()
  writeFileSync(join(home, 'taken'), '')
  const { remarks, desk, mira, loopback } = await run(join(home, 'taken', 'chat.sqlite'))
  mira.post(desk, 'Here.')
  await loopback.close()
  expect(remarks).toEqual([expect.stringMatching(/^Expected to keep the chat in [^\n]* then start again\.$/)])
  expect(desk.messages).toHaveLength(1)

  const later = join(home, 'chat.sqlite')
  const second = await run(later)
  statement(later, 'DROP TABLE messages')
  second.mira.post(second.desk, 'Here.')
  await expect.poll(() => second.remarks).toHaveLength(1)
  second.mira.post(second.desk, 'Still here.')
  await second.loopback.close()
  expect(second.remarks).toEqual([expect.stringMatching(/goes on without/)])
})

it('says so where another process has the file to the end', async () => {
  const file = join(folder(), 'chat.sqlite')
  const { remarks, desk, mira, loopback } = await run(file)
  const other = new DatabaseSync(file)
  other.exec('BEGIN IMMEDIATE')
  mira.post(desk, 'Here.')
  await loopback.close()
  other.close()
  expect(remarks).toEqual([expect.stringMatching(/got database is locked\. It goes on without/)])
})

it('makes ids that are newer than what was kept, whatever the clock says', async () => {
  const file = join(folder(), 'chat.sqlite')
  const first = await run(file)
  const { id } = first.mira.post(first.desk, 'From a clock that was ahead.')
  await first.loopback.close()
  // Ahead of any that this process has made: what makes them outlives a test.
  const ahead = String(BigInt(id) + (86_400_000n << 22n))
  statement(file, `UPDATE messages SET id = '${ahead}', raw = replace(raw, '"${id}"', '"${ahead}"')`)
  const second = await run(file)
  expect(second.desk.messages.map((message) => message.id)).toEqual([ahead])
  expect(BigInt(second.mira.post(second.desk, 'Now.').id)).toBeGreaterThan(BigInt(ahead))
})
