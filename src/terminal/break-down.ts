import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { z } from 'zod'
import { readText } from '../article/read.ts'
import { InputError } from '../errors.ts'
import { breakDown } from '../pipeline.ts'
import { breakdownRecord } from '../replies/records.ts'
import type { Engine } from '../types.ts'
import { type Console, write } from './console.ts'
import { openStdin, readInput, standardInput } from './inputs.ts'
import { readJsonLines } from './json-lines.ts'
import { progressOn } from './progress.ts'
import { showBreakdown } from './show-breakdown.ts'

/** Breaks one article down and shows it, to a person or as JSON. */
export async function breakDownOne(
  named: string,
  format: 'text' | 'json',
  openEngine: () => Promise<Engine>,
  console: Console,
): Promise<void> {
  const { article, remarks } = await readInput(named, console)
  const breakdown = await breakDown(article, await openEngine())
  await write(
    console.stdout,
    format === 'json'
      ? `${JSON.stringify(breakdownRecord(breakdown, remarks), null, 2)}\n`
      : showBreakdown(breakdown, remarks, console.look),
  )
}

const optional = z.string().nullish()
const articleLine = z.object({
  id: z.union([z.string().min(1), z.number().transform(String)]),
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
 * @returns how many lines failed
 */
export async function breakDownLines(
  named: string,
  openEngine: () => Promise<Engine>,
  console: Console,
): Promise<number> {
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
      const record = breakdownRecord(await breakDown(article, engine), remarks)
      progress.clear()
      await write(console.stdout, `${JSON.stringify({ id: article.id, ...record })}\n`)
    } catch (error) {
      if (!(error instanceof InputError)) throw error
      failed++
      progress.clear()
      console.stderr.write(`Line ${line.number}: ${error.message}\n`)
    }
    progress.advance(++done, size === null ? null : line.bytes / size)
  }
  progress.clear()
  return failed
}

async function openLines(
  named: string,
  console: Console,
): Promise<{ readonly source: AsyncIterable<Buffer>; readonly size: number | null }> {
  if (named === standardInput) return { source: openStdin(console, 'JSON lines'), size: null }
  try {
    const found = await stat(named)
    if (found.isFile()) return { source: createReadStream(named), size: found.size }
  } catch (cause) {
    throw noFile(named, "isn't there", cause)
  }
  throw noFile(named, "isn't a file")
}

function noFile(named: string, state: string, cause?: unknown): InputError {
  return new InputError(
    { expected: 'a file of JSON lines', got: `${named}, which ${state}`, advice: 'Check the path' },
    { cause },
  )
}
