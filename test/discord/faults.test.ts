import { afterEach, describe, expect, test, vi } from 'vitest'
import { commands } from '../../commands/index.ts'
import { openBot } from '../../src/discord/bot.ts'
import { SettingsError, StoreError } from '../../src/errors.ts'
import { openLoopback } from '../../src/playground/discord/open.ts'
import type { Answer } from '../../src/playground/discord/types.ts'
import type { Engine } from '../../src/types.ts'
import { ferryText, type Newsroom, type NewsroomOptions, openNewsroom } from './newsroom.ts'

let room: Newsroom
const open = async (options: NewsroomOptions = {}): Promise<Newsroom> => {
  room = await openNewsroom(options)
  return room
}
afterEach(async () => {
  await room?.close()
})

const paste = async (text: string): Promise<Answer> =>
  room.mira.submit(await room.mira.command('claims', {}, { channel: room.desk }), { text })
const link = async (url: string): Promise<Answer> => room.mira.command('claims', { link: url }, { channel: room.desk })

/** An engine that waits until it is let go. */
function held(): { readonly engine: Engine; readonly begun: Promise<void>; readonly release: () => void } {
  let release = () => {}
  let begin = () => {}
  const begun = new Promise<void>((done) => {
    begin = done
  })
  const gate = new Promise<void>((done) => {
    release = done
  })
  const attribute: Engine['attribute'] = async () => {
    begin()
    await gate
    return { attributions: [], engine: 'held' }
  }
  return { engine: { name: 'held', attribute }, begun, release }
}

describe('logging in', () => {
  test('a wrong token is a sentence without the token', async () => {
    const discord = await openLoopback()
    const token = 'wrong-token-of-somebody-0123456789'
    const refused = openBot({ token, apiUrl: discord.apiUrl, guild: null }, commands, {} as never, () => {})
    await expect(refused).rejects.toThrow(SettingsError)
    await expect(refused).rejects.toThrow('Expected DISCORD_TOKEN as the token of a bot, got one that Discord refuses.')
    await expect(refused).rejects.not.toThrow(token)
    await discord.close()
  })

  test('nobody at the address is a sentence', async () => {
    const discord = await openLoopback()
    const { apiUrl, token } = discord
    await discord.close()
    const refused = openBot({ token, apiUrl, guild: null }, commands, {} as never, () => {})
    await expect(refused).rejects.toThrow('Expected Discord to answer at DISCORD_API_URL')
  })

  test('registers once; what didn’t change isn’t sent again', async () => {
    await open()
    const sent = () =>
      room.discord.requests.filter(({ method, path }) => method === 'PUT' && path.endsWith('/commands')).length
    expect(room.bot.registered).toBe(5)
    expect(sent()).toBe(1)
    expect(room.discord.commandsOf(room.guild).map(({ name }) => name)).toEqual([
      'claims',
      'who',
      'help',
      'Break down claims',
      'Who said this?',
    ])
    await room.restart()
    expect(room.bot.registered).toBe(0)
    expect(sent()).toBe(1)
  })

  test('the invite asks for what it needs and no more', async () => {
    await open()
    const invite = new URL(room.bot.invite)
    expect(invite.searchParams.get('scope')).toBe('bot applications.commands')
    expect(invite.searchParams.get('client_id')).toBe(room.discord.applicationId)
    expect(BigInt(invite.searchParams.get('permissions')!)).toBe(
      (1n << 10n) | (1n << 11n) | (1n << 15n) | (1n << 16n) | (1n << 38n),
    )
  })
})

describe('Discord', () => {
  test('ending the session for good is told to whoever runs the bot', async () => {
    await open()
    room.discord.dropGateway({ code: 4004 })
    const ended = await room.bot.ended
    expect(ended).toBeInstanceOf(SettingsError)
    expect(ended.message).toContain('the token was changed, most likely')
  })

  test.each([429, 500, 502] as const)('answering %i in between doesn’t lose the answer', async (status) => {
    await open()
    room.discord.failNext({ path: /^\/webhooks\// }, { status, times: 1, retryAfter: 0.01 })
    const answer = await (await paste(ferryText)).settled()
    expect(answer.message!.text).toContain('The union alleges')
  })

  test('dropping the connection: what comes in meanwhile is answered after it resumed', async () => {
    await open()
    room.discord.dropGateway()
    await room.discord.connected()
    expect((await (await paste(ferryText)).settled()).message!.text).toContain('The union alleges')
    room.discord.dropGateway({ resume: false })
    await room.discord.connected()
    expect(
      (await (await room.mira.command('who', { words: 'ships' }, { channel: room.desk })).settled()).message!.text,
    ).toContain('1 claim found')
  })

  test('an answer after its fifteen minutes goes to the channel, where everybody was to see it', async () => {
    const { engine, begun, release } = held()
    await open({ parts: { engine } })
    room.publish('https://ledger.example/slow', ferryText, 'Slow story')
    const answer = await link('https://ledger.example/slow')
    await begun
    answer.expireToken()
    release()
    await vi.waitFor(() => expect(room.desk.messages.map(({ text }) => text).join()).toContain('### Slow story'))
  })

  test('and is kept, where only one was to see it', async () => {
    const { engine, begun, release } = held()
    await open({ parts: { engine } })
    const answer = await paste(`Ferry firm under fire\n\n${ferryText}`)
    await begun
    answer.expireToken()
    release()
    await vi.waitFor(() => expect(room.log.join()).toContain('too late'))
    expect(room.desk.messages).toEqual([])
    const opened = await (await room.mira.command('claims', { open: 'Ferry firm' }, { channel: room.desk })).settled()
    expect(opened.message!.text).toContain('### Ferry firm under fire')
  })

  test('permissions missing in the channel: an answer needs none of them, a late post says what it lacks', async () => {
    const { engine, begun, release } = held()
    await open({ parts: { engine } })
    room.desk.botMay({ SendMessages: false, ViewChannel: false })
    room.publish('https://ledger.example/slow', ferryText, 'Slow story')
    const answer = await link('https://ledger.example/slow')
    await begun
    answer.expireToken()
    release()
    await vi.waitFor(() => expect(room.log.length).toBeGreaterThan(0))
    expect(room.desk.messages.map(({ text }) => text).join()).not.toContain('Slow story')
    const { articles } = await room.library.counts({ guild: room.guild.id, channels: new Set([room.desk.id]) })
    expect(articles).toBe(1)
  })

  test('removing the bot in mid-work: nothing of the guild is left, and the process lives', async () => {
    const { engine, begun, release } = held()
    await open({ parts: { engine } })
    const answer = await paste(ferryText)
    await begun
    const forgotten = vi.spyOn(room.library, 'forgetGuild')
    room.guild.removeBot()
    await vi.waitFor(() => expect(forgotten).toHaveBeenCalledWith(room.guild.id))
    const added = vi.spyOn(room.library, 'add')
    release()
    // Whoever waited is told, or can't be any more; either way the guild's library stays empty.
    await answer.settled(2000)
    expect(added).not.toHaveBeenCalled()
    expect(await room.library.channels(room.guild.id)).toEqual([])
  })

  test('an outage isn’t a removal: all is there afterwards', async () => {
    await open()
    await (await paste(ferryText)).settled()
    room.guild.outage()
    const { articles } = await room.library.counts({ guild: room.guild.id, channels: new Set([room.desk.id]) })
    expect(articles).toBe(1)
  })
})

describe('the engine or the library failing', () => {
  test('an engine that throws is a sentence; the next article is read', async () => {
    let fails = true
    const engine: Engine = {
      name: 'shaky',
      attribute: async () => {
        if (!fails) return { attributions: [], engine: 'shaky' }
        fails = false
        throw new Error(`no room for ${ferryText}`)
      },
    }
    await open({ parts: { engine } })
    const answer = await (await paste(ferryText)).settled()
    expect(answer.message!.text).toContain('Something went wrong in Hearsay itself.')
    expect((await (await paste('Ada Osk said that the quay moved.')).settled()).message!.text).toContain(
      'No claim was found',
    )
  })

  test('a library that is away is a sentence, for commands, lists and buttons', async () => {
    await open()
    const shown = (await (await paste(ferryText)).settled()).message!
    const away = async (): Promise<never> => {
      throw new StoreError({
        kind: 'SQLite',
        place: 'library.sqlite',
        problem: 'is locked',
        advice: 'Look at the disk',
      })
    }
    for (const name of ['channels', 'sameText', 'add'] as const) vi.spyOn(room.library, name).mockImplementation(away)
    expect((await (await paste('Ada Osk said that the quay moved.')).settled()).message!.text).toContain(
      'try again in a minute',
    )
    expect(await room.mira.autocomplete('claims', 'open', 'x', { channel: room.desk })).toEqual([])
    const pressed = await room.mira.press(shown, 'Wording')
    await pressed.followedUp()
    expect([shown.text, ...pressed.followUps.map(({ text }) => text)].join()).toContain('try again in a minute')
    vi.restoreAllMocks()
    expect(
      (await (await room.mira.command('who', { words: 'ships' }, { channel: room.desk })).settled()).message!.text,
    ).toContain('1 claim found')
  })
})

test('names with markdown and mentions are shown as they are and ping nobody', async () => {
  await open()
  const text = 'Zeb **Quill** @everyone said that the <@&1> quay had moved. Then @here `it` rained.'
  const answer = await (await paste(`@everyone # **Free** [money](https://evil.example)\n\n${text}`)).settled()
  expect(answer.message!.text.replace(/\\[\s\S]/g, '')).not.toMatch(/@everyone|@here|<@&|\]\(/)
  for (const { body } of room.discord.requests.filter(({ path }) => path.startsWith('/webhooks/')))
    expect((body as { allowed_mentions?: unknown }).allowed_mentions).toEqual({ parse: [] })
})

test('no article’s words in the log', async () => {
  await open()
  room.discord.failNext({ path: /^\/webhooks\// }, { status: 403, times: 3 })
  await paste(ferryText)
  await vi.waitFor(() => expect(room.log.length).toBeGreaterThan(0))
  expect(room.log.join()).not.toMatch(/Strait|lifeboats/)
})
