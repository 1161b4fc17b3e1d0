import { renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { DatabaseSync } from 'node:sqlite'
import { inTransaction, isDamaged, logAhead, markOf, openDatabase, unlocked } from './sqlite.ts'
import { type Index, storeError } from './store-address.ts'

/** What the library finds things in: a SQLite file, derived from the store and made anew from it when need be. */
export interface SearchIndex {
  /** Looks something up, in one transaction. */
  readonly read: <Value>(work: (database: DatabaseSync) => Value) => Promise<Value>
  /** Changes something, in one transaction. */
  readonly write: <Value>(work: (database: DatabaseSync) => Value) => Promise<Value>
  /** Deletes what was set aside when it was found damaged: it holds texts, too. */
  readonly discard: () => void
  readonly close: () => void
}

// Counts up when the tables change; an index of another make is made anew.
const make = 1

// How much of the file may be looked at where it lies, in bytes; much quicker than reading it page by page.
const mapped = 1 << 30

// `number` orders by time: see numbers.ts. Channel is null for a record that can't be read.
const tables = `
  CREATE TABLE entries (
    number INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE, stamp TEXT NOT NULL, guild TEXT NOT NULL, channel TEXT,
    id TEXT, title TEXT, outlet TEXT, sought TEXT, beginnings TEXT, hash TEXT, added_at TEXT, claims INTEGER NOT NULL
  ) STRICT;
  CREATE INDEX entries_by_channel ON entries (guild, channel, number, claims);
  CREATE INDEX entries_by_time ON entries (guild, number, channel);
  CREATE INDEX entries_by_id ON entries (guild, id);
  CREATE INDEX entries_by_hash ON entries (guild, hash);
  CREATE TABLE claims (number INTEGER PRIMARY KEY, entry INTEGER NOT NULL, id TEXT NOT NULL) STRICT;
  CREATE INDEX claims_by_id ON claims (id, entry);
  CREATE INDEX claims_by_entry ON claims (entry);
  CREATE TABLE spoken (
    entry INTEGER NOT NULL, folded TEXT NOT NULL, claims INTEGER NOT NULL, PRIMARY KEY (entry, folded)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE voices (
    guild TEXT NOT NULL, channel TEXT NOT NULL, folded TEXT NOT NULL, name TEXT NOT NULL,
    claims INTEGER NOT NULL, articles INTEGER NOT NULL, PRIMARY KEY (guild, channel, folded)
  ) STRICT, WITHOUT ROWID;
  CREATE VIRTUAL TABLE claim_words USING fts5 (
    tags, names, title, claim, evidence, tokenize = "porter unicode61 remove_diacritics 2"
  );
  INSERT INTO claim_words (claim_words, rank) VALUES ('secure-delete', 1);
  INSERT INTO claim_words (claim_words, rank) VALUES ('hashsize', 16777216);
  PRAGMA user_version = ${make};
`

/**
 * Opens the index in `home`, an empty one where there is none or another make's. One that turns out to be damaged, now
 * or later, is set aside and made anew.
 *
 * @param refill fills an index that was made anew while it was in use; it may write, but not through what is returned here
 */
export async function openSearchIndex(
  home: string,
  refill: (index: SearchIndex) => Promise<void>,
): Promise<SearchIndex> {
  const file = join(home, 'search.sqlite')
  const aside = `${file}.damaged`
  const place: Index = { kind: 'Search index', place: file }
  let database: DatabaseSync | null = null
  let mark: string | null = null

  function open(): DatabaseSync {
    if (database && markOf(file) === mark) return database
    close()
    let opened = openDatabase(file)
    try {
      logAhead(opened)
      // A power cut may leave it damaged, and then it is made anew.
      opened.exec(`PRAGMA synchronous = OFF; PRAGMA mmap_size = ${mapped}; PRAGMA cache_size = -16000`)
      const found = Number(opened.prepare('PRAGMA user_version').get()?.user_version)
      if (found !== make && opened.prepare('SELECT 1 FROM sqlite_schema').get()) {
        opened.close()
        clearAway((path) => rmSync(path, { force: true }))
        opened = openDatabase(file)
        logAhead(opened)
      }
      if (found !== make) inTransaction(opened, 'IMMEDIATE', () => opened.exec(tables))
      // Left off where a process ended while it forgot many.
      const wiping = opened.prepare("SELECT v FROM claim_words_config WHERE k = 'secure-delete'").get()?.v
      if (wiping !== 1) opened.exec("INSERT INTO claim_words (claim_words, rank) VALUES ('secure-delete', 1)")
    } catch (error) {
      opened.close()
      throw error
    }
    mark = markOf(file)
    database = opened
    return opened
  }

  function close(): void {
    database?.close()
    database = null
  }

  function clearAway(dispose: (path: string) => void): void {
    dispose(file)
    for (const part of ['-wal', '-shm']) rmSync(`${file}${part}`, { force: true })
  }

  async function tried<Value>(work: () => Value): Promise<Value> {
    try {
      return await unlocked(work)
    } catch (error) {
      throw storeError(place, error)
    }
  }

  const bare = {
    read: <Value>(work: (database: DatabaseSync) => Value) =>
      tried(() => {
        const opened = open()
        return inTransaction(opened, 'DEFERRED', () => work(opened))
      }),
    write: <Value>(work: (database: DatabaseSync) => Value) =>
      tried(() => {
        const opened = open()
        return inTransaction(opened, 'IMMEDIATE', () => work(opened))
      }),
    discard: () => rmSync(aside, { force: true }),
    close,
  }

  async function mended<Value>(work: () => Promise<Value>): Promise<Value> {
    const before = mark
    try {
      const value = await work()
      // Somebody took the file away: what is there now is empty, and so is the answer.
      if (before === null || mark === before) return value
    } catch (error) {
      if (!isDamaged(error instanceof Error ? error.cause : error)) throw error
      close()
      await tried(() => clearAway((path) => renameSync(path, aside)))
    }
    await refill(bare)
    return work()
  }

  await mended(() => bare.read(() => {}))
  return {
    ...bare,
    read: (work) => mended(() => bare.read(work)),
    write: (work) => mended(() => bare.write(work)),
  }
}
