import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Answer, Channel, Guild, Member, Message } from '../../src/playground/discord/types.ts'
import { type Newsroom, openNewsroom } from './newsroom.ts'

const secret = 'Zeb Quill alleged that the lighthouse was sold to Strait Lines.'
const words = /quill|lighthouse|strait/i

let room: Newsroom
let investigations: Channel
let thread: Channel
let outsider: Member
let elsewhere: Guild
let shown: Message
let first: Message

beforeAll(async () => {
  room = await openNewsroom()
  outsider = room.guild.addMember({ name: 'Ole' })
  investigations = room.guild.addChannel({ name: 'investigations', hiddenFrom: [outsider] })
  thread = room.guild.addChannel({
    name: 'source meeting',
    kind: 'private-thread',
    parent: room.desk,
    viewers: [room.mira],
  })
  elsewhere = room.discord.addGuild({ name: 'Other paper' })
  room.publish('https://ledger.example/light', secret, 'Lighthouse sold')
  for (const channel of [investigations, thread]) {
    const answer = await (
      await room.mira.command('claims', { link: 'https://ledger.example/light' }, { channel })
    ).settled()
    expect(answer.message!.text).toMatch(words)
    shown = answer.message!
  }
  first = investigations.messages.at(-1)!
})
afterAll(async () => {
  expect(room.discord.violations).toEqual([])
  await room.close()
})

/** Asks as somebody, in the channel that everybody sees. */
const ask = async (who: Member, name: string, options: Parameters<Member['command']>[1]): Promise<Answer> =>
  (await who.command(name, options, { channel: room.desk })).settled()
const textOf = (answer: Answer): string =>
  [answer.message?.text ?? '', ...answer.followUps.map(({ text }) => text)].join('\n')

test('who can view the channels finds it in both', async () => {
  expect(textOf(await ask(room.mira, 'who', { words: 'lighthouse' }))).toContain(
    '2 claims found · 2 articles looked through',
  )
})

describe('an outsider learns nothing, from', () => {
  let empty: Newsroom
  beforeAll(async () => {
    empty = await openNewsroom()
  })
  afterAll(() => empty.close())

  // What is found must read as it does where there is nothing at all.
  test.each([
    ['/who with words', 'who', { words: 'lighthouse sold' }],
    ['/who with a source', 'who', { source: 'Quill' }],
    ['/who with a headline', 'who', { article: 'Lighthouse' }],
    ['/who with a label', 'who', { label: 'alleged' }],
    ['/who without words', 'who', {}],
    ['/claims open with a headline', 'claims', { open: 'Lighthouse sold' }],
    ['/help', 'help', {}],
  ])('%s', async (_, name, options) => {
    const there = textOf(await ask(outsider, name, options))
    const nowhere = await (await empty.mira.command(name, options, { channel: empty.desk })).settled()
    expect(there).toBe(textOf(nowhere))
  })

  test.each([
    ['claims', 'open', 'Light'],
    ['claims', 'open', ''],
    ['who', 'article', 'Light'],
  ])('the choices of /%s %s for %j', async (name, option, typed) => {
    expect(await outsider.autocomplete(name, option, typed, { channel: room.desk })).toEqual([])
  })

  test('an id of an article or a claim that somebody told', async () => {
    const { found } = await room.library.who(
      { guild: room.guild.id, channels: new Set([investigations.id]) },
      { words: 'lighthouse', page: 0, size: 1 },
    )
    for (const open of [found[0]!.entry.id, found[0]!.claim.id]) {
      expect(await outsider.autocomplete('claims', 'open', open, { channel: room.desk })).toEqual([])
      expect(textOf(await ask(outsider, 'claims', { open }))).toContain('got none of that name')
    }
  })

  test('a button or a select whose id was copied', async () => {
    const page = (await ask(room.mira, 'help', {})).message!
    for (const { customId } of [...shown.buttons, ...first.buttons]) {
      if (!customId || customId.includes('words')) continue
      const answer = await (
        await outsider.press(page, customId.replace(room.mira.id, outsider.id), { unchecked: true })
      ).settled()
      expect(textOf(answer)).not.toMatch(words)
    }
    const { customId, options } = first.selects[0]!
    const answer = await (
      await outsider.select(page, customId.replace(room.mira.id, outsider.id), [options[0]!.value], { unchecked: true })
    ).settled()
    expect(textOf(answer)).not.toMatch(words)
  })

  test('breaking the very same text down: it is new to them', async () => {
    const window = await outsider.command('claims', {}, { channel: room.desk })
    const answer = await (await outsider.submit(window, { text: secret })).settled()
    expect(textOf(answer)).toContain('Zeb Quill alleges')
    expect(textOf(answer)).not.toContain('before')
    expect(textOf(answer)).not.toContain(investigations.id)
    expect(textOf(answer)).not.toContain(thread.id)
  })
})

test('who can view both channels is told where the same text stands, alone', async () => {
  const desk = room.guild.addChannel({ name: 'night desk' })
  const window = await room.mira.command('claims', {}, { channel: desk })
  const answer = await (await room.mira.submit(window, { text: secret })).settled()
  expect(answer.ephemeral).toBe(true)
  expect(textOf(answer)).toMatch(/The same text was broken down in <#\d+>, by <@\d+> on/)
  room.publish('https://ledger.example/copy', secret, 'Copy')
  const link = await (
    await room.mira.command('claims', { link: 'https://ledger.example/copy' }, { channel: desk })
  ).settled()
  expect(link.ephemeral).toBe(false)
  expect(textOf(link)).not.toContain('The same text')
})

test('what is turned in a message for everybody holds nothing of other channels', async () => {
  room.publish('https://courier.example/light', `${secret} It rained.`, 'Rain')
  const answer = await (
    await room.mira.command('claims', { link: 'https://courier.example/light' }, { channel: room.desk })
  ).settled()
  const { customId, options } = answer.message!.selects[0]!
  const choice = options.find(({ label }) => label.startsWith('Zeb'))!
  await (await room.mira.select(answer.message!, customId, [choice.value])).edited()
  expect(answer.message!.text).toContain('Why this label')
  expect(answer.message!.text).not.toContain('Lighthouse sold')
})

test('an article opened in another channel can’t be shared there', async () => {
  const desk = room.guild.addChannel({ name: 'open desk' })
  const opened = await (await room.mira.command('claims', { open: 'Lighthouse sold' }, { channel: desk })).settled()
  const share = opened.message!.buttons.find(({ label }) => label === 'Share here')!
  expect(share.disabled).toBe(true)
  const pressed = await (await room.mira.press(opened.message!, share.customId!, { unchecked: true })).settled()
  expect(desk.messages.map(({ text }) => text).join()).not.toMatch(words)
  expect(textOf(pressed)).toContain('Expected')
})

describe('permissions as they are now', () => {
  let shy: Member
  let channel: Channel
  beforeEach(async () => {
    shy = room.guild.addMember({ name: 'Shy' })
    channel = room.guild.addChannel({ name: 'court', hiddenFrom: [] })
    room.publish('https://ledger.example/court', 'Ada Osk admitted that the verdict was late.', 'Verdict late')
    await (await room.mira.command('claims', { link: 'https://ledger.example/court' }, { channel })).settled()
  })

  test('who loses a channel loses its articles, and gets them back with it', async () => {
    expect(textOf(await ask(shy, 'who', { words: 'verdict' }))).toContain('Ada Osk admits')
    channel.hideFrom(shy)
    expect(textOf(await ask(shy, 'who', { words: 'verdict' }))).not.toContain('Ada Osk')
    channel.showTo(shy)
    expect(textOf(await ask(shy, 'who', { words: 'verdict' }))).toContain('Ada Osk admits')
  })

  test('a private thread is for its members', async () => {
    expect(
      textOf(await ask(shy, 'who', { words: 'lighthouse', source: 'Quill', article: 'Lighthouse' })),
    ).not.toContain(thread.id)
    thread.showTo(shy)
    const found = textOf(await ask(shy, 'who', { words: 'lighthouse', article: 'Lighthouse' }))
    expect(found).toMatch(words)
  })

  test('a channel that was deleted takes its articles along', async () => {
    room.guild.deleteChannel(channel)
    await expect
      .poll(async () => (await room.library.counts({ guild: room.guild.id, channels: new Set([channel.id]) })).articles)
      .toBe(0)
  })
})

test('another guild sees nothing, with the same text in a channel of its own', async () => {
  const channel = elsewhere.addChannel({ name: 'desk' })
  const zoe = elsewhere.addMember({ name: 'Zoe' })
  // Commands are registered in the first guild only; an interaction of another comes in all the same.
  const before = await (await zoe.command('who', { words: 'lighthouse' }, { channel, unchecked: true })).settled()
  expect(textOf(before)).toContain('Nothing found in 0 articles')
  const opened = await zoe.command('claims', {}, { channel, unchecked: true })
  await (await zoe.submit(opened, { text: secret })).settled()
  const after = await (await zoe.command('who', { words: 'lighthouse' }, { channel, unchecked: true })).settled()
  expect(textOf(after)).toContain('1 claim found · 1 article looked through')
})
