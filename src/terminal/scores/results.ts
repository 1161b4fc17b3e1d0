import { readFile, writeFile } from 'node:fs/promises'
import { z } from 'zod'
import { InputError } from '../../errors.ts'
import { json } from '../layout.ts'
import type { Figure, Scores } from './figure.ts'

const rates = z.object({ f1: z.number(), precision: z.number(), recall: z.number() })
const setResult = z.object({
  /** The engine that was scored, by its own name. */
  engine: z.string(),
  counts: z.record(z.string(), z.number()),
  figures: z.record(z.string(), z.union([z.number(), rates])),
  labelErrors: z.record(z.string(), z.number()).optional(),
})
const results = z.object({ sets: z.record(z.string(), setResult) })

/** What is kept of one set. Figures have three decimals. No date: the same engine gives the same file. */
export type SetResult = z.infer<typeof setResult>
/** What is kept of all sets, by name. */
export type Results = Readonly<Record<string, SetResult>>

/** Three decimals, and never -0. */
export const rounded = (value: number): number => Math.round(value * 1000) / 1000 + 0

/** What a set's scores are kept as. */
export function resultOf(engine: string, { counts, figures, labelErrors }: Scores): SetResult {
  const kept = figures.map(({ name, value, precision, recall }: Figure) => [
    name,
    precision === undefined || recall === undefined
      ? rounded(value)
      : { f1: rounded(value), precision: rounded(precision), recall: rounded(recall) },
  ])
  return { engine, counts, figures: Object.fromEntries(kept), ...(labelErrors && { labelErrors }) }
}

/** A kept figure's one value: F1 where there are precision and recall; undefined where it wasn't kept. */
export function keptValue(result: SetResult | undefined, name: string): number | undefined {
  const kept = result?.figures[name]
  return typeof kept === 'object' ? kept.f1 : kept
}

/**
 * What a figure has gained since it was kept, in thousandths exactly: above 0 is better, whichever way the figure counts.
 *
 * @returns undefined where there is nothing to compare it with
 */
export function gainOf({ name, value, lowerIsBetter }: Figure, before: SetResult | undefined): number | undefined {
  const kept = keptValue(before, name)
  if (kept === undefined) return undefined
  return rounded(lowerIsBetter ? kept - rounded(value) : rounded(value) - kept)
}

/**
 * Reads the results that were kept.
 *
 * @returns none where the file isn't there
 * @throws InputError for a file that holds something else
 */
export async function readResults(file: string): Promise<Results> {
  try {
    return results.parse(JSON.parse(await readFile(file, 'utf8'))).sets
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'ENOENT') return {}
    throw new InputError(
      {
        expected: `the results of an evaluation in ${file}`,
        got: 'something else',
        advice: 'Restore the file, or delete it to begin anew',
      },
      { cause },
    )
  }
}

/** Keeps results, sets in the order of their names. */
export async function writeResults(file: string, sets: Results): Promise<void> {
  const sorted = Object.fromEntries(Object.entries(sets).sort(([a], [b]) => (a < b ? -1 : 1)))
  await writeFile(file, `${json({ sets: sorted }, 2)}\n`)
}
