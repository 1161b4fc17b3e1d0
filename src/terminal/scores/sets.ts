import { createReadStream } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { z } from 'zod'
import { InputError } from '../../errors.ts'
import { certainties } from '../../types.ts'
import { readJsonLines } from '../json-lines.ts'
import { articleLine, eventsLine, textLine } from '../predict.ts'

// What isn't said of a claim is left out in some gold standards and null in others.
const said = z
  .string()
  .nullish()
  .transform((value) => value ?? undefined)
const name = z.object({ name: z.string() })
const spans = z.array(z.tuple([z.int().nonnegative(), z.int().nonnegative()]).readonly())
const attribution = z.object({ source: spans.optional(), cue: spans.optional(), content: spans.optional() })

const attributionsLine = textLine.extend({ annotations: z.record(z.string(), z.array(attribution)) })
const factualityLine = eventsLine.safeExtend({
  events: z.array(z.object({ start: z.int().nonnegative(), end: z.int(), factuality: z.number() })),
})
/** A claim of a gold standard; what it leaves out isn't scored. */
export const goldClaim = z.object({
  evidence: spans,
  source: name.extend({ kind: said, named: z.boolean().optional() }).nullable(),
  via: z.array(name).optional(),
  certainty: z.enum(certainties),
  speech: said,
  text: said,
})
const claimsLine = articleLine.extend({ claims: z.array(goldClaim) })

/** A gold standard: texts with their answers. */
export type GoldSet = { readonly name: string } & (
  | { readonly task: 'attributions'; readonly lines: readonly z.infer<typeof attributionsLine>[] }
  | { readonly task: 'factuality'; readonly lines: readonly z.infer<typeof factualityLine>[] }
  | { readonly task: 'claims'; readonly lines: readonly z.infer<typeof claimsLine>[] }
)

/**
 * Reads the gold standards of a folder: its files `attributions-*.jsonl`, `factuality-*.jsonl` and `claims-*.jsonl`.
 *
 * @returns the sets by name, and the names of those that were left out since the engine was trained on them
 * @throws InputError for a folder that isn't there or holds none, and for a line that can't be used: a figure of the
 *   other lines would be no figure of the set
 */
export async function readSets(folder: string): Promise<{ sets: readonly GoldSet[]; leftOut: readonly string[] }> {
  const found = (await namesIn(folder)).filter((file) => /^(?:attributions|factuality|claims)-.+\.jsonl$/.test(file))
  const names = found.map((file) => basename(file, '.jsonl')).sort()
  const leftOut = names.filter((one) => one.endsWith('-train'))
  const sets: GoldSet[] = []
  for (const one of names.filter((name) => !leftOut.includes(name))) sets.push(await readSet(folder, one))
  if (sets.length === 0)
    throw new InputError({
      expected: `a file attributions-*.jsonl, factuality-*.jsonl or claims-*.jsonl in ${folder}`,
      got: leftOut.length > 0 ? `only ${leftOut.join(', ')}; a figure from the training set is no figure` : 'none',
      advice: 'Point HEARSAY_DATA at a folder of gold standards, or unset it',
    })
  return { sets, leftOut }
}

async function readSet(folder: string, name: string): Promise<GoldSet> {
  const file = join(folder, `${name}.jsonl`)
  if (name.startsWith('attributions-')) return { name, task: 'attributions', lines: await all(file, attributionsLine) }
  if (name.startsWith('factuality-')) return { name, task: 'factuality', lines: await all(file, factualityLine) }
  return { name, task: 'claims', lines: await all(file, claimsLine) }
}

async function all<T>(file: string, schema: z.ZodType<T>): Promise<readonly T[]> {
  const values: T[] = []
  for await (const line of readJsonLines(createReadStream(file), schema)) {
    if ('error' in line)
      throw new InputError(
        { expected: `gold in line ${line.number} of ${file}`, got: line.error.got, advice: line.error.advice },
        { cause: line.error },
      )
    values.push(line.value)
  }
  return values
}

async function namesIn(folder: string): Promise<readonly string[]> {
  try {
    return await readdir(folder)
  } catch (cause) {
    throw new InputError(
      {
        expected: 'a folder of gold standards',
        got: `${folder}, which isn't there or can't be read`,
        advice: 'Point HEARSAY_DATA at one, or unset it',
      },
      { cause },
    )
  }
}
