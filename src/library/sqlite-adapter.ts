import { EventEmitter } from 'node:events'
import type { DatabaseSync } from 'node:sqlite'
import type { KeyvStoreAdapter } from 'keyv'
import { inTransaction, logAhead, markOf, openDatabase, unlocked } from './sqlite.ts'
import { stampOf } from './stamp.ts'

/** A value to be kept under a key. */
interface Pair {
  readonly key: string
  readonly value: string
}

/** Keeps keyv's values in a SQLite file. What fails is thrown, nothing is kept by half. */
export class SqliteAdapter extends EventEmitter implements KeyvStoreAdapter {
  readonly opts: { readonly dialect: 'sqlite'; readonly url: string }
  namespace?: string | undefined
  readonly #file: string
  #database: DatabaseSync | null = null
  #mark: string | null = null

  /** @param file a path, or ":memory:" */
  constructor(file: string) {
    super()
    this.#file = file
    this.opts = { dialect: 'sqlite', url: `sqlite://${file}` }
  }

  // Keyv names its type parameter for what is inside the value; here it is text all along.
  async get<Value>(key: string): Promise<Value | undefined> {
    return this.#run((database) => {
      const row = database.prepare('SELECT value FROM kept WHERE key = ?').get(key)
      return row?.value as Value | undefined
    })
  }

  async getMany<Value>(keys: string[]): Promise<(Value | undefined)[]> {
    return this.#run((database) => {
      const one = database.prepare('SELECT value FROM kept WHERE key = ?')
      return keys.map((key) => one.get(key)?.value as Value | undefined)
    })
  }

  async set(key: string, value: string): Promise<void> {
    await this.setMany([{ key, value }])
  }

  async setMany(pairs: Pair[]): Promise<void> {
    await this.#run((database) =>
      inTransaction(database, 'IMMEDIATE', () => {
        const upsert = database.prepare(
          `INSERT INTO kept (key, stamp, value) VALUES (?, ?, ?)
          ON CONFLICT (key) DO UPDATE SET stamp = excluded.stamp, value = excluded.value`,
        )
        for (const { key, value } of pairs) upsert.run(key, stampOf(value), value)
      }),
    )
  }

  async delete(key: string): Promise<boolean> {
    return this.#run((database) => database.prepare('DELETE FROM kept WHERE key = ?').run(key).changes > 0)
  }

  async deleteMany(keys: string[]): Promise<boolean> {
    const gone = await this.#run((database) =>
      inTransaction(database, 'IMMEDIATE', () => {
        const one = database.prepare('DELETE FROM kept WHERE key = ?')
        return keys.map((key) => one.run(key).changes > 0)
      }),
    )
    return gone.every(Boolean)
  }

  /** Everything of this adapter's namespace, and nothing of one whose name only begins like it. */
  async clear(): Promise<void> {
    const prefix = prefixOf(this.namespace)
    await this.#run((database) =>
      database.prepare('DELETE FROM kept WHERE substr(key, 1, ?) = ?').run(prefix.length, prefix),
    )
  }

  /** Key and value of all of a namespace, in order of key; what is written meanwhile may or may not be among them. */
  async *iterator<Value>(namespace?: string): AsyncGenerator<[string, Value], void> {
    const prefix = prefixOf(namespace)
    let last = prefix
    for (;;) {
      const rows = await this.#run((database) =>
        database
          .prepare('SELECT key, value FROM kept WHERE key > ? AND substr(key, 1, ?) = ? ORDER BY key LIMIT 200')
          .all(last, prefix.length, prefix),
      )
      for (const { key, value } of rows) yield [key as string, value as Value]
      if (rows.length < 200) return
      last = rows.at(-1)!.key as string
    }
  }

  /** Key and stamp of all of a namespace, without reading the values. */
  async stamps(namespace: string): Promise<readonly (readonly [key: string, stamp: string])[]> {
    const prefix = prefixOf(namespace)
    return this.#run((database) =>
      database
        .prepare('SELECT key, stamp FROM kept WHERE substr(key, 1, ?) = ?')
        .all(prefix.length, prefix)
        .map(({ key, stamp }) => [key as string, stamp as string] as const),
    )
  }

  async disconnect(): Promise<void> {
    this.#database?.close()
    this.#database = null
  }

  async #run<Value>(work: (database: DatabaseSync) => Value): Promise<Value> {
    return unlocked(() => work(this.#open()))
  }

  // An open file that was moved away would go on taking what is written, and lose it.
  #open(): DatabaseSync {
    const onDisk = this.#file !== ':memory:'
    if (this.#database && onDisk) {
      const mark = markOf(this.#file)
      if (mark === null) throw new Error('the file is gone')
      if (mark !== this.#mark) {
        this.#database.close()
        this.#database = null
      }
    }
    if (this.#database) return this.#database
    const database = openDatabase(this.#file)
    try {
      logAhead(database)
      // The stamp stands before the value, so that reading it doesn't touch the pages the value runs over.
      database.exec(
        'CREATE TABLE IF NOT EXISTS kept (key TEXT PRIMARY KEY, stamp TEXT NOT NULL, value TEXT NOT NULL) STRICT',
      )
    } catch (error) {
      database.close()
      throw error
    }
    this.#mark = markOf(this.#file)
    this.#database = database
    return database
  }
}

const prefixOf = (namespace: string | undefined): string => (namespace ? `${namespace}:` : '')
