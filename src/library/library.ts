import { mkdirSync } from 'node:fs'
import { finding } from './finding.ts'
import { keeping } from './keeping.ts'
import { mutex } from './mutex.ts'
import { refill } from './refill.ts'
import { openSearchIndex } from './search-index.ts'
import { openStore } from './store.ts'
import { storeError } from './store-address.ts'
import type { Library } from './types.ts'

/** Where a library lies. */
export interface Place {
  /** '' for a SQLite file in `home`; sqlite://, redis:// or postgres:// */
  readonly store: string
  /** Folder of the search index, and of the SQLite file; made when missing, for the owner alone. */
  readonly home: string
  /** Keeps libraries in one Redis or one database apart; letters. */
  readonly namespace?: string
  /** Takes a sentence for the log, such as which records can't be read and were left alone. */
  readonly remark?: (sentence: string) => void
}

/**
 * Opens the library and brings its search index to what the store holds.
 *
 * @throws StoreError when the store can't be opened
 */
export async function openLibrary({ store: url, home, namespace, remark }: Place): Promise<Library> {
  const store = await openStore(url, madeFolder(home), namespace)
  const left = (keys: readonly string[]) => {
    if (keys.length === 0) return
    const named = `${keys.slice(0, 5).join(', ')}${keys.length > 5 ? ' …' : ''}`
    remark?.(`Records of the library that can't be read and were left as they are: ${keys.length} (${named}).`)
  }
  try {
    const index = await openSearchIndex(home, async (bare) => left(await refill(bare, store)))
    try {
      left(await refill(index, store))
      const room = { store, index, inTurn: mutex(), behind: new Set<string>(), remark: remark ?? (() => {}) }
      return {
        ...keeping(room),
        ...finding(room),
        async close() {
          index.close()
          await store.close()
        },
      }
    } catch (error) {
      index.close()
      throw error
    }
  } catch (error) {
    await store.close().catch(() => {})
    throw error
  }
}

function madeFolder(home: string): string {
  try {
    mkdirSync(home, { recursive: true, mode: 0o700 })
    return home
  } catch (error) {
    throw storeError({ kind: 'Search index', place: home }, error)
  }
}
