import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Answer } from '../../src/playground/discord/types.ts'
import { ferryText, type Newsroom, openNewsroom } from './newsroom.ts'

let room: Newsroom
beforeAll(async () => {
  room = await openNewsroom()
})
afterAll(() => room.close())

test('200 interactions at once, of every sort: each is answered, none twice', async () => {
  const { mira, desk, guild } = room
  room.publish('https://ledger.example/ferry', ferryText, 'Ferry firm under fire')
  const shown = (
    await (await mira.command('claims', { link: 'https://ledger.example/ferry' }, { channel: desk })).settled()
  ).message!
  const post = await mira.post(desk, 'Ada Osk denied that the pier had fallen.')
  const opened = await mira.command('claims', {}, { channel: desk })
  const people = Array.from({ length: 10 }, (_, i) => guild.addMember({ name: `Person ${i}` }))
  const before = room.discord.requests.length
  const deeds: (() => Promise<Answer | readonly unknown[]>)[] = Array.from({ length: 200 }, (_, i) => {
    const who = people[i % people.length]!
    switch (i % 8) {
      case 0:
        return () => who.command('who', { words: 'ships' }, { channel: desk })
      case 1:
        return () => who.command('claims', { link: 'https://ledger.example/ferry' }, { channel: desk })
      case 2:
        return () => who.autocomplete('claims', 'open', 'ferry', { channel: desk })
      case 3:
        return () => who.command('help', {}, { channel: desk })
      case 4:
        return () => who.press(shown, 'Wording')
      case 5:
        return () => who.menu('Break down claims', post)
      case 6:
        return () => mira.submit(opened, { text: `Bo Lund said that pier ${i} had moved.` }, { unchecked: true })
      default:
        return () => who.command('claims', {}, { channel: desk })
    }
  })
  const answers = await Promise.all(deeds.map((deed) => deed()))
  for (const [i, answer] of answers.entries()) {
    if (!('kind' in answer)) expect(answer.length).toBeGreaterThan(0)
    else {
      expect(`${i} ${answer.kind}`).not.toBe(`${i} none`)
      if (answer.kind === 'deferred')
        expect(`${i} ${(await answer.settled()).message?.text}`).not.toContain('went wrong')
    }
  }
  const first = room.discord.requests.slice(before).filter(({ path }) => path.endsWith('/callback'))
  expect(first).toHaveLength(200)
  expect(new Set(first.map(({ path }) => path)).size).toBe(200)
  expect(first.filter(({ status }) => status >= 400)).toEqual([])
  expect(room.log).toEqual([])
}, 60_000)
