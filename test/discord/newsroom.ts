import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { commands } from '../../commands/index.ts'
import { articleOf } from '../../src/article/article-of.ts'
import { openDesk, type Parts } from '../../src/desk.ts'
import { type Bot, openBot } from '../../src/discord/bot.ts'
import { FetchError } from '../../src/errors.ts'
import { openLibrary } from '../../src/library/library.ts'
import type { Library } from '../../src/library/types.ts'
import { offlineEngine } from '../../src/nlp/engine.ts'
import { paint } from '../../src/pictures/paint.ts'
import { picturesWith } from '../../src/pictures/pictures.ts'
import { openLoopback } from '../../src/playground/discord/open.ts'
import { discordSchema } from '../../src/playground/discord/schema.ts'
import type { Channel, Guild, LoopbackDiscord, LoopbackOptions, Member } from '../../src/playground/discord/types.ts'
import { validateFromFile } from '../playground/discord/openapi.ts'

/** A newsroom on a loopback Discord: the bot as it is, a library of its own, pages that stand in for the web. */
export interface Newsroom {
  readonly discord: LoopbackDiscord
  readonly guild: Guild
  readonly desk: Channel
  readonly mira: Member
  readonly bot: Bot
  readonly library: Library
  /** What the bot wrote for whoever runs it. */
  readonly log: readonly string[]
  /** Puts a page at an address, or another text in its place. */
  readonly publish: (url: string, text: string, title?: string) => void
  /** Ends the bot and starts it anew on the same library, as after a restart. */
  readonly restart: () => Promise<void>
  readonly close: () => Promise<void>
}

export interface NewsroomOptions {
  readonly loopback?: LoopbackOptions
  readonly parts?: Partial<Parts>
  readonly store?: string
}

export async function openNewsroom({ loopback = {}, parts = {}, store = '' }: NewsroomOptions = {}): Promise<Newsroom> {
  const home = await mkdtemp(join(tmpdir(), 'hearsay-'))
  const validate = validateFromFile() ?? (await discordSchema())
  const discord = await openLoopback({ validate, ...loopback })
  const guild = discord.addGuild({ name: 'Lowmere Chronicle' })
  const desk = guild.addChannel({ name: 'desk' })
  const mira = guild.addMember({ name: 'Mira' })
  const library = await openLibrary({ store, home })
  const pages = new Map<string, { readonly text: string; readonly title: string | null }>()
  const log: string[] = []
  const start = (): Promise<Bot> =>
    openBot(
      { token: discord.token, apiUrl: discord.apiUrl, guild: guild.id },
      commands,
      openDesk({
        library,
        pictures: picturesWith(paint),
        engine: offlineEngine,
        about: { version: '0.0.0', engine: offlineEngine.name, vendor: null },
        apiUrl: discord.apiUrl,
        link: async (url) => {
          const page = pages.get(url)
          if (!page) throw new FetchError('status', { expected: 'a page', got: 'none', advice: 'Check the link' })
          return { article: articleOf(page.text, { url, title: page.title, kind: 'news' }), remarks: [] }
        },
        ...parts,
      }),
      (line) => log.push(line),
    )
  let bot = await start()
  return {
    discord,
    guild,
    desk,
    mira,
    get bot() {
      return bot
    },
    library,
    log,
    publish: (url, text, title) => void pages.set(url, { text, title: title ?? null }),
    restart: async () => {
      await bot.close()
      bot = await start()
    },
    close: async () => {
      await bot.close()
      await discord.close()
      await library.close()
      await rm(home, { recursive: true, force: true })
    },
  }
}

/** A text of several claims: two allegations, a denial, somebody's words, a statement of the article's own. */
export const ferryText = `Strait Lines denied that it had removed lifeboats from its ferries. The union alleged that Strait Lines had sold two ships.

"We count every seat twice," said Ada Osk, the company's director. The quay at Lowmere is closed.`
