import type { DatabaseSync } from 'node:sqlite'
import { beginningsOf, prepared } from './index-rows.ts'
import { type Scope, scopeOf } from './scope.ts'
import type { Suggestion, Viewer } from './types.ts'

const most = 25
/** Of these at most so many are claims, so that headlines have room. */
const mostClaims = 10
const mostWords = 8

/**
 * What somebody may mean who has typed so far: claims and articles whose id begins so, then headlines and outlets with
 * these words or beginnings of words, the newest first; the newest articles when nothing is typed.
 */
export function suggest(database: DatabaseSync, viewer: Viewer, typed: string): readonly Suggestion[] {
  const scope = scopeOf(database, viewer)
  if (!scope) return []
  const found = /\S/.test(typed)
    ? [...byId(database, scope, typed.trim().toLowerCase()), ...byWords(database, scope, beginningsOf(typed))]
    : prepared(database, `SELECT ${fields} FROM entries AS e WHERE ${visible} ORDER BY number DESC LIMIT ${most}`).all(
        scope.guild,
        scope.channels,
      )
  const unique = new Map((found as unknown as Suggestion[]).map((one) => [`${one.entry}/${one.claim ?? ''}`, one]))
  return [...unique.values()].slice(0, most).map((one) => ({ ...one }))
}

const visible = 'e.guild = ? AND e.channel IN (SELECT value FROM json_each(?))'
const entryFields = 'e.id AS entry, e.title, e.outlet, e.added_at AS addedAt'
const fields = `${entryFields}, NULL AS claim`

function byId(database: DatabaseSync, { guild, channels }: Scope, start: string) {
  // Ids are of letters and digits; the character after them all ends the range.
  if (!/^[a-z0-9]{2,10}$/.test(start)) return []
  const range = [start, `${start}~`] as const
  const claims = prepared(
    database,
    `SELECT ${entryFields}, c.id AS claim FROM claims AS c CROSS JOIN entries AS e ON e.number = c.entry
    WHERE c.id >= ? AND c.id < ? AND ${visible} ORDER BY length(c.id), c.number DESC LIMIT ${mostClaims}`,
  ).all(...range, guild, channels)
  const articles = prepared(
    database,
    `SELECT ${fields} FROM entries AS e WHERE e.id >= ? AND e.id < ? AND ${visible} ORDER BY number DESC LIMIT ${most}`,
  ).all(...range, guild, channels)
  return [...claims, ...articles]
}

// Read from the newest on until there are enough; a full-text index is slower at beginnings that fit much.
function byWords(database: DatabaseSync, { guild, channels }: Scope, typed: string) {
  const words = typed.split(' ').slice(1, 1 + mostWords)
  if (words.length === 0) return []
  return prepared(
    database,
    `SELECT ${fields} FROM entries AS e WHERE ${visible} AND ${words.map(() => 'instr(e.beginnings, ?) > 0').join(' AND ')}
    ORDER BY number DESC LIMIT ${most}`,
  ).all(guild, channels, ...words.map((word) => ` ${word}`))
}
