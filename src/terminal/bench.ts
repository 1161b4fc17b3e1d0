import { createRequire } from 'node:module'
import { articleOf } from '../article/article-of.ts'
import { breakDown } from '../pipeline.ts'
import { readSentences } from '../text/sentences.ts'
import type { Engine } from '../types.ts'
import { type Console, write } from './console.ts'
import { sentenceFor } from './process.ts'
import { progressOn } from './progress.ts'

/** The trained model alone, without what the rules make of its reading. */
export interface BareModel {
  readonly read: (text: string) => Promise<unknown>
  readonly close: () => Promise<void>
}

/** What the bench measures with. */
export interface Benched {
  readonly openEngine: () => Promise<Engine>
  /** Throws where the model can't be loaded. */
  readonly openModel: () => Promise<BareModel>
  readonly openPeers: () => readonly Peer[]
}

/** Somebody else's reading of the same text, to compare machines and engines by. */
export interface Peer {
  readonly name: string
  /** Throws where its package isn't installed. */
  readonly open: () => Promise<(text: string) => unknown>
}

const words = 600
// At most so many, and no more once the time is up, so that a slow or busy machine isn't waited for.
const warmUps = { runs: 10, milliseconds: 2000 }
const measured = { runs: 30, milliseconds: 5000 }

/**
 * Times 600 words after the engine has started: sentences, the model, the whole breakdown, and what two well-known
 * libraries take to tokenise and tag the same text in the same run, so that machines can be compared.
 *
 * @param example a text, repeated and cut to length
 */
export async function bench(example: string, { openEngine, openModel, openPeers }: Benched, console: Console) {
  const article = articleOf(cutTo(words, example), { kind: 'news' })
  const before = performance.now()
  const engine = await openEngine()
  // Models are loaded with the first text, so that it belongs to the start.
  await breakDown(articleOf('Nobody said a word.'), engine)
  const started = performance.now()
  await write(
    console.stdout,
    `Text       ${words} words, ${article.text.length} characters; up to ${measured.runs} runs each
Start      ${(started - before).toFixed(0)} ms from opening the engine to the first breakdown,
           ${started.toFixed(0)} ms from the start of the process
Engine     ${engine.name}\n\n${line('', 'median', 'minimum', 'words a second')}`,
  )
  const timed = async (name: string, open: () => Promise<(text: string) => unknown>): Promise<number | null> => {
    const run = await open().catch((error: unknown) => error as Error)
    if (typeof run !== 'function') {
      await write(console.stdout, line(name, whyAway(run)))
      return null
    }
    const { median, minimum } = await time(() => run(article.text))
    const speed = Math.round(words / (median / 1000))
    await write(console.stdout, line(name, `${ms(median)} ms`, `${ms(minimum)} ms`, speed.toLocaleString('en')))
    return median
  }
  await timed('sentences', async () => readSentences)
  let model: BareModel | null = null
  await timed('trained model', async () => {
    model = await openModel()
    return model.read
  })
  await (model as BareModel | null)?.close()
  const whole = (await timed('whole breakdown', async () => () => breakDown(article, engine)))!
  const ratios: string[] = []
  for (const { name, open } of openPeers()) {
    const peer = await timed(name, open)
    if (peer !== null) ratios.push(`a breakdown takes ${(whole / peer).toFixed(1)} times as long as ${name}`)
  }
  await write(
    console.stdout,
    `\nRatio      ${ratios.join('\n           ') || 'none, since no peer is installed'}
Memory     ${megabytes(process.memoryUsage.rss())} MB resident with all of these loaded\n`,
  )
}

/** The tagger as it comes, not as the engine's own door wraps it: that would measure the engine against itself. */
export const peers: readonly Peer[] = [
  {
    name: 'wink-nlp, tokens and tags',
    open: async () => {
      const require = createRequire(import.meta.url)
      const wink = require('wink-nlp')(require('wink-eng-lite-web-model'), ['sbd', 'pos'])
      return (text) => wink.readDoc(text).tokens().out(wink.its.pos)
    },
  },
  {
    name: 'compromise, its parse',
    open: async () => {
      const { default: compromise } = await import('compromise')
      return (text) => compromise(text)
    },
  },
]

const articles = 1000
const shownEvery = 250
const wordsEach = 300

/**
 * Breaks down 1,000 articles and shows the resident memory on the way: a rise from one line to the next that goes on is
 * memory that isn't given back.
 *
 * @param example a text; each article begins at another of its words
 */
export async function benchMemory(example: string, openEngine: () => Promise<Engine>, console: Console): Promise<void> {
  const engine = await openEngine()
  const all = example.split(/\s+/)
  const progress = progressOn(console, 'article')
  await write(console.stdout, `Memory while breaking down ${articles} articles of ${wordsEach} words\n\n`)
  for (let done = 1; done <= articles; done++) {
    const from = (done * 7) % all.length
    const text = cutTo(wordsEach, [...all.slice(from), ...all.slice(0, from)].join(' '))
    await breakDown(articleOf(text, { kind: 'news' }), engine)
    progress.advance(done, done / articles)
    if (done !== 1 && done % shownEvery !== 0) continue
    progress.clear()
    const { rss, heapUsed } = process.memoryUsage()
    const resident = `${megabytes(rss)} MB resident`
    await write(
      console.stdout,
      `after ${String(done).padStart(4)}   ${resident}, ${megabytes(heapUsed)} MB of it heap\n`,
    )
  }
  const most = Math.round(process.resourceUsage().maxRSS / 1024)
  await write(console.stdout, `at most      ${most} MB resident\n`)
}

async function time(run: () => unknown): Promise<{ readonly minimum: number; readonly median: number }> {
  await repeat(run, warmUps)
  const taken = (await repeat(run, measured)).sort((a, b) => a - b)
  return { minimum: taken[0] ?? 0, median: taken[Math.floor(taken.length / 2)] ?? 0 }
}

async function repeat(run: () => unknown, most: typeof measured): Promise<number[]> {
  const taken: number[] = []
  const start = performance.now()
  while (taken.length < most.runs && performance.now() - start < most.milliseconds) {
    const before = performance.now()
    await run()
    taken.push(performance.now() - before)
  }
  return taken
}

/** A text of exactly so many words, paragraphs kept; repeated when it is too short. */
export function cutTo(count: number, text: string): string {
  const own = text.match(/\S+/g)?.length ?? 0
  if (own === 0) return ''
  const long = Array(Math.ceil(count / own))
    .fill(text.trim())
    .join('\n\n')
  return long.match(new RegExp(`^\\s*(?:\\S+\\s+){${count - 1}}\\S+`))?.[0] ?? long
}

const whyAway = (error: Error): string =>
  (error as NodeJS.ErrnoException).code === 'ERR_MODULE_NOT_FOUND' ? 'not installed' : `away: ${sentenceFor(error)}`

function line(name: string, ...cells: readonly string[]): string {
  const [first = '', ...rest] = cells
  const padded = [first.padStart(12), ...rest.map((cell, i) => cell.padStart(i === 0 ? 14 : 18))]
  return `${name.padEnd(27)}${padded.join('')}\n`
}

const ms = (time: number): string => time.toFixed(time < 1 ? 3 : 1)
const megabytes = (bytes: number): number => Math.round(bytes / 1024 / 1024)
