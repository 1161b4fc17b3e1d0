import type { DatabaseSync } from 'node:sqlite'
import { counts, keyOfClaim, keyOfEntry, keyOfText, newest, sources } from './listing.ts'
import { entryOf, read, unreadable } from './records.ts'
import { caughtUp, type Room } from './room.ts'
import { search } from './search.ts'
import { suggest } from './suggest.ts'
import type { Entry, Found, Library, Viewer } from './types.ts'

type Finding = Omit<Library, 'add' | 'linkTo' | 'remove' | 'forgetGuild' | 'forgetChannel' | 'channels' | 'close'>

const largestPage = 25

/** The half of the library that answers: the index says what, the store gives it, and both ask who may see it. */
export function finding(room: Room): Finding {
  const { store, index } = room

  async function asked<Value>(work: (database: DatabaseSync) => Value): Promise<Value> {
    await caughtUp(room)
    return index.read(work)
  }

  /** Entries by their keys, without those that are gone meanwhile or can't be read. */
  async function entriesAt(viewer: Viewer, keys: readonly string[]): Promise<ReadonlyMap<string, Entry>> {
    const unique = [...new Set(keys)]
    const values = await store.getMany(unique)
    return new Map(
      unique.flatMap((key, i) => {
        const value = values[i] ?? null
        const kept = value === null ? null : read(key, value)
        return kept && maySee(viewer, kept) ? [[key, entryOf(kept)] as const] : []
      }),
    )
  }

  /** The entry that the index names. Throws when the viewer may see it and it can't be read. */
  async function entryAt(viewer: Viewer, key: string | null): Promise<Entry | null> {
    const value = key && (await store.get(key))
    if (!key || !value) return null
    const kept = read(key, value)
    if (!kept) throw unreadable(store.address, key, value)
    return maySee(viewer, kept) ? entryOf(kept) : null
  }

  const byClaim = (database: DatabaseSync, viewer: Viewer, id: string): string | null =>
    id.includes('/') ? keyOfEntry(database, viewer, id.split('/')[0]!) : keyOfClaim(database, viewer, id)

  return {
    sameText: async (viewer, hash) => entryAt(viewer, await asked((database) => keyOfText(database, viewer, hash))),
    entry: async (viewer, typed) => {
      const id = asTyped(typed)
      return entryAt(
        viewer,
        await asked((database) => keyOfEntry(database, viewer, id) ?? byClaim(database, viewer, id)),
      )
    },
    claim: async (viewer, typed) => {
      const id = asTyped(typed)
      const entry = await entryAt(viewer, await asked((database) => byClaim(database, viewer, id)))
      return entry && claimOf(entry, id.split('/').at(-1)!)
    },
    who: async (viewer, question) => {
      const { hits, total } = await asked((database) => search(database, viewer, { ...question, ...paged(question) }))
      const entries = await entriesAt(
        viewer,
        hits.map(({ key }) => key),
      )
      const found = hits.flatMap(({ key, claim }) => {
        const entry = entries.get(key)
        return (entry && claimOf(entry, claim)) ?? []
      })
      return { found, total }
    },
    articles: async (viewer, page, size) => {
      const at = paged({ page, size })
      const { keys, total } = await asked((database) => newest(database, viewer, at.page, at.size))
      return { entries: [...(await entriesAt(viewer, keys)).values()], total }
    },
    sources: (viewer, page, size) => {
      const at = paged({ page, size })
      return asked((database) => sources(database, viewer, at.page, at.size))
    },
    suggest: (viewer, typed) => asked((database) => suggest(database, viewer, typed)),
    counts: (viewer) => asked((database) => counts(database, viewer)),
  }
}

const maySee = ({ guild, channels }: Viewer, entry: { readonly guild: string; readonly channel: string }): boolean =>
  entry.guild === guild && channels.has(entry.channel)

function claimOf(entry: Entry, id: string): Found | null {
  const version = entry.versions.at(-1)
  const claim = version?.claims.find((one) => one.id === id)
  return version && claim ? { entry, version, claim } : null
}

/** Ids are typed from phones: with capitals, with spaces around. */
const asTyped = (id: string): string => id.trim().toLowerCase()

const paged = ({ page, size }: { readonly page: number; readonly size: number }) => ({
  page: Math.max(Math.trunc(page) || 0, 0),
  size: Math.min(Math.max(Math.trunc(size) || 1, 1), largestPage),
})
