import { createRequire } from 'node:module'
import { articleOf } from '../article/article-of.ts'
import { breakDown } from '../pipeline.ts'
import type { Engine } from '../types.ts'
import { type Console, write } from './console.ts'

const words = 600
const warmUps = 10
const runs = 30

/**
 * Times the breakdown of 600 words after the engine has started, next to wink-nlp's tokens and tags of the same text,
 * which are the least that any engine on it has to do, so that machines can be compared.
 *
 * @param example a text, repeated and cut to length
 */
export async function bench(example: string, openEngine: () => Promise<Engine>, console: Console): Promise<void> {
  const article = articleOf(cutTo(words, example), { kind: 'news' })
  const before = performance.now()
  const engine = await openEngine()
  // Models are loaded with the first text, so that it belongs to the start.
  await breakDown(articleOf('Nobody said a word.'), engine)
  const start = performance.now() - before
  const breakdown = await time(() => breakDown(article, engine))
  const memory = process.memoryUsage()
  const tag = openTagger()
  const peer = await time(() => tag(article.text))
  const lines = [
    ['Text', `${words} words, ${article.text.length} characters`],
    ['Start', `${start.toFixed(0)} ms, first text included`],
    ['Breakdown', `min ${breakdown.min.toFixed(1)} ms   median ${breakdown.median.toFixed(1)} ms   (${runs} runs)`],
    ['Speed', `${Math.round(words / (breakdown.median / 1000))} words a second at the median`],
    ['Memory', `${megabytes(memory.rss)} MB resident, ${megabytes(memory.heapUsed)} MB of it heap in use`],
    ['Peer', `wink-nlp, tokens and tags only: min ${peer.min.toFixed(1)} ms   median ${peer.median.toFixed(1)} ms`],
    ['Ratio', `a breakdown takes ${(breakdown.median / peer.median).toFixed(1)} times as long as the peer (medians)`],
  ] as const
  await write(console.stdout, lines.map(([name, value]) => `${name.padEnd(11)}${value}\n`).join(''))
}

async function time(run: () => unknown): Promise<{ readonly min: number; readonly median: number }> {
  for (let i = 0; i < warmUps; i++) await run()
  const taken: number[] = []
  for (let i = 0; i < runs; i++) {
    const before = performance.now()
    await run()
    taken.push(performance.now() - before)
  }
  taken.sort((a, b) => a - b)
  return { min: taken[0] ?? 0, median: taken[Math.floor(taken.length / 2)] ?? 0 }
}

/** The tagger as it comes, not as the engine's own door wraps it: that would measure the engine against itself. */
function openTagger(): (text: string) => unknown {
  const require = createRequire(import.meta.url)
  const wink = require('wink-nlp')(require('wink-eng-lite-web-model'), ['sbd', 'pos'])
  return (text) => wink.readDoc(text).tokens().out(wink.its.pos)
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

const megabytes = (bytes: number): number => Math.round(bytes / 1024 / 1024)
