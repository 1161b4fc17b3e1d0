import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { commands } from '../../commands/index.ts'
import { openDesk } from '../desk.ts'
import { openBot } from '../discord/bot.ts'
import { fillLibrary, inventedViewer } from '../library/bulk.ts'
import { openLibrary } from '../library/library.ts'
import { engineApart } from '../nlp/engine-apart.ts'
import { picturesApart } from '../pictures/pictures-apart.ts'
import { openLoopback } from '../playground/discord/open.ts'
import type { Answer, Channel, LoopbackDiscord, Member } from '../playground/discord/types.ts'
import type { FullLibrary, RehearsedBot } from '../terminal/bench-desk.ts'

/** The whole bot on a Discord of its own, with an empty library that goes afterwards: for measuring. */
export interface Rehearsal {
  readonly discord: LoopbackDiscord
  readonly desk: Channel
  readonly people: readonly Member[]
  readonly close: () => Promise<void>
}

/** @param people how many are in the guild */
export async function openRehearsal(people: number): Promise<Rehearsal> {
  const home = await mkdtemp(join(tmpdir(), 'hearsay-'))
  const discord = await openLoopback()
  const guild = discord.addGuild({ name: 'Rehearsal' })
  const desk = guild.addChannel({ name: 'desk' })
  const library = await openLibrary({ store: '', home })
  const engine = engineApart()
  const pictures = picturesApart()
  const about = { version: '0', engine: engine.name, vendor: null }
  const settings = { token: discord.token, apiUrl: discord.apiUrl, guild: guild.id }
  const log: string[] = []
  const parts = openDesk({ library, pictures, engine, about, apiUrl: discord.apiUrl })
  const bot = await openBot(settings, commands, parts, (line) => log.push(line))
  return {
    discord,
    desk,
    people: Array.from({ length: people }, (_, i) => guild.addMember({ name: `Person ${i + 1}` })),
    close: async () => {
      await bot.close()
      await discord.close()
      await Promise.all([engine.close(), pictures.close(), library.close()])
      await rm(home, { recursive: true, force: true })
    },
  }
}

/** The library of so many invented claims, in a folder that goes afterwards. */
export async function openFullLibrary(claims: number): Promise<FullLibrary> {
  const home = await mkdtemp(join(tmpdir(), 'hearsay-'))
  const before = performance.now()
  await fillLibrary({ store: '', home }, claims)
  const filled = performance.now()
  const library = await openLibrary({ store: '', home })
  return {
    library,
    viewer: inventedViewer,
    filled: filled - before,
    opened: performance.now() - filled,
    close: async () => {
      await library.close()
      await rm(home, { recursive: true, force: true })
    },
  }
}

/** The bot of a rehearsal, as the bench uses it. */
export async function openRehearsedBot(): Promise<RehearsedBot> {
  const { desk, people, close } = await openRehearsal(20)
  const [first] = people as readonly [Member]
  const window = await first.command('claims', {}, { channel: desk })
  const paste = async (text: string): Promise<Answer> => first.submit(window, { text }, { unchecked: true })
  return {
    paste: async (text) => {
      const before = performance.now()
      await (await paste(text)).settled(60_000)
      return performance.now() - before
    },
    crowd: async (count) => {
      const shown = (await (await paste('Ada Osk said that the quay had moved. Bo Lund denied it.')).settled()).message!
      const post = first.post(desk, 'Ilse Marrow alleged that the pier was sold.')
      const sorts: readonly ((who: Member, i: number) => Promise<Answer>)[] = [
        (who) => who.command('who', { words: 'quay' }, { channel: desk }),
        (_, i) => paste(`Tam Oye said that boat number ${i} had left the quay.`),
        (who) => who.command('help', {}, { channel: desk }),
        (_, i) => first.press(shown, ['Wording', 'Text as read'][i % 2]!),
        (who) => who.menu('Break down claims', post),
        (who) => who.command('claims', {}, { channel: desk }),
        (who) => who.menu('Who said this?', post),
      ]
      const answers = await Promise.all(
        Array.from({ length: count }, (_, i) => sorts[i % sorts.length]!(people[i % people.length]!, i)),
      )
      const times = answers.map(({ firstAfter }) => firstAfter)
      // What was begun is finished before the next is measured.
      await Promise.all(answers.map((answer) => answer.settled(60_000)))
      return times
    },
    close,
  }
}
