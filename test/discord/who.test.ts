import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Message } from '../../src/playground/discord/types.ts'
import { ferryText, type Newsroom, openNewsroom } from './newsroom.ts'

let room: Newsroom
beforeAll(async () => {
  room = await openNewsroom()
  const many = Array.from(
    { length: 30 },
    (_, i) => `Person Number${'abcdefghijklmnopqrstuvwxyzABCD'[i]} said that the pier moved by ${i + 3} metres.`,
  )
  for (const [i, text] of [ferryText, many.join(' ')].entries()) {
    room.publish(`https://ledger.example/${i}`, text, ['Ferry firm under fire', 'Pier moves'][i])
    await (await room.mira.command('claims', { link: `https://ledger.example/${i}` }, { channel: room.desk })).settled()
  }
})
afterAll(async () => {
  expect(room.discord.violations).toEqual([])
  await room.close()
})

const who = async (options: Parameters<typeof room.mira.command>[1]): Promise<Message> => {
  const answer = await (await room.mira.command('who', options, { channel: room.desk })).settled()
  expect(answer.ephemeral).toBe(true)
  return answer.message!
}

describe('/who', () => {
  test('gives the article’s words, the chain, the label, and a link to where it was added', async () => {
    const { text } = await who({ words: 'sold ships' })
    expect(text).toContain('▲ The union alleges: Strait Lines had sold two ships.')
    expect(text).toContain('> “Strait Lines had sold two ships”')
    expect(text).toMatch(/\*Ferry firm under fire\* · \d+ \w+ \d{4} · \[where it was added\]\(https:\S+\)/)
    expect(text).toContain('1 claim found · 2 articles looked through')
  })

  test('is narrowed by source, label, article and time', async () => {
    expect((await who({ source: 'strait' })).text).toContain('Strait Lines denies that it had removed lifeboats')
    expect((await who({ label: 'alleged' })).text).toContain('1 claim found')
    const [choice] = await room.mira.autocomplete('who', 'article', 'pier', { channel: room.desk })
    const within = await who({ article: choice!.value, time: 'week' })
    expect(within.text).toContain('30 claims found')
    expect(within.text).not.toContain('Strait Lines')
  })

  test('turns its pages in place, words and all, also after a restart', async () => {
    const message = await who({ words: 'pier: moved by', source: 'Person', time: 'year' })
    expect(message.text).toContain('page 1 of 5')
    await room.restart()
    await (await room.mira.press(message, 'Later')).edited()
    expect(message.text).toContain('### Who said it: pier: moved by')
    expect(message.text).toContain('page 2 of 5')
    expect(message.text).toContain('source: Person')
    await (await room.mira.press(message, 'Earlier')).edited()
    expect(message.text).toContain('page 1 of 5')
  })

  test('opens a claim that is chosen', async () => {
    const message = await who({ words: 'lifeboats' })
    const [select] = message.selects
    await (await room.mira.select(message, select!.customId, [select!.options[0]!.value])).edited()
    expect(message.text).toContain('**Why this label**')
  })

  test('says what was looked through when nothing is found', async () => {
    expect((await who({ words: 'submarine' })).text).toContain('Nothing found in 2 articles that you can see here.')
  })

  test('without anything shows who says most, page by page', async () => {
    const message = await who({})
    expect(message.text).toContain('sources in 2 articles that you can see')
    expect(message.text).toMatch(/- \*\*\S.*\*\* — 1 claim in 1 article/)
    await (await room.mira.press(message, 'Later')).edited()
    expect(message.text).toContain('page 2 of 2')
    await (await room.mira.press(message, 'Earlier')).edited()
    expect(message.text).toContain('page 1 of 2')
  })

  test.each(['"', '* OR', 'a" NEAR(b', '()', '-', 'NOT'])('takes %j for words', async (words) => {
    expect((await who({ words })).text).toMatch(/(?:found in 2 articles|2 articles looked through)/)
  })
})

describe('Who said this?', () => {
  test('looks a line of chat up', async () => {
    const bo = room.guild.addMember({ name: 'Bo' })
    const line = await bo.post(room.desk, 'did the union really say they <@1> sold two ships?? https://a.example/x')
    const answer = await (await room.mira.menu('Who said this?', line)).settled()
    expect(answer).toMatchObject({ ephemeral: true })
    expect(answer.message!.text).toContain('The union alleges: Strait Lines had sold two ships.')
  })

  test('a message without words is a sentence', async () => {
    const line = await room.mira.post(room.desk, 'https://a.example/x')
    const answer = await (await room.mira.menu('Who said this?', line)).settled()
    expect(answer.message!.text).toBe('Expected a message with words, got one without. Ask with /who instead.')
  })
})

test('/help is short, by example, with version, engine, what is kept and how much', async () => {
  const answer = await (await room.mira.command('help', {}, { channel: room.desk })).settled()
  const { text } = answer.message!
  expect(answer.ephemeral).toBe(true)
  expect(text).toContain('/claims')
  expect(text).toContain('the text isn’t sent to anybody')
  expect(text).toContain('Hearsay 0.0.0 · offline rules · 2 articles and 34 claims that you can see')
})
