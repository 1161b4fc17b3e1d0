import { chmodSync, existsSync, mkdirSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { setTimeout as sleep } from 'node:timers/promises'

/** How long to wait for a file that another process has locked, in ms. */
export const patience = 3000

/** Opens a SQLite file for reading and writing, and makes it and its folder where they are missing, for the owner alone. */
export function openDatabase(file: string): DatabaseSync {
  const inMemory = file === ':memory:'
  const fresh = !inMemory && !existsSync(file)
  if (fresh) mkdirSync(dirname(file), { recursive: true, mode: 0o700 })
  const database = new DatabaseSync(file)
  try {
    // Short, because it blocks the process; whoever calls tries again without blocking.
    database.exec('PRAGMA busy_timeout = 50; PRAGMA secure_delete = ON')
    if (fresh) chmodSync(file, 0o600)
    return database
  } catch (error) {
    database.close()
    throw error
  }
}

/** Tells a file from another in its place, or null where there is none; a number of the disk alone is soon used again. */
export function markOf(file: string): string | null {
  const found = statSync(file, { bigint: true, throwIfNoEntry: false })
  return found ? `${found.ino} ${found.birthtimeNs}` : null
}

/** Write-ahead logging: readers don't wait for the writer. Throws when the file is locked. */
export function logAhead(database: DatabaseSync): void {
  database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL')
}

/** All in one transaction, or nothing. `mode` is "IMMEDIATE" where it writes. */
export function inTransaction<Value>(database: DatabaseSync, mode: 'DEFERRED' | 'IMMEDIATE', work: () => Value): Value {
  database.exec(`BEGIN ${mode}`)
  try {
    const value = work()
    database.exec('COMMIT')
    return value
  } catch (error) {
    if (database.isTransaction) database.exec('ROLLBACK')
    throw error
  }
}

/** Tries again while another process has the file locked, without holding this one up, for {@link patience} at most. */
export async function unlocked<Value>(work: () => Value): Promise<Value> {
  const end = Date.now() + patience
  for (;;) {
    try {
      return work()
    } catch (error) {
      if (!isLocked(error) || Date.now() > end) throw error
    }
    await sleep(20)
  }
}

/** SQLITE_BUSY or SQLITE_LOCKED. */
export const isLocked = (error: unknown): boolean => [5, 6].includes(codeOf(error))

/** SQLITE_CORRUPT, SQLITE_NOTADB, or a table that should be there and isn't. */
export const isDamaged = (error: unknown): boolean =>
  [11, 26].includes(codeOf(error)) || (error instanceof Error && /^no such (?:table|column)/.test(error.message))

/** SQLite's primary result code, see sqlite.org/rescode.html; 0 when the error isn't SQLite's. */
export function codeOf(error: unknown): number {
  const code = error instanceof Error && 'errcode' in error ? Number(error.errcode) : 0
  return code & 0xff
}
