/** The file that a loopback's messages are kept in: SQLite. */
import { closeSync, existsSync, mkdirSync, openSync, renameSync } from 'node:fs'
import { dirname } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { readRows } from './kept-rows.ts'
import type { KeptAttachment, KeptMessage, StoredMessage } from './world.ts'

/** How much a file holds at most. */
export interface Most {
  readonly messages: number
  /** Of all attached files together. */
  readonly bytes: number
}

export interface KeptFile {
  /** Oldest first. Addresses of attachments lead to the origin it was opened with. */
  readonly messages: readonly KeptMessage[]
  /** How many messages can't be read. They stay in the file until others need their room. */
  readonly unreadable: number
  /**
   * All of it, or nothing. Then some go until no more is left than may be: first what isn't shown, as it's of a channel
   * that is gone or can't be read, then the oldest. Throws SQLite's error.
   *
   * @param put new and changed messages, each with the files that aren't in there yet
   * @param gone ids of messages
   * @param shown ids of all messages that are in a channel
   */
  write(
    put: readonly {
      readonly message: Pick<StoredMessage, 'raw' | 'onlyFor' | 'notified'>
      readonly files: readonly KeptAttachment[]
    }[],
    gone: readonly string[],
    shown: readonly string[],
  ): void
  close(): void
}

/** What stands in the file isn't what was kept there. `message` is a fragment. */
export class DamagedError extends Error {
  override readonly name = 'DamagedError'
}

const version = 1
const schema = `
  CREATE TABLE IF NOT EXISTS messages (
    id TEXT PRIMARY KEY, only_for TEXT, notified TEXT NOT NULL, origin TEXT NOT NULL, raw TEXT NOT NULL
  ) STRICT;
  CREATE TABLE IF NOT EXISTS files (
    id TEXT PRIMARY KEY, message TEXT NOT NULL, name TEXT NOT NULL, content_type TEXT NOT NULL, bytes BLOB NOT NULL
  ) STRICT;
  CREATE INDEX IF NOT EXISTS files_of ON files (message);
  PRAGMA user_version = ${version};`

/**
 * Opens a file as its owner left it; where there is none, an empty one for the owner alone.
 *
 * @param origin where attachments are served now: `http://127.0.0.1:PORT`
 * @throws DamagedError for what is no such file, the error of Node or SQLite where it can't be opened
 */
export function openKeptFile(path: string, origin: string, most: Most): KeptFile {
  if (!existsSync(path)) makeNew(path)
  const database = new DatabaseSync(path)
  try {
    database.exec('PRAGMA busy_timeout = 100; PRAGMA secure_delete = ON; PRAGMA synchronous = NORMAL')
    makeSure(database)
    return {
      ...readRows(database, origin),
      write: (put, gone, shown) =>
        inTransaction(database, () => {
          write(database, origin, put, gone)
          trim(database, most, shown)
        }),
      close: () => {
        if (database.isOpen) database.close()
      },
    }
  } catch (error) {
    database.close()
    throw isDamaged(error) ? new DamagedError(error instanceof Error ? error.message : 'damaged') : error
  }
}

function makeNew(path: string): void {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
  closeSync(openSync(path, 'a', 0o600))
}

/** Puts a file out of the way, with what SQLite left beside it, and gives its new path. Throws Node's error. */
export function setAside(path: string): string {
  let aside = `${path}.damaged`
  for (let count = 2; existsSync(aside); count += 1) aside = `${path}.damaged-${count}`
  renameSync(path, aside)
  // It belongs to that file, and would be played into the next one.
  if (existsSync(`${path}-journal`)) renameSync(`${path}-journal`, `${aside}-journal`)
  return aside
}

/** Whether another process holds the file right now. */
export const isLocked = (error: unknown): boolean => [5, 6].includes(codeOf(error))

// SQLITE_CORRUPT and SQLITE_NOTADB, and a table that isn't as it should be.
const isDamaged = (error: unknown): boolean =>
  [11, 26].includes(codeOf(error)) ||
  error instanceof DamagedError ||
  (error instanceof Error && /no such (?:table|column)|has no column/.test(error.message))

const codeOf = (error: unknown): number =>
  (error instanceof Error && 'errcode' in error ? Number(error.errcode) : 0) & 0xff

function makeSure(database: DatabaseSync): void {
  const found = Number(database.prepare('PRAGMA user_version').get()?.user_version)
  if (found !== 0 && found !== version) throw new DamagedError(`version ${found} in place of ${version}`)
  const [problem] = Object.values(database.prepare('PRAGMA quick_check(1)').get() ?? {})
  if (problem !== 'ok') throw new DamagedError(String(problem).replaceAll('\n', ' '))
  if (found === 0) database.exec(schema)
}

function write(
  database: DatabaseSync,
  origin: string,
  put: Parameters<KeptFile['write']>[0],
  gone: readonly string[],
): void {
  const message = database.prepare(
    'INSERT OR REPLACE INTO messages (id, only_for, notified, origin, raw) VALUES (?, ?, ?, ?, ?)',
  )
  const file = database.prepare(
    'INSERT OR IGNORE INTO files (id, message, name, content_type, bytes) VALUES (?, ?, ?, ?, ?)',
  )
  const left = database.prepare('DELETE FROM files WHERE message = ? AND id NOT IN (SELECT value FROM json_each(?))')
  for (const { message: one, files } of put) {
    const { id, attachments } = one.raw
    message.run(id, one.onlyFor, JSON.stringify(one.notified), origin, JSON.stringify(one.raw))
    for (const { id: fileId, name, contentType, bytes } of files) file.run(fileId, id, name, contentType, bytes)
    left.run(id, JSON.stringify(attachments.map((attachment) => attachment.id)))
  }
  const remove = database.prepare('DELETE FROM messages WHERE id = ?')
  for (const id of gone) remove.run(id)
}

function trim(database: DatabaseSync, most: Most, shown: readonly string[]): void {
  const ids = JSON.stringify(shown)
  database
    .prepare(
      `DELETE FROM messages WHERE id NOT IN (
        SELECT id FROM messages
        ORDER BY id IN (SELECT value FROM json_each(?)) DESC, length(id) DESC, id DESC LIMIT ?)`,
    )
    .run(ids, most.messages)
  database.exec('DELETE FROM files WHERE message NOT IN (SELECT id FROM messages)')
  database
    .prepare(
      `DELETE FROM files WHERE id IN (SELECT id FROM (
        SELECT id, sum(length(bytes)) OVER (
          ORDER BY message IN (SELECT value FROM json_each(?)) DESC, length(id) DESC, id DESC
        ) AS total FROM files
      ) WHERE total > ?)`,
    )
    .run(ids, most.bytes)
}

function inTransaction(database: DatabaseSync, work: () => void): void {
  database.exec('BEGIN IMMEDIATE')
  try {
    work()
    database.exec('COMMIT')
  } catch (error) {
    if (database.isTransaction) database.exec('ROLLBACK')
    throw error
  }
}
