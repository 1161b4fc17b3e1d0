import type { Library, Viewer } from '../library/types.ts'
import { cutTo } from './bench.ts'
import { line, timed, times } from './bench-table.ts'
import { type Console, write } from './console.ts'

/** A library full of invented articles, for measuring. */
export interface FullLibrary {
  readonly library: Library
  readonly viewer: Viewer
  /** Milliseconds to fill it, and to open it with its search index made anew. */
  readonly filled: number
  readonly opened: number
  readonly close: () => Promise<void>
}

/** The bot on a Discord of its own, as somebody who measures sees it. Milliseconds throughout. */
export interface RehearsedBot {
  /** From the submit of a paste until its claims are there. */
  readonly paste: (text: string) => Promise<number>
  /** So many interactions of every sort at once: until the first answer of each; Infinity for one that got none. */
  readonly crowd: (count: number) => Promise<readonly number[]>
  readonly close: () => Promise<void>
}

/** What the bench of the desk measures with. */
export interface Rehearsed {
  readonly openFullLibrary: (claims: number) => Promise<FullLibrary>
  readonly openRehearsedBot: () => Promise<RehearsedBot>
}

const claims = 250_000
const asked = 200
const crowd = 200
const pastes = 10

/** Times the library with 250,000 claims, and the bot with 200 interactions at once and with a paste of 600 words. */
export async function benchDesk(
  example: string,
  { openFullLibrary, openRehearsedBot }: Rehearsed,
  { stdout }: Console,
): Promise<void> {
  const full = await openFullLibrary(claims)
  const { library, viewer } = full
  try {
    const { articles } = await library.counts(viewer)
    await write(
      stdout,
      `Library    ${claims.toLocaleString('en')} claims in ${articles.toLocaleString('en')} articles; filled in ${seconds(full.filled)}, opened with its search made anew in ${seconds(full.opened)}\n\n${line('', 'median', 'p95', 'longest')}`,
    )
    const words = await wordsOf(library, viewer)
    const ask = (i: number) => ({
      words: `${words[i % words.length]} ${words[(i * 7 + 3) % words.length]}`,
      page: i % 3,
      size: 6,
    })
    await write(stdout, timed('/who, two words', await times(asked, (i) => library.who(viewer, ask(i)))))
    await write(
      stdout,
      timed(
        '/who, one word',
        await times(asked, (i) => library.who(viewer, { ...ask(i), words: words[i % words.length]! })),
      ),
    )
    await write(stdout, timed('/who without words', await times(20, (i) => library.sources(viewer, i, 25))))
    await write(
      stdout,
      timed(
        'choices while typing',
        await times(asked, (i) => library.suggest(viewer, words[i % words.length]!.slice(0, 1 + (i % 4)))),
      ),
    )
  } finally {
    await full.close()
  }
  const bot = await openRehearsedBot()
  try {
    const text = cutTo(600, example)
    // The first loads the model.
    await bot.paste(text)
    const taken = await times(pastes, async (i) => bot.paste(`${text} The ${i + 1} boats left.`))
    await write(stdout, `\n${timed('a paste of 600 words', taken)}`)
    const first = await bot.crowd(crowd)
    const lost = first.filter((one) => one === Number.POSITIVE_INFINITY).length
    await write(stdout, timed(`first of ${crowd} at once`, first))
    await write(stdout, `${' '.repeat(27)}${lost === 0 ? 'none lost' : `${lost} lost`}\n`)
  } finally {
    await bot.close()
  }
}

// Words that the library holds, from claims here and there.
async function wordsOf(library: Library, viewer: Viewer): Promise<readonly string[]> {
  const { entries } = await library.articles(viewer, 3, 25)
  return entries.flatMap(({ versions }) =>
    versions[0]!.claims.flatMap(({ evidence }) => evidence[0]!.words.split(' ').slice(0, 3)),
  )
}

const seconds = (time: number): string => `${(time / 1000).toFixed(1)} s`
