import { stat } from 'node:fs/promises'
import { z } from 'zod'
import { piecesOf } from '../article/file.ts'
import { readText } from '../article/read.ts'
import { breakDown } from '../pipeline.ts'
import { breakdownRecord } from '../replies/records.ts'
import type { Breakdown, Engine } from '../types.ts'
import { type Console, write } from './console.ts'
import { checkLength, openStdin, readInput, standardInput } from './inputs.ts'
import { jsonLine, type Outcome, readJsonLines } from './json-lines.ts'
import { json } from './layout.ts'
import { sentenceFor } from './process.ts'
import { progressOn } from './progress.ts'
import { showBreakdown } from './show-breakdown.ts'

/** Breaks one article down and shows it, to a person or as JSON; gives it to whoever wants to keep it. */
export async function breakDownOne(
  named: string,
  format: 'text' | 'json',
  openEngine: () => Promise<Engine>,
  console: Console,
): Promise<{ readonly breakdown: Breakdown; readonly remarks: readonly string[] }> {
  const { article, remarks } = await readInput(named, console)
  checkLength(article, console)
  const breakdown = await breakDown(article, await openEngine())
  await write(
    console.stdout,
    format === 'json'
      ? `${json(breakdownRecord(breakdown, remarks), 2)}\n`
      : showBreakdown(breakdown, remarks, console.look),
  )
  return { breakdown, remarks }
}

const optional = z.string().nullish()
const articleLine = z.object({
  id: z.union([z.string().min(1), z.number().transform(String)], "expected a string that isn't empty, or a number"),
  text: z.string(),
  title: optional,
  outlet: optional,
  url: optional,
  publishedAt: optional,
})

/**
 * Breaks down articles that come as JSON lines, one result line each as soon as it is there. A line that can't be used
 * is reported with its number, and the rest goes on.
 *
 * @returns how many lines there were, and how many failed
 */
export async function breakDownLines(
  named: string,
  openEngine: () => Promise<Engine>,
  console: Console,
): Promise<Outcome> {
  const { source, size } = await openLines(named, console)
  const engine = await openEngine()
  const progress = progressOn(console, 'article')
  let done = 0
  let failed = 0
  for await (const line of readJsonLines(source, articleLine)) {
    try {
      if ('error' in line) throw line.error
      const { text, title, ...details } = line.value
      // A headline that isn't given isn't looked for: the text of a line is the text.
      const { article, remarks } = await readText(text, { ...details, title: title ?? null })
      checkLength(article, { ...console, drawsProgress: false })
      const record = breakdownRecord(await breakDown(article, engine), remarks)
      progress.clear()
      await write(console.stdout, jsonLine({ id: article.id, ...record }))
    } catch (error) {
      // Whatever it is, the other lines have nothing to do with it.
      failed++
      progress.clear()
      console.stderr.write(`Line ${line.number}: ${sentenceFor(error)}\n`)
    }
    progress.advance(++done, size === null ? null : line.bytes / size)
  }
  progress.clear()
  return { done, failed }
}

async function openLines(
  named: string,
  console: Console,
): Promise<{ readonly source: AsyncIterable<Buffer>; readonly size: number | null }> {
  if (named === standardInput) return { source: openStdin(console, 'JSON lines'), size: null }
  const found = await stat(named).catch(() => null)
  // What isn't there is told as soon as it is read.
  return { source: piecesOf(named), size: found?.isFile() ? found.size : null }
}
