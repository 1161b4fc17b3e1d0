import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { readFile } from './article/read.ts'
import type { Settings } from './config.ts'
import { SettingsError } from './errors.ts'
import { openLoopback } from './playground/discord/open.ts'
import { discordSchema } from './playground/discord/schema.ts'
import { openPage } from './playground/page/server.ts'
import { openHearsay } from './serve.ts'
import { type Output, write } from './terminal/console.ts'

// Ids that stay the same, so that what was kept is found again after a restart.
const ids = {
  bot: '1100000000000000002',
  guild: '1100000000000000001',
  desk: '1100000000000000011',
  investigations: '1100000000000000012',
  reporter: '1100000000000000021',
  editor: '1100000000000000022',
  outsider: '1100000000000000023',
  reporterDirect: '1100000000000000031',
  editorDirect: '1100000000000000032',
  outsiderDirect: '1100000000000000033',
}
const examples = fileURLToPath(new URL('./playground/examples/', import.meta.url))
const showcase = 'river-talks.md'

/**
 * The playground: the bot as it is, on a Discord of its own, with a newsroom that anybody can try in a browser.
 *
 * @throws SettingsError where the port is taken, StoreError where the library can't be opened
 */
export async function serveNewsroom(settings: Settings, stdout: Output, stderr: Pick<Output, 'write'>): Promise<0> {
  const discord = await openLoopback({
    botId: ids.bot,
    validate: await discordSchema(),
    keep: { file: join(settings.home, 'playground.sqlite'), remark: (line) => stderr.write(`${line}\n`) },
  })
  const guild = discord.addGuild({ name: 'Lowmere Chronicle', id: ids.guild })
  const reporter = guild.addMember({ name: 'Mira', id: ids.reporter })
  const editor = guild.addMember({ name: 'Ed', id: ids.editor })
  const outsider = guild.addMember({ name: 'Ole', id: ids.outsider })
  const desk = guild.addChannel({ name: 'desk', id: ids.desk })
  const investigations = guild.addChannel({ name: 'investigations', id: ids.investigations, hiddenFrom: [outsider] })
  const login = { token: discord.token, apiUrl: discord.apiUrl, guild: guild.id }
  const accounts = [
    { member: reporter, name: 'Mira', role: 'reporter' },
    { member: editor, name: 'Ed', role: 'editor' },
    { member: outsider, name: 'Ole', role: 'outsider, can’t view #investigations' },
  ]
  const ends: (() => Promise<unknown>)[] = [() => discord.close()]
  try {
    const channels = [
      desk,
      investigations,
      reporter.directMessage({ id: ids.reporterDirect }),
      editor.directMessage({ id: ids.editorDirect }),
      outsider.directMessage({ id: ids.outsiderDirect }),
    ]
    const page = await openPage({
      discord,
      guild,
      accounts,
      channels,
      examples: await readExamples(),
      port: settings.port,
    })
    ends.unshift(() => page.close())
    const hearsay = await openHearsay(settings, login, (line) => stderr.write(`${line}\n`))
    ends.splice(1, 0, () => hearsay.close())
    const stays = settings.languageModel
      ? 'It is served on this machine alone, but the text of articles goes to the language model’s host'
      : 'All of it stays on this machine'
    await write(stdout, `Try it in a browser: ${page.url}\n${stays}; Ctrl-C ends it.\n`)
    await new Promise<void>((done) => {
      for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => done())
    })
    return 0
  } catch (error) {
    throw (error as NodeJS.ErrnoException).code === 'EADDRINUSE' ? taken(settings.port, error) : error
  } finally {
    // Each, whatever becomes of the one before: the last keeps what was said.
    for (const end of ends) await end().catch((error: Error) => stderr.write(`${error.message}\n`))
  }
}

const taken = (port: number, cause: unknown): SettingsError =>
  new SettingsError(
    `Expected port ${port} of this machine to be free, got one that another program uses. End that, or set PLAYGROUND_PORT to another port, or to 0 for any.`,
    { cause },
  )

// The showcase first. Its headline stands above its text, as it would be pasted.
async function readExamples(): Promise<readonly { readonly title: string; readonly text: string }[]> {
  const names = (await readdir(examples)).sort((a, b) => Number(b === showcase) - Number(a === showcase))
  return Promise.all(
    names.map(async (name) => {
      const { article } = await readFile(`${examples}${name}`)
      return { title: article.title ?? name, text: `${article.title}\n\n${article.text}` }
    }),
  )
}
