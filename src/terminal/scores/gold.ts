import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { InputError } from '../../errors.ts'
import type { Span } from '../../types.ts'
import { articleLine } from '../predict.ts'
import { type GoldSet, goldClaim } from './sets.ts'

// Words of the article; where they stand in it several times, with the one that is meant, from 1.
const quoted = z.union([z.string().min(1), z.object({ quote: z.string().min(1), nth: z.int().positive() })])
const answers = z.object({ claims: z.array(goldClaim.extend({ evidence: z.array(quoted).min(1) })) })
const details = articleLine.omit({ id: true, text: true })

/**
 * Reads the project's own gold: `NAME.md`, an article under lines of details, with `NAME.json`, its claims, whose evidence
 * is written as words.
 *
 * @param folder with both files of each article
 * @returns the one set `gold`, articles by name
 * @throws InputError for an article without claims, details that are none, and words that don't stand in the article
 */
export async function readGold(folder: string): Promise<{ sets: readonly GoldSet[]; leftOut: readonly string[] }> {
  const files = await readdir(folder).catch(() => [])
  const names = files.flatMap((file) => (file.endsWith('.json') ? [file.slice(0, -'.json'.length)] : [])).sort()
  if (names.length === 0) throw unusable(folder, 'none', 'Restore the folder')
  const lines = await Promise.all(names.map((name) => readArticle(folder, name)))
  return { sets: [{ name: 'gold', task: 'claims', lines }], leftOut: [] }
}

async function readArticle(folder: string, name: string) {
  const file = join(folder, `${name}.json`)
  try {
    const [source, json] = await Promise.all([readFile(join(folder, `${name}.md`), 'utf8'), readFile(file, 'utf8')])
    const article = articleUnderDetails(source)
    const { claims } = answers.parse(JSON.parse(json))
    return {
      ...article,
      id: name,
      claims: claims.map((claim) => ({
        ...claim,
        evidence: claim.evidence.map((words) => placeOf(words, article.text, file)),
      })),
    }
  } catch (cause) {
    if (cause instanceof InputError) throw cause
    const got = cause instanceof z.ZodError ? z.prettifyError(cause).split('\n').slice(0, 2).join(' ') : String(cause)
    throw unusable(file, got, 'Change that file', cause)
  }
}

/** The details between two lines of three hyphens, each as `name: value`, and the text after them. */
function articleUnderDetails(source: string) {
  const [, head, text] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(source.replaceAll('\r\n', '\n')) ?? []
  if (head === undefined || text === undefined) throw new Error('no details between two lines of ---')
  const named = head.split('\n').map((line) => /^(\w+): *(.*)$/.exec(line)?.slice(1) ?? [line, ''])
  return { ...details.parse(Object.fromEntries(named)), text: text.trim() }
}

/** The one place where words stand, or the one that is meant. */
function placeOf(words: z.infer<typeof quoted>, text: string, file: string): Span {
  const { quote, nth } = typeof words === 'string' ? { quote: words, nth: null } : words
  const places: number[] = []
  for (let at = text.indexOf(quote); at >= 0; at = text.indexOf(quote, at + 1)) places.push(at)
  const start = nth === null ? (places.length === 1 ? places[0] : undefined) : places[nth - 1]
  if (start === undefined)
    throw unusable(
      file,
      `"${quote}"${nth === null ? '' : `, number ${nth}`}, which stands in the article ${places.length} times`,
      'Quote the article, with {quote, nth} where words stand in it more than once',
    )
  return [start, start + quote.length]
}

function unusable(file: string, got: string, advice: string, cause?: unknown): InputError {
  return new InputError({ expected: `the gold of an article in ${file}`, got, advice }, { cause })
}
