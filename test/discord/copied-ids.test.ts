import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Answer, Channel, Member, Message } from '../../src/playground/discord/types.ts'
import { type Newsroom, openNewsroom } from './newsroom.ts'

// Whoever mayn't see a channel tries everything that somebody who may could have told them.
const secret = 'Zeb Quill alleged that the lighthouse was sold to Strait Lines.'
const forTwo = 'Zeb Quill said that the crane had rusted.'

interface Side {
  readonly room: Newsroom
  readonly who: Member
  /** A message of their own that has no tie to any article. */
  readonly page: Message
}
let there: Side
let nowhere: Side
const hidden: Channel[] = []
const ids: { entry: string; claim: string }[] = []

async function side(room: Newsroom, who: Member): Promise<Side> {
  const page = (await (await who.command('help', {}, { channel: room.desk })).settled()).message!
  return { room, who, page }
}

beforeAll(async () => {
  const room = await openNewsroom()
  const outsider = room.guild.addMember({ name: 'Ole' })
  const closed = room.guild.addChannel({ name: 'investigations', viewers: [room.mira] })
  const thread = { name: 'drafts', kind: 'public-thread', parent: closed } as const
  const told = { name: 'told', kind: 'private-thread', parent: room.desk, viewers: [room.mira] } as const
  hidden.push(closed, room.guild.addChannel(thread), room.guild.addChannel(told))
  for (const [i, channel] of hidden.entries()) {
    const link = `https://ledger.example/light-${i}`
    room.publish(link, `${secret} ${forTwo} It rained on day ${i}.`, `Lighthouse sold ${i}`)
    await (await room.mira.command('claims', { link }, { channel })).settled()
    const viewer = { guild: room.guild.id, channels: new Set([channel.id]) }
    const { found } = await room.library.who(viewer, { words: 'lighthouse', page: 0, size: 1 })
    ids.push({ entry: found[0]!.entry.id, claim: found[0]!.claim.id })
  }
  there = await side(room, outsider)
  const empty = await openNewsroom()
  nowhere = await side(empty, empty.mira)
})
afterAll(async () => {
  for (const { room } of [there, nowhere]) {
    expect(room.discord.violations).toEqual([])
    await room.close()
  }
})

/** All of an answer, with the ids of the two newsrooms' people and places taken out. */
const plain = (answer: Answer): string =>
  JSON.stringify([
    answer.kind,
    answer.ephemeral,
    ...[answer.message, ...answer.followUps].map((one) => one && [one.text, one.buttons, one.selects, one.ephemeral]),
  ]).replace(/\d{17,20}/g, '#')

async function same(deed: (side: Side) => Promise<Answer>): Promise<void> {
  expect(plain(await deed(there))).toBe(plain(await deed(nowhere)))
}

describe('what an outsider gets is what they would get where there is nothing', () => {
  test('/who narrowed to the id of an article, and its headline', async () => {
    for (const { entry } of ids)
      for (const words of ['', 'lighthouse'])
        await same(async ({ room, who }) =>
          (await who.command('who', { article: entry, words }, { channel: room.desk })).settled(),
        )
  })

  test('the lists that open while something is typed, whatever is filled in beside', async () => {
    const { room, who } = there
    for (const { entry, claim } of ids)
      for (const typed of [entry, claim, entry.slice(0, 3), claim.slice(0, 2), 'Light', ''])
        for (const [name, option] of [
          ['who', 'article'],
          ['claims', 'open'],
        ] as const) {
          const others = name === 'who' ? { words: 'lighthouse', source: 'Quill' } : {}
          expect(await who.autocomplete(name, option, typed, { channel: room.desk, others })).toEqual([])
        }
  })

  test('their own buttons with another’s article in the id', async () => {
    for (const { entry } of ids)
      for (const to of ['claims', 'wording', 'text', 'share'])
        for (const page of [0, 99])
          await same(async ({ who, page: message }) =>
            (await who.press(message, `v1:${to}:${entry}:1:${page}:${who.id}`, { unchecked: true })).settled(),
          )
  })

  test('their own selects with another’s claim as the value', async () => {
    for (const { entry, claim } of ids) {
      await same(async ({ who, page }) =>
        (await who.select(page, `v1:found:${who.id}`, [`${entry}:${claim}`], { unchecked: true })).settled(),
      )
      await same(async ({ who, page }) =>
        (await who.select(page, `v1:claim:${entry}:1:0:${who.id}`, [claim], { unchecked: true })).settled(),
      )
      await same(async ({ who, page }) =>
        (await who.select(page, `v1:found:${who.id}`, [`${claim}:${claim}`], { unchecked: true })).settled(),
      )
    }
  })

  test('the pages of sources, and of what was found', async () => {
    await same(async ({ who, page }) =>
      (await who.press(page, `v1:sources:3:${who.id}`, { unchecked: true })).settled(),
    )
  })
})

test('somebody else’s line in chat finds nothing either', async () => {
  await same(async ({ room, who }) =>
    (await who.menu('Who said this?', who.post(room.desk, 'was the lighthouse sold to Strait Lines?'))).settled(),
  )
})

test('a message that points to one in another channel doesn’t bring that along', async () => {
  const { room, who } = there
  const original = room.mira.post(hidden[0]!, secret)
  const answer = await (
    await who.menu('Break down claims', room.mira.post(room.desk, 'hm?', { replyTo: original }))
  ).settled()
  expect(answer.message!.text).toContain('got none of these')
})

test('asking for a message that is replied to comes after the first answer', async () => {
  const { room } = there
  const gone = room.mira.post(room.desk, secret)
  const reply = room.mira.post(room.desk, 'hm?', { replyTo: gone })
  room.guild.deleteMessage(gone)
  const answer = await room.mira.menu('Break down claims', reply)
  expect(answer.kind).toBe('deferred')
  expect((await answer.settled()).message!.text).toContain('got none of these')
})

test('the claim of an article shows nothing of channels that the reader can’t see', async () => {
  const { room, who } = there
  const window = await who.command('claims', {}, { channel: room.desk })
  const message = (await (await who.submit(window, { text: `${secret} ${forTwo}` })).settled()).message!
  const { customId, options } = message.selects[0]!
  for (const { value } of options) {
    await (await who.select(message, customId, [value], { unchecked: true })).edited()
    expect(message.text).toContain('**Why this label**')
    expect(message.text).toContain('Nothing like it was found')
    expect(message.text).not.toMatch(/Lighthouse sold/)
  }
})
