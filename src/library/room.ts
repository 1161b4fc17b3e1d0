import { dropRow, putRow } from './index-rows.ts'
import type { Mutex } from './mutex.ts'
import { rowOf } from './refill.ts'
import type { SearchIndex } from './search-index.ts'
import type { Store } from './store.ts'

/** What the library works with. */
export interface Room {
  readonly store: Store
  readonly index: SearchIndex
  /** For whoever reads, changes and writes a record. */
  readonly inTurn: Mutex
  /** Keys whose record the index couldn't take in when it was kept. */
  readonly behind: Set<string>
  /** Takes a sentence for the log. */
  readonly remark: (sentence: string) => void
}

/**
 * Brings one record into the index, or out of it. It never fails: what is in the store is kept, and the index catches up
 * before it is next asked.
 *
 * @param value as it is in the store now, or null when it isn't there any more
 */
export async function indexed({ index, ...room }: Room, key: string, value: string | null): Promise<void> {
  try {
    const row = value === null ? null : rowOf(key, value)
    await index.write((database) => (row ? putRow(database, row) : dropRow(database, key)))
    room.behind.delete(key)
  } catch (error) {
    fallenBehind(room, [key], error)
  }
}

/** Notes what the index couldn't take in or let go of, and why. */
export function fallenBehind(
  { behind, remark }: Pick<Room, 'behind' | 'remark'>,
  keys: readonly string[],
  error: unknown,
) {
  for (const key of keys) behind.add(key)
  const reason = error instanceof Error ? error.message : 'no reason given'
  remark(`The search index has to catch up with ${keys.length} of the library's records, which are kept. ${reason}`)
}

/** Brings in what the index couldn't take before. */
export async function caughtUp(room: Room): Promise<void> {
  for (const key of [...room.behind]) await room.inTurn(key, async () => indexed(room, key, await room.store.get(key)))
}
