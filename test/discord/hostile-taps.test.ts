import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { StoreError } from '../../src/errors.ts'
import type { Answer, Message } from '../../src/playground/discord/types.ts'
import { ferryText, type Newsroom, openNewsroom } from './newsroom.ts'

let room: Newsroom
beforeEach(async () => {
  room = await openNewsroom()
})
afterEach(async () => {
  vi.restoreAllMocks()
  expect(room.discord.violations).toEqual([])
  await room.close()
})

const published = async (): Promise<Message> => {
  room.publish('https://ledger.example/ferry', ferryText, 'Ferry firm under fire')
  const link = 'https://ledger.example/ferry'
  return (await (await room.mira.command('claims', { link }, { channel: room.desk })).settled()).message!
}
const pasted = async (): Promise<Message> => {
  const window = await room.mira.command('claims', {}, { channel: room.desk })
  return (await (await room.mira.submit(window, { text: ferryText })).settled()).message!
}
const alone = (answer: Answer): readonly string[] =>
  answer.followUps.map(({ ephemeral, text }) => `${ephemeral ? 'alone' : 'everybody'}: ${text}`)
const away = async (): Promise<never> => {
  const [problem, advice] = ['is locked', 'Look at the disk']
  throw new StoreError({ kind: 'SQLite', place: 'library.sqlite', problem, advice })
}

describe('a page that can’t be turned stays as it is, and whoever tapped is told alone', () => {
  test('with the library away', async () => {
    const message = await published()
    const before = message.text
    vi.spyOn(room.library, 'entry').mockImplementation(away)
    const answer = await (await room.mira.press(message, 'Wording')).settled()
    expect(message.text).toBe(before)
    expect(alone(answer)).toEqual([expect.stringMatching(/^alone: The library can’t be used right now/)])
  })

  test('with the article gone', async () => {
    const message = await published()
    const before = message.text
    await room.library.remove(room.guild.id, message.buttons[0]!.customId.split(':')[2]!)
    const answer = await (await room.mira.press(message, 'Text as read')).settled()
    expect(message.text).toBe(before)
    expect(alone(answer)).toEqual([expect.stringMatching(/^alone: Expected an article of the library/)])
  })

  test('with a claim chosen that there isn’t', async () => {
    const message = await published()
    const before = message.text
    const { customId } = message.selects[0]!
    const answer = await (await room.mira.select(message, customId, ['zzzz'], { unchecked: true })).settled()
    expect(message.text).toBe(before)
    expect(alone(answer)).toHaveLength(1)
  })
})

describe('Share here', () => {
  test('is acknowledged before the library is asked', async () => {
    const message = await pasted()
    let release = () => {}
    const held = new Promise<void>((done) => {
      release = done
    })
    const { channels } = room.library
    vi.spyOn(room.library, 'channels').mockImplementation(async (guild) => {
      await held
      return channels(guild)
    })
    const answer = await room.mira.press(message, 'Share here')
    expect(answer.kind).toBe('deferred update')
    expect(room.desk.messages).toEqual([])
    release()
    await answer.followedUp()
    expect(room.desk.messages).toHaveLength(1)
  })

  test('can’t be pressed twice; the rest of the page stays', async () => {
    const message = await pasted()
    const before = message.text
    await (await room.mira.press(message, 'Share here')).edited()
    expect(message.buttons.find(({ label }) => label === 'Share here')).toMatchObject({ disabled: true })
    expect(message.buttons.find(({ label }) => label === 'Wording')).toMatchObject({ disabled: false })
    expect(message.text).toBe(before)
  })
})

test('Share here, tapped twice in a hurry, posts once', async () => {
  const message = await pasted()
  const answers = await Promise.all([room.mira.press(message, 'Share here'), room.mira.press(message, 'Share here')])
  await vi.waitFor(() => expect(message.buttons[0]).toMatchObject({ disabled: true }))
  expect(answers.map(({ kind }) => kind)).toEqual(['deferred update', 'deferred update'])
  expect(room.desk.messages).toHaveLength(1)
})

test('where only the link can’t be kept, the claims are answered and nothing else', async () => {
  vi.spyOn(room.library, 'linkTo').mockImplementation(away)
  const tried = vi.mocked(room.library.linkTo)
  const message = await published()
  await vi.waitFor(() => expect(tried).toHaveBeenCalledOnce())
  expect(message.text).toContain('### Ferry firm under fire')
  await (await room.mira.command('help', {}, { channel: room.desk })).settled()
  expect(room.log).toEqual([])
})

test('a page for everybody says that it looked in this channel only', async () => {
  const message = await published()
  const { customId, options } = message.selects[0]!
  await (await room.mira.select(message, customId, [options[0]!.value])).edited()
  expect(message.text).toContain('Nothing like it was found in the rest of what this channel has.')
  const own = await pasted()
  const [select] = own.selects
  await (await room.mira.select(own, select!.customId, [select!.options[0]!.value])).edited()
  expect(own.text).toContain('Why this label')
  expect(own.text).not.toContain('what this channel has')
})

describe('values that Discord’s own window wouldn’t send', () => {
  test.each([
    ['label', 'surely', 'Expected one of denied, alleged, open, confirmed, attributed, stated'],
    ['label', 'toString', 'Expected one of denied'],
    ['time', 'constructor', 'Expected one of day, week, month, year'],
  ])('/who with %s %s', async (option, value, expected) => {
    const answer = await room.mira.command('who', { [option]: value }, { channel: room.desk, unchecked: true })
    expect((await answer.settled()).message!.text).toContain(expected)
    expect(room.log).toEqual([])
  })

  test('/who with far too many words', async () => {
    const options = { words: '😀'.repeat(3000), source: 'x'.repeat(3000), article: ':'.repeat(3000) }
    const answer = await room.mira.command('who', options, { channel: room.desk, unchecked: true })
    const { text } = (await answer.settled()).message!
    expect(text).toContain('Nothing found in 0 articles')
    expect(text.isWellFormed()).toBe(true)
  })

  test('what is no link is answered to the one who gave it', async () => {
    const answer = await room.mira.command('claims', { link: 'the ferry story' }, { channel: room.desk })
    expect((await answer.settled()).ephemeral).toBe(true)
  })
})

test('a tap on a page that outlived the bot’s stay is answered in a sentence', async () => {
  const message = await published()
  room.guild.removeBot()
  await vi.waitFor(async () => expect(await room.library.channels(room.guild.id)).toEqual([]))
  const answer = await room.mira.press(message, 'Wording', { unchecked: true })
  expect(answer.message?.text ?? '').toContain('Hearsay answers in servers that it is a member of')
})
