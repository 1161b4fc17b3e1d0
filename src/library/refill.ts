import { dropRow, prepared, putRow, type Row } from './index-rows.ts'
import { entryOf, read } from './records.ts'
import type { SearchIndex } from './search-index.ts'
import { stampOf } from './stamp.ts'
import type { Store } from './store.ts'

const atOnce = 500

/**
 * Brings the index to what the store holds: only what differs is read again. What somebody else changes in the index
 * meanwhile is newer, and stays.
 *
 * @returns keys of records that can't be read; they are left alone
 */
export async function refill(index: Pick<SearchIndex, 'read' | 'write'>, store: Store): Promise<readonly string[]> {
  const { held, broken } = await index.read((database) => ({
    held: new Map(
      prepared(database, 'SELECT key, stamp FROM entries')
        .all()
        .map(({ key, stamp }) => [key as string, stamp as string] as const),
    ),
    broken: prepared(database, 'SELECT key FROM entries WHERE channel IS NULL')
      .all()
      .map(({ key }) => key as string),
  }))
  const stamps = await store.stamps()
  const unreadable = new Set(broken.filter((key) => stamps.get(key) === held.get(key)))
  const gone = [...held.keys()].filter((key) => !stamps.has(key))
  const differing = [...stamps].filter(([key, stamp]) => held.get(key) !== stamp).map(([key]) => key)
  if (gone.length > 0)
    await index.write((database) => {
      for (const key of gone) if (stampIn(database, key) === held.get(key)) dropRow(database, key)
    })
  for (let i = 0; i < differing.length; i += atOnce) {
    const keys = differing.slice(i, i + atOnce)
    const values = await store.getMany(keys)
    const rows = keys.flatMap((key, k) => {
      const value = values[k] ?? null
      return value === null ? [] : [rowOf(key, value)]
    })
    for (const { key, entry } of rows) if (!entry) unreadable.add(key)
    // In order of time, which the index is quicker to take in.
    const sorted = rows.sort((a, b) => (timeOf(a) < timeOf(b) ? -1 : 1))
    await index.write((database) => {
      for (const row of sorted) if (stampIn(database, row.key) === held.get(row.key)) putRow(database, row)
    })
  }
  return [...unreadable].sort()
}

/** What the index takes of a record. */
export function rowOf(key: string, value: string): Row {
  const kept = read(key, value)
  return { key, stamp: stampOf(value), entry: kept && entryOf(kept) }
}

const timeOf = ({ entry }: Row): string => entry?.versions.at(-1)?.addedAt ?? ''

function stampIn(database: Parameters<typeof dropRow>[0], key: string): string | undefined {
  return prepared(database, 'SELECT stamp FROM entries WHERE key = ?').get(key)?.stamp as string | undefined
}
