import { z } from 'zod'
import { regrounded } from '../claims/ground.ts'
import { StoreError } from '../errors.ts'
import { certainties, sourceKinds } from '../types.ts'
import type { Address } from './store-address.ts'
import type { Addition, Entry } from './types.ts'

const text = z.string()
const textOrNull = text.nullable()
const evidence = z.looseObject({ span: z.tuple([z.number(), z.number()]), words: text })
const source = z.looseObject({
  name: text,
  role: textOrNull,
  kind: z.enum(sourceKinds),
  named: z.boolean(),
  mentions: z.array(evidence),
})
const claim = z.looseObject({
  id: text,
  articleId: text,
  text,
  evidence: z.array(evidence),
  cue: evidence.nullable(),
  source: source.nullable(),
  via: z.array(source),
  speech: z.enum(['direct', 'indirect', 'mixed', 'none']),
  certainty: z.enum(certainties),
  about: textOrNull,
  answer: z
    .enum(['denies', 'declines', 'no immediate comment', "couldn't be reached", 'none in the article'])
    .nullable(),
  factuality: z.number(),
  confidence: z.number(),
  rule: text,
})
const article = z.looseObject({
  id: text,
  kind: z.enum(['news', 'release', 'statement', 'transcript', 'opinion', 'live']),
  title: textOrNull,
  outlet: textOrNull,
  byline: textOrNull,
  url: textOrNull,
  publishedAt: textOrNull,
  fetchedAt: textOrNull,
  text,
  contentHash: text,
  version: z.int().positive(),
  supersedes: textOrNull,
  addedBy: textOrNull,
  addedIn: textOrNull,
  addedAt: textOrNull,
})
const version = z.looseObject({
  article,
  claims: z.array(claim),
  remarks: z.array(text),
  engine: text,
  addedBy: text,
  addedAt: text,
  link: textOrNull,
})
// Loose, so that what a later program adds to a record of this schema is still there when this one has changed it.
const record = z.looseObject({
  schema: z.literal(1),
  id: text,
  guild: text,
  channel: text,
  versions: z.array(version).min(1),
})

/** An entry as it is stored: one JSON text under one key. Its claims haven't been through the gate. */
export type Kept = z.infer<typeof record>

/** The key of an entry. A guild's keys begin with {@link guildPrefix}, and no other guild's do. */
export const keyOf = (guild: string, entry: string): string => `${guildPrefix(guild)}${entry}`

/** What every key of a guild begins with; an id on Discord is digits, which stay as they are. */
export const guildPrefix = (guild: string): string => `${encodeURIComponent(guild)}/`

/** The guild of a key. */
export const guildOf = (key: string): string => decodeURIComponent(key.slice(0, key.indexOf('/')))

/** The record with one more version, which it gives its number, its predecessor and its place; the first where there is none. */
export function recordOf(kept: Kept | null, id: string, { guild, channel, version }: Addition): Kept {
  const before = kept?.versions.at(-1)
  const article = {
    ...version.article,
    version: (kept?.versions.length ?? 0) + 1,
    supersedes: before?.article.id ?? null,
    addedBy: version.addedBy,
    addedIn: channel,
    addedAt: version.addedAt,
  }
  const next = { ...version, article } as unknown as Kept['versions'][number]
  return { ...(kept ?? { schema: 1, id, guild, channel }), versions: [...(kept?.versions ?? []), next] }
}

/** A record as text, its place first. */
export function written({ schema, id, guild, channel, ...rest }: Kept): string {
  return JSON.stringify({ schema, id, guild, channel, ...rest })
}

/**
 * Reads a record.
 *
 * @returns null where it is torn, of a newer schema, or lies under another's key
 */
export function read(key: string, value: string): Kept | null {
  const { success, data } = record.safeParse(parsed(value))
  return success && keyOf(data.guild, data.id) === key ? data : null
}

/** Whether a record that can't be read was added in this channel, as far as its beginning tells. */
export const looksAddedIn = (channel: string, value: string): boolean =>
  value.slice(0, 500).includes(`"channel":${JSON.stringify(channel)}`)

/** The record that can't be read, named; its text stays out of it. */
export function unreadable({ kind, place }: Address, key: string, value: string): StoreError {
  const { success, data } = z.object({ schema: z.number() }).safeParse(parsed(value))
  const newer = success && data.schema > 1
  return new StoreError({
    kind,
    place,
    problem: newer
      ? `expected a record of schema 1 for ${key}, got schema ${data.schema}`
      : `the record of ${key} can't be read`,
    advice: newer
      ? 'It is left as it is; start the newer Hearsay that wrote it'
      : 'It is left as it is; put a copy of it back, or remove it',
  })
}

/** The entry of a record, its claims through the evidence gate. */
export function entryOf(kept: Kept): Entry {
  const { id, guild, channel } = kept
  return {
    id,
    guild,
    channel,
    versions: kept.versions.map((one) => ({ ...one, claims: regrounded(one.article, one.claims) })),
  }
}

function parsed(value: string): unknown {
  try {
    return JSON.parse(value)
  } catch {
    return undefined
  }
}
