import { readFile } from 'node:fs/promises'
import { commands } from '../commands/index.ts'
import type { DiscordSettings, Settings } from './config.ts'
import { openDesk } from './desk.ts'
import type { Log } from './discord/answer.ts'
import { type Bot, openBot } from './discord/bot.ts'
import { openLibrary } from './library/library.ts'
import { languageModelEngine } from './llm/engine.ts'
import { engineApart } from './nlp/engine-apart.ts'
import { picturesApart } from './pictures/pictures-apart.ts'
import { type Output, write } from './terminal/console.ts'
import { counted } from './terminal/layout.ts'

/** The bot with all it works with. */
export interface Hearsay {
  readonly bot: Bot
  readonly close: () => Promise<void>
}

/**
 * Puts the bot together and logs it in.
 *
 * @throws SettingsError where Discord refuses, StoreError where the library can't be opened
 */
export async function openHearsay(settings: Settings, discord: DiscordSettings, log: Log): Promise<Hearsay> {
  const { version } = JSON.parse(await readFile(new URL('../package.json', import.meta.url), 'utf8'))
  const library = await openLibrary({ store: settings.store, home: settings.home, remark: log })
  const offline = engineApart()
  const pictures = picturesApart()
  const close = () => Promise.all([offline.close(), pictures.close(), library.close()])
  const model = settings.languageModel
  const engine = model
    ? // A server that asks for no key passes over the one that the package wants.
      languageModelEngine({ ...model, apiKey: model.apiKey ?? 'none', fallback: offline })
    : offline
  const about = { version, engine: engine.name, vendor: model ? (/ at (\S+)$/.exec(engine.name)?.[1] ?? null) : null }
  const desk = openDesk({ library, pictures, engine, about, apiUrl: discord.apiUrl })
  try {
    const bot = await openBot(discord, commands, desk, log)
    return {
      bot,
      close: async () => {
        await bot.close()
        await close()
      },
    }
  } catch (error) {
    await close()
    throw error
  }
}

/**
 * The bot as a process: says in one line when it is ready, and answers until the process is told to end.
 *
 * @throws SettingsError where Discord refuses or ends the session for good, StoreError where the library can't be opened
 */
export async function serveDiscord(
  settings: Settings,
  discord: DiscordSettings,
  stdout: Output,
  stderr: Pick<Output, 'write'>,
): Promise<0> {
  const { bot, close } = await openHearsay(settings, discord, (line) => stderr.write(`${line}\n`))
  try {
    const registered = bot.registered > 0 ? `${counted(bot.registered, 'command')} registered` : 'commands unchanged'
    await write(
      stdout,
      `${bot.name} is ready in ${counted(bot.guilds, 'guild')}, ${registered}. Invite it: ${bot.invite}\n`,
    )
    const told = new Promise<null>((done) => {
      for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => done(null))
    })
    const ended = await Promise.race([told, bot.ended])
    if (ended) throw ended
  } finally {
    await close()
  }
  return 0
}
