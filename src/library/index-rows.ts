import type { DatabaseSync } from 'node:sqlite'
import { guildOf } from './records.ts'
import type { Entry } from './types.ts'
import { wordsOf } from './words.ts'

/** What the index takes in: an entry with its stamp, or only the key of a record that can't be read. */
export interface Row {
  readonly key: string
  readonly stamp: string
  readonly entry: Entry | null
}

/** Puts an entry into the index, in place of what it held under that key. */
export function putRow(database: DatabaseSync, { key, stamp, entry }: Row): void {
  dropRow(database, key)
  const version = entry?.versions.at(-1)
  const claims = version?.claims ?? []
  const number = freeNumber(database, numberAt(version?.addedAt), claims.length)
  const title = version && titleOf(version.article)
  prepared(
    database,
    `INSERT INTO entries (number, key, stamp, guild, channel, id, title, outlet, sought, beginnings, hash, added_at, claims)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  ).run(
    number,
    key,
    stamp,
    guildOf(key),
    entry?.channel ?? null,
    entry?.id ?? null,
    title ?? null,
    version?.article.outlet ?? null,
    version ? folded(`${entry?.id}\n${version.article.title ?? ''}\n${version.article.url ?? ''}`) : null,
    version ? beginningsOf(`${title} ${version.article.outlet ?? ''}`) : null,
    version?.article.contentHash ?? null,
    version?.addedAt ?? null,
    claims.length,
  )
  if (!entry || !version) return
  const place = `${guildTag(entry.guild)} ${channelTag(entry.channel)}`
  const intoClaims = prepared(database, 'INSERT INTO claims (number, entry, id) VALUES (?, ?, ?)')
  const intoWords = prepared(
    database,
    'INSERT INTO claim_words (rowid, tags, names, title, claim, evidence) VALUES (?, ?, ?, ?, ?, ?)',
  )
  const said = new Map<string, { readonly name: string; claims: number }>()
  for (const [i, claim] of claims.entries()) {
    const names = [claim.source, ...claim.via].flatMap((source) => source?.name ?? [])
    // What the claim's wording has already needn't be found twice.
    const worded = new Set(wordsOf(claim.text))
    const evidence = claim.evidence.flatMap(({ words }) => wordsOf(words).filter((word) => !worded.has(word)))
    intoClaims.run(number + 1 + i, number, claim.id)
    intoWords.run(
      number + 1 + i,
      `${place} ${labelTag(claim.certainty)}`,
      names.join(' … '),
      version.article.title ?? '',
      claim.text,
      evidence.join(' '),
    )
    const name = claim.source?.name
    // Whom the article doesn't identify is nobody to be counted across articles.
    if (!name || folded(name) === 'unidentified') continue
    const one = said.get(folded(name)) ?? { name, claims: 0 }
    said.set(folded(name), { ...one, claims: one.claims + 1 })
  }
  const intoSpoken = prepared(database, 'INSERT INTO spoken (entry, folded, claims) VALUES (?, ?, ?)')
  const intoVoices = prepared(
    database,
    `INSERT INTO voices (guild, channel, folded, name, claims, articles) VALUES (?, ?, ?, ?, ?, 1)
    ON CONFLICT DO UPDATE SET name = excluded.name, claims = claims + excluded.claims, articles = articles + 1`,
  )
  for (const [name, one] of said) {
    intoSpoken.run(number, name, one.claims)
    intoVoices.run(entry.guild, entry.channel, name, one.name, one.claims)
  }
}

/** Takes whatever the index holds under a key out of it. */
export function dropRow(database: DatabaseSync, key: string): void {
  const row = prepared(database, 'SELECT number, guild, channel, claims FROM entries WHERE key = ?').get(key)
  if (!row) return
  const { number, guild, channel, claims } = row as { number: number; guild: string; channel: string; claims: number }
  const spoken = prepared(database, 'SELECT folded, claims FROM spoken WHERE entry = ?').all(number)
  for (const { folded, claims } of spoken)
    prepared(
      database,
      `UPDATE voices SET claims = claims - ?, articles = articles - 1 WHERE guild = ? AND channel = ? AND folded = ?`,
    ).run(claims!, guild, channel, folded!)
  if (spoken.length > 0)
    prepared(database, 'DELETE FROM voices WHERE guild = ? AND channel = ? AND articles = 0').run(guild, channel)
  // Whole numbers: by one of JavaScript's own, a full-text table is looked through from beginning to end.
  const [first, last] = [BigInt(number + 1), BigInt(number + claims)]
  prepared(database, 'DELETE FROM claim_words WHERE rowid BETWEEN ? AND ?').run(first, last)
  prepared(database, 'DELETE FROM claims WHERE number BETWEEN ? AND ?').run(number + 1, number + claims)
  prepared(database, 'DELETE FROM spoken WHERE entry = ?').run(number)
  prepared(database, 'DELETE FROM entries WHERE number = ?').run(number)
}

/**
 * The first number of what is added at a time. Numbers grow with time, so that the newest come first without sorting;
 * 1024 to each millisecond.
 *
 * @param time ISO 8601; 0 for none or one that can't be read
 */
export function numberAt(time: string | undefined): number {
  const milliseconds = Date.parse(time ?? '') || 0
  return Math.min(Math.max(milliseconds, 0), 8e12) * 1024
}

// An entry has a number and its claims the next ones; whoever comes second in a millisecond goes after the first.
function freeNumber(database: DatabaseSync, from: number, claims: number): number {
  const before = prepared(
    database,
    'SELECT number + claims AS last FROM entries WHERE number <= ? ORDER BY number DESC LIMIT 1',
  )
  for (let number = from; ; ) {
    const last = (before.get(number + claims)?.last ?? -1) as number
    if (last < number) return number
    number = last + 1
  }
}

/** The headline, or the article's first words. */
function titleOf({ title, text }: { readonly title: string | null; readonly text: string }): string {
  if (title) return title
  const start = text.slice(0, 100).replace(/\s+/g, ' ').trim()
  return text.length <= 100 ? start : `${start.replace(/ [^ ]*$/, '')} …`
}

/** The words of a text without accents, a space before each, so that " abc" finds one that begins so. */
export const beginningsOf = (text: string): string =>
  wordsOf(text.normalize('NFD').replace(/\p{M}/gu, ''))
    .map((word) => ` ${word}`)
    .join('')

/** As names and addresses are compared. */
export const folded = (text: string): string => text.normalize('NFC').toLowerCase()

// Tags are words of the index like others; hex keeps any id one word, and the x at its end keeps it from being stemmed.
const tag = (letter: string, id: string): string => `${letter}${Buffer.from(id).toString('hex')}x`
export const guildTag = (guild: string): string => tag('g', guild)
export const channelTag = (channel: string): string => tag('c', channel)
export const labelTag = (label: string): string => tag('l', label)

const statements = new WeakMap<DatabaseSync, Map<string, ReturnType<DatabaseSync['prepare']>>>()

/** A statement, prepared once for each database. */
export function prepared(database: DatabaseSync, sql: string): ReturnType<DatabaseSync['prepare']> {
  const known = statements.get(database) ?? new Map()
  statements.set(database, known)
  const statement = known.get(sql) ?? database.prepare(sql)
  known.set(sql, statement)
  return statement
}
