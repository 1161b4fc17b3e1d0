import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import type { Certainty, Source, SourceKind, Span, Speech } from '../../../src/types.ts'

/** Words that stand in the article: alone where they stand in it once, else with which occurrence is meant (from 1). */
export type Quote = string | { readonly quote: string; readonly nth: number }

export interface GoldSource {
  readonly name: string
  readonly role: string | null
  readonly kind: SourceKind
  readonly named: boolean
  readonly mentions: readonly Quote[]
}

export interface GoldClaim {
  readonly text: string
  readonly evidence: readonly Quote[]
  readonly cue: Quote | null
  readonly source: GoldSource | null
  readonly via: readonly GoldSource[]
  readonly speech: Speech
  readonly certainty: Certainty
}

export interface GoldArticle {
  /** The file's name without its ending: court-report, obituary … */
  readonly id: string
  readonly title: string
  readonly outlet: string
  readonly publishedAt: string
  readonly kind: string
  readonly text: string
  readonly claims: readonly GoldClaim[]
}

const folder = import.meta.dirname

/** Every article of the gold standard with its claims, in the order of the file names. */
export function readGold(): GoldArticle[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.md') && name !== 'README.md')
    .sort()
    .map((name) => readPair(basename(name, '.md')))
}

/**
 * Where quoted words stand in `text`, in UTF-16 code units.
 * Throws where they don't stand in it, or more than once without saying which is meant.
 */
export function locate(text: string, quote: Quote): Span {
  const words = wordsOf(quote)
  const starts = occurrences(text, words)
  if (typeof quote === 'string' && starts.length > 1) {
    throw new Error(`“${words}” was expected once and stands ${starts.length} times: write {"quote": …, "nth": …}`)
  }
  const start = starts[typeof quote === 'string' ? 0 : quote.nth - 1]
  if (start === undefined) throw new Error(`“${words}” was expected and stands ${starts.length} times: copy it anew`)
  return [start, start + words.length]
}

/** The article as a record with spans in place of quoted evidence: a line of the evaluation's own files. */
export function toRecord({ id, outlet, publishedAt, kind, text, claims }: GoldArticle) {
  return {
    id,
    outlet,
    publishedAt,
    kind,
    text,
    claims: claims.map((claim) => ({
      ...claim,
      evidence: claim.evidence.map((quote) => locate(text, quote)),
      cue: claim.cue && wordsOf(claim.cue),
      source: claim.source && sourceIn(text, claim.source),
      via: claim.via.map((source) => sourceIn(text, source)),
    })),
  }
}

function sourceIn(text: string, source: GoldSource): Source<Span> {
  return { ...source, mentions: source.mentions.map((quote) => locate(text, quote)) }
}

function wordsOf(quote: Quote): string {
  return typeof quote === 'string' ? quote : quote.quote
}

function occurrences(text: string, words: string): number[] {
  const starts: number[] = []
  for (let at = text.indexOf(words); words && at >= 0; at = text.indexOf(words, at + 1)) starts.push(at)
  return starts
}

function readPair(id: string): GoldArticle {
  const [, front = '', text = ''] =
    /^---\n(.*?)\n---\n(.*)$/s.exec(readFileSync(join(folder, `${id}.md`), 'utf8')) ?? []
  const fields = new Map(
    front.split('\n').map((line) => [line.split(':')[0], line.slice(line.indexOf(':') + 1).trim()]),
  )
  const field = (name: string) => {
    const value = fields.get(name)
    if (!value) throw new Error(`${id}.md: “${name}: …” was expected between the two lines of dashes at its top`)
    return value
  }
  const { claims } = JSON.parse(readFileSync(join(folder, `${id}.json`), 'utf8')) as { claims: GoldClaim[] }
  return {
    id,
    title: field('title'),
    outlet: field('outlet'),
    publishedAt: field('publishedAt'),
    kind: field('kind'),
    text: text.trim(),
    claims,
  }
}
