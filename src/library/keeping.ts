import { setImmediate } from 'node:timers/promises'
import { differences } from './differences.ts'
import { dropped } from './drop-many.ts'
import { entryId } from './entry-id.ts'
import { prepared } from './index-rows.ts'
import { entryOf, guildPrefix, type Kept, keyOf, looksAddedIn, read, recordOf, unreadable, written } from './records.ts'
import { caughtUp, fallenBehind, indexed, type Room } from './room.ts'
import { channelsOf } from './scope.ts'
import { stampOf } from './stamp.ts'
import type { Added, Library } from './types.ts'

type Keeping = Pick<Library, 'add' | 'linkTo' | 'remove' | 'forgetGuild' | 'forgetChannel' | 'channels'>

/** How many records are looked through at once. */
const atOnce = 100

/** The half of the library that changes what is kept: into the store first, then into the index. */
export function keeping(room: Room): Keeping {
  const { store, index, inTurn } = room

  /** Its record and what it says; null where there is none. Throws when it can't be read. */
  async function recordAt(key: string): Promise<Kept | null> {
    const value = await store.get(key)
    if (value === null) return null
    const kept = read(key, value)
    if (!kept) throw unreadable(store.address, key, value)
    return kept
  }

  async function keysOf(guild: string): Promise<readonly string[]> {
    return [...(await store.stamps()).keys()].filter((key) => key.startsWith(guildPrefix(guild)))
  }

  async function forget(keys: readonly string[]): Promise<number> {
    let forgotten = 0
    for (const [i, key] of keys.entries()) {
      if (await inTurn(key, () => store.delete(key))) forgotten += 1
      if (i % atOnce === 0) await setImmediate()
    }
    await dropped(room, keys)
    index.discard()
    return forgotten
  }

  const removed = (key: string): Promise<boolean> =>
    inTurn(key, async () => {
      const was = await store.delete(key)
      await indexed(room, key, null)
      index.discard()
      return was
    })

  return {
    add(addition) {
      const id = entryId(addition.channel, addition.version.article)
      const key = keyOf(addition.guild, id)
      return inTurn(key, async () => {
        const kept = await recordAt(key)
        const before = kept?.versions.at(-1)
        if (kept && before?.article.contentHash === addition.version.article.contentHash)
          return { entry: entryOf(kept), outcome: 'known', differences: [] }
        const next = recordOf(kept, id, addition)
        const value = written(next)
        // What can't be read back would be lost the moment it is kept.
        if (!read(key, value))
          throw new TypeError(`Expected a version that can be stored for ${key}, got one that can't.`)
        await store.set(key, value)
        await indexed(room, key, value)
        return added(next, kept !== null)
      })
    },
    async linkTo(guild, entry, link) {
      const key = keyOf(guild, entry)
      await inTurn(key, async () => {
        const kept = await recordAt(key)
        if (!kept) return
        const value = written({ ...kept, versions: kept.versions.with(-1, { ...kept.versions.at(-1)!, link }) })
        await store.set(key, value)
        try {
          // Nothing that the index holds has changed but the stamp.
          await index.write((database) =>
            prepared(database, 'UPDATE entries SET stamp = ? WHERE key = ?').run(stampOf(value), key),
          )
        } catch (error) {
          fallenBehind(room, [key], error)
        }
      })
    },
    remove: (guild, entry) => removed(keyOf(guild, entry)),
    forgetGuild: async (guild) => forget(await keysOf(guild)),
    async forgetChannel(guild, channel) {
      const keys = await keysOf(guild)
      const meant: string[] = []
      for (let i = 0; i < keys.length; i += atOnce) {
        const some = keys.slice(i, i + atOnce)
        const values = await store.getMany(some)
        meant.push(...some.filter((key, k) => isIn(channel, key, values[k] ?? '')))
        await setImmediate()
      }
      return forget(meant)
    },
    async channels(guild) {
      await caughtUp(room)
      return index.read((database) => channelsOf(database, guild))
    },
  }
}

function isIn(channel: string, key: string, value: string): boolean {
  const kept = read(key, value)
  return kept ? kept.channel === channel : looksAddedIn(channel, value)
}

function added(next: Kept, isVersion: boolean): Added {
  const entry = entryOf(next)
  const [before, after] = isVersion ? entry.versions.slice(-2) : []
  if (!before || !after) return { entry, outcome: 'new', differences: [] }
  return { entry, outcome: 'version', differences: differences(before.claims, after.claims) }
}
