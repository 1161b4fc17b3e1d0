import { readFile as readText } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { commands } from '../commands/index.ts'
import { readFile } from './article/read.ts'
import { type DiscordSettings, loadSettings, type Settings } from './config.ts'
import { openDesk } from './desk.ts'
import { openBot } from './discord/bot.ts'
import { openLibrary } from './library/library.ts'
import { languageModelEngine } from './llm/engine.ts'
import { learnedEngine } from './nlp/engine.ts'
import { engineApart } from './nlp/engine-apart.ts'
import { breakDown } from './pipeline.ts'
import { write } from './terminal/console.ts'
import { counted } from './terminal/layout.ts'
import { endWithOutput, exitStatus, lookOf } from './terminal/process.ts'
import { showBreakdown } from './terminal/show-breakdown.ts'

// npm start: with a token the bot, without one an example article, broken down. The only place beside cli.ts that builds
// things from things.
endWithOutput(process.stdout, process.stderr)
process.exitCode = await exitStatus(async () => {
  const settings = loadSettings()
  return settings.discord ? runBot(settings, settings.discord) : showExample(settings)
}, process.stderr)

async function runBot(settings: Settings, discord: DiscordSettings): Promise<0> {
  const { version } = JSON.parse(await readText(new URL('../package.json', import.meta.url), 'utf8'))
  const library = await openLibrary({ store: settings.store, home: settings.home })
  const offline = engineApart()
  const model = settings.languageModel
  const engine = model
    ? // A server that asks for no key passes over the one that the package wants.
      languageModelEngine({ ...model, apiKey: model.apiKey ?? 'none', fallback: offline })
    : offline
  const about = { version, engine: engine.name, vendor: model ? (/ at (\S+)$/.exec(engine.name)?.[1] ?? null) : null }
  const desk = openDesk({ library, engine, about, apiUrl: discord.apiUrl })
  try {
    const bot = await openBot(discord, commands, desk, (line) => process.stderr.write(`${line}\n`))
    const registered = bot.registered > 0 ? `${counted(bot.registered, 'command')} registered` : 'commands unchanged'
    await write(
      process.stdout,
      `${bot.name} is ready in ${counted(bot.guilds, 'guild')}, ${registered}. Invite it: ${bot.invite}\n`,
    )
    await new Promise<void>((done) => {
      for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => done())
    })
    await bot.close()
  } finally {
    await Promise.all([offline.close(), library.close()])
  }
  return 0
}

async function showExample(settings: Settings): Promise<0> {
  const example = fileURLToPath(new URL('./playground/examples/river-talks.md', import.meta.url))
  const { article, remarks } = await readFile(example)
  const breakdown = await breakDown(article, learnedEngine())
  await write(process.stdout, showBreakdown(breakdown, remarks, lookOf(process.stdout, settings)))
  await write(
    process.stdout,
    '\nThis article is invented. Yours:  npm run -s hearsay -- breakdown FILE|URL|-\nAll commands and options:         npm run -s hearsay -- --help\n',
  )
  return 0
}
