import type { DatabaseSync } from 'node:sqlite'
import { prepared } from './index-rows.ts'
import { type Scope, scopeOf } from './scope.ts'
import type { Counted, Viewer } from './types.ts'

const visible = 'e.guild = ? AND e.channel IN (SELECT value FROM json_each(?))'

/** Keys of the entries that may be seen, the newest first. */
export function newest(
  database: DatabaseSync,
  viewer: Viewer,
  page: number,
  size: number,
): { readonly keys: readonly string[]; readonly total: number } {
  const scope = scopeOf(database, viewer)
  if (!scope) return { keys: [], total: 0 }
  const rows = prepared(
    database,
    `SELECT key FROM entries AS e WHERE ${visible} ORDER BY number DESC LIMIT ? OFFSET ?`,
  ).all(scope.guild, scope.channels, size, page * size)
  return { keys: rows.map(({ key }) => key as string), total: counts(database, viewer).articles }
}

/** How many articles may be seen, and how many claims their newest versions have. */
export function counts(database: DatabaseSync, viewer: Viewer): { readonly articles: number; readonly claims: number } {
  const scope = scopeOf(database, viewer)
  if (!scope) return { articles: 0, claims: 0 }
  const row = prepared(
    database,
    `SELECT count(*) AS articles, coalesce(sum(claims), 0) AS claims FROM entries AS e WHERE ${visible}`,
  ).get(scope.guild, scope.channels)
  return { articles: row?.articles as number, claims: row?.claims as number }
}

/** Sources by how much they say, and how many there are; a name that is spelt in two ways is shown in one of them. */
export function sources(
  database: DatabaseSync,
  viewer: Viewer,
  page: number,
  size: number,
): { readonly sources: readonly Counted[]; readonly total: number } {
  const scope = scopeOf(database, viewer)
  if (!scope) return { sources: [], total: 0 }
  const rows = prepared(
    database,
    `SELECT name, sum(claims) AS claims, sum(articles) AS articles, count(*) OVER () AS total FROM voices AS e
    WHERE ${visible} GROUP BY folded ORDER BY claims DESC, articles DESC, folded LIMIT ? OFFSET ?`,
  ).all(scope.guild, scope.channels, size, page * size)
  const total = rows[0]?.total ?? count(database, scope)
  return {
    sources: rows.map(({ name, claims, articles }) => ({ name, claims, articles }) as Counted),
    total: total as number,
  }
}

/** How many sources there are, for a page after the last. */
const count = (database: DatabaseSync, { guild, channels }: Scope): number =>
  prepared(database, `SELECT count(DISTINCT folded) AS total FROM voices AS e WHERE ${visible}`).get(guild, channels)
    ?.total as number

/** The key of an entry by its id, or null; with a channel that the viewer has, also for a record that can't be read now. */
export function keyOfEntry(database: DatabaseSync, viewer: Viewer, id: string): string | null {
  return first(database, viewer, `SELECT key FROM entries AS e WHERE ${visible} AND e.id = ?`, id)
}

/** The key of the newest entry whose newest version has this text, or null. */
export function keyOfText(database: DatabaseSync, viewer: Viewer, hash: string): string | null {
  return first(
    database,
    viewer,
    `SELECT key FROM entries AS e WHERE ${visible} AND e.hash = ? ORDER BY number DESC LIMIT 1`,
    hash,
  )
}

/** The key of the newest entry that has a claim with this id, or null. */
export function keyOfClaim(database: DatabaseSync, viewer: Viewer, claim: string): string | null {
  return first(
    database,
    viewer,
    `SELECT key FROM claims AS c CROSS JOIN entries AS e ON e.number = c.entry
    WHERE ${visible} AND c.id = ? ORDER BY c.number DESC LIMIT 1`,
    claim,
  )
}

function first(database: DatabaseSync, viewer: Viewer, sql: string, value: string): string | null {
  const scope = scopeOf(database, viewer)
  const row = scope && prepared(database, sql).get(scope.guild, scope.channels, value)
  return (row?.key as string | undefined) ?? null
}
