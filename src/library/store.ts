import { setTimeout as sleep } from 'node:timers/promises'
import { KeyvPostgres } from '@keyv/postgres'
import KeyvRedis from '@keyv/redis'
import { Keyv, type KeyvStoreAdapter } from 'keyv'
import { SqliteAdapter } from './sqlite-adapter.ts'
import { stampOf } from './stamp.ts'
import { type Address, addressOf, closedError, storeError } from './store-address.ts'

/** Texts under keys. Every method rejects with `StoreError` when the store fails, and works again when it is back. */
export interface Store {
  readonly address: Address
  /** Null for none. */
  readonly get: (key: string) => Promise<string | null>
  readonly getMany: (keys: readonly string[]) => Promise<readonly (string | null)[]>
  /** Kept when it resolves; when it rejects, the old value stands. */
  readonly set: (key: string, value: string) => Promise<void>
  /** All of them or none. */
  readonly setMany: (pairs: readonly { readonly key: string; readonly value: string }[]) => Promise<void>
  /** False when there was none. */
  readonly delete: (key: string) => Promise<boolean>
  /** All whose key begins so, in no order, each once. */
  readonly iterate: (prefix: string) => AsyncGenerator<readonly [key: string, value: string], void>
  /** Every key with what tells its value from another. */
  readonly stamps: () => Promise<ReadonlyMap<string, string>>
  readonly close: () => Promise<void>
}

// How long an answer may take, in ms; connecting has less, so that its own reason comes first.
const answerWithin = 5000
const connectWithin = 3000
const closeWithin = 1000

/**
 * Opens a store and looks whether it answers. The only door to keyv.
 *
 * @param url '' for a SQLite file in `home`; sqlite://, redis://, rediss://, postgres:// or postgresql://
 * @param home folder, made when missing
 * @param namespace letters; what keeps these keys apart from others in the same Redis or table
 */
export async function openStore(url: string, home: string, namespace = 'hearsay'): Promise<Store> {
  const address = addressOf(url, home)
  const { adapter, ready, prefixed } = adapterFor(address, namespace)
  // What a client reports meanwhile often says more than what the request itself throws.
  let reported: readonly unknown[] = []
  let reports = 0
  let closed = false
  const keyv = new Keyv<string>({
    store: adapter,
    namespace,
    throwOnErrors: true,
    useKeyPrefix: !prefixed,
    // Texts as they are: a torn value must come back as it lies there, not break the reading of its neighbours.
    serialize: ({ value }) => String(value),
    deserialize: (text) => ({ value: text as never, expires: undefined }),
  })
  keyv.on('error', (error: unknown) => {
    reported = [...reported, error].slice(0, 10)
    reports += 1
  })

  async function asked<Value>(work: () => Promise<Value>): Promise<Value> {
    if (closed) throw closedError(address)
    reported = []
    let timer: NodeJS.Timeout | undefined
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(new Error('no answer in time')), answerWithin)
    })
    try {
      return await Promise.race([ready().then(work), late])
    } catch (error) {
      throw storeError(address, error, reported)
    } finally {
      clearTimeout(timer)
    }
  }

  async function* iterate(prefix: string): AsyncGenerator<readonly [string, string], void> {
    const all = keyv.iterator!(undefined)
    const seen = new Set<string>()
    for (;;) {
      const before = reports
      const next = await asked<IteratorResult<[string, string]>>(() => all.next())
      // An adapter that fails while iterating may only report it and end, as if that were all.
      if (reports > before) throw storeError(address, reported[0], reported)
      if (next.done) return
      const [key, value] = next.value
      if (typeof value !== 'string' || !key.startsWith(prefix) || seen.has(key)) continue
      seen.add(key)
      yield [key, value]
    }
  }

  const store: Store = {
    address,
    get: (key) => asked(async () => (await keyv.get<string>(key)) ?? null),
    getMany: (keys) =>
      keys.length === 0
        ? Promise.resolve([])
        : asked(async () => (await keyv.getMany<string>([...keys])).map((value) => value ?? null)),
    set: (key, value) => asked(async () => void (await keyv.set(key, value))),
    setMany: (pairs) => asked(async () => void (await keyv.setMany([...pairs]))),
    delete: (key) => asked(() => keyv.delete(key)),
    iterate,
    async stamps() {
      if (adapter instanceof SqliteAdapter) {
        const stamps = await asked(() => adapter.stamps(namespace))
        return new Map(stamps.map(([key, stamp]) => [key.slice(namespace.length + 1), stamp]))
      }
      const stamps = new Map<string, string>()
      for await (const [key, value] of iterate('')) stamps.set(key, stampOf(value))
      return stamps
    },
    async close() {
      if (closed) return
      closed = true
      try {
        await Promise.race([keyv.disconnect(), sleep(closeWithin, undefined, { ref: false })])
      } catch (error) {
        throw storeError(address, error)
      }
    },
  }
  try {
    await store.get('is-it-there')
    // PostgreSQL reports a table it may not make, and goes on.
    if (reports > 0) throw storeError(address, reported[0], reported)
    return store
  } catch (error) {
    await store.close().catch(() => {})
    throw error
  }
}

interface Opened {
  readonly adapter: KeyvStoreAdapter
  /** Connects where that isn't done yet. */
  readonly ready: () => Promise<unknown>
  /** Whether the adapter itself puts the namespace before each key. */
  readonly prefixed: boolean
}

function adapterFor({ kind, url, place }: Address, namespace: string): Opened {
  if (kind === 'Redis') return redis(url)
  if (kind === 'PostgreSQL') return postgres(url, namespace)
  return { adapter: new SqliteAdapter(place), ready: async () => {}, prefixed: false }
}

function redis(url: string): Opened {
  const adapter = new KeyvRedis(
    // Never by itself: it would keep requests waiting for as long as the server is away. The next request connects.
    { url, disableOfflineQueue: true, socket: { reconnectStrategy: false, connectTimeout: connectWithin } },
    { throwOnErrors: true, throwOnConnectError: true, connectionTimeout: connectWithin },
  )
  let connecting: Promise<unknown> | null = null
  const ready = async () => {
    if (adapter.client.isOpen && !connecting) return
    // All who come meanwhile wait for the one connection.
    connecting ??= adapter.getClient().finally(() => {
      connecting = null
    })
    await connecting
  }
  return { adapter: adapter as unknown as KeyvStoreAdapter, ready, prefixed: true }
}

function postgres(url: string, namespace: string): Opened {
  const settings = {
    uri: url,
    table: namespace,
    iterationLimit: 200,
    connectionTimeoutMillis: connectWithin,
    query_timeout: answerWithin,
    allowExitOnIdle: true,
    // The pool has no other way in, and an idle connection that breaks would end the process: nobody listens.
    log(this: NodeJS.EventEmitter) {
      if (this.listenerCount('error') === 0) this.on('error', () => {})
    },
  }
  return { adapter: new KeyvPostgres(settings) as unknown as KeyvStoreAdapter, ready: async () => {}, prefixed: false }
}
