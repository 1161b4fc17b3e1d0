import { setImmediate } from 'node:timers/promises'
import { dropRow, prepared } from './index-rows.ts'
import { fallenBehind, type Room } from './room.ts'

const atOnce = 20
/** Wiping the words of more entries than these takes longer than writing the index anew. */
const few = 5
// Pages of the full-text index that are written anew in one go.
const pages = 200

/**
 * Takes entries that are no longer in the store out of the index, in small steps so that others get their turn. Words
 * of a few are wiped one by one; of many, the whole full-text index is written anew without them, which is quicker.
 * It never fails: what couldn't be taken out is put on the list of what the index has to catch up with.
 */
export async function dropped({ index, ...room }: Room, keys: readonly string[]): Promise<void> {
  const many = keys.length > few
  const step = many ? atOnce : 1
  let done = 0
  try {
    // By itself each time: it holds for what is written at the end of a transaction.
    if (many) await wiping(index, false)
    for (let i = 0; i < keys.length; i += step) {
      const some = keys.slice(i, i + step)
      await index.write((database) => {
        for (const key of some) dropRow(database, key)
      })
      done = i + some.length
      await setImmediate()
    }
    if (many) await wiping(index, true)
    // A negative number begins a merge of everything, a positive one goes on with it: sqlite.org/fts5.html#the_merge_command
    for (let budget = -pages, more = many; more; budget = pages) {
      more = await index.write((database) => {
        const changes = () => prepared(database, 'SELECT total_changes() AS changes').get()?.changes as number
        const before = changes()
        prepared(database, "INSERT INTO claim_words (claim_words, rank) VALUES ('merge', ?)").run(BigInt(budget))
        return changes() - before >= 2
      })
      await setImmediate()
    }
  } catch (error) {
    fallenBehind(room, keys.slice(done), error)
  }
}

/** Whether words are wiped from the full-text index as soon as they are taken out. */
function wiping(index: Room['index'], on: boolean): Promise<unknown> {
  // A whole number: one of JavaScript's own comes as one with a fraction, and is refused.
  return index.write((database) =>
    prepared(database, "INSERT INTO claim_words (claim_words, rank) VALUES ('secure-delete', ?)").run(on ? 1n : 0n),
  )
}
