/** What is said on a loopback is found again after a restart: read when it opens, written a moment after each change. */
import { DamagedError, isLocked, type KeptFile, openKeptFile, setAside } from './kept-file.ts'
import type { RawMessage } from './raw.ts'
import { newerThan } from './snowflake.ts'
import type { KeepOptions } from './types.ts'
import type { KeptAttachment, World } from './world.ts'
import { flagBits } from './write-message.ts'

export interface Kept {
  /** Something happened: looks a moment later which messages are new or different. */
  changed(): void
  /** Writes what is left to write. */
  close(): void
}

/** Milliseconds that changes are collected. */
const moment = 200
const most = { messages: 500, bytes: 100 * 1024 * 1024 }
const nothing: Kept = { changed: () => {}, close: () => {} }

/**
 * Puts what was kept into `world.earlier`, and keeps what comes. Never throws: what stands in the way is told as one
 * line, and it goes on without.
 */
export function openKept(world: World, { file: path, remark, ...given }: KeepOptions): Kept {
  const file = open(path, world.origin, { ...most, ...given.most }, remark)
  if (!file) return nothing
  const written = new Map<string, RawMessage>()
  const filed = new Set<string>()
  if (file.unreadable > 0)
    remark(
      `Expected the chat that was kept in ${path}, got ${file.unreadable} ${file.unreadable === 1 ? 'message' : 'messages'} in it that can't be read. The rest is there; delete the file to begin anew.`,
    )
  for (const message of file.messages) {
    const raw = answered(message.raw, world.bot.global_name)
    const those = world.earlier.get(raw.channel_id) ?? []
    world.earlier.set(raw.channel_id, [...those, { ...message, raw }])
    written.set(raw.id, raw)
    for (const { id } of message.files) filed.add(id)
    newerThan(raw.id)
  }

  let timer: ReturnType<typeof setTimeout> | null = null
  let ended = false
  const save = (): void => {
    const all = [...world.messages.values()]
    const put = all.filter(({ raw, deleted }) => !deleted && written.get(raw.id) !== raw)
    const gone = all.flatMap(({ raw, deleted }) => (deleted && written.has(raw.id) ? [raw.id] : []))
    if (put.length + gone.length === 0) return
    const rows = put.map((message) => ({ message, files: filesOf(world, message.raw, filed) }))
    file.write(
      rows,
      gone,
      all.flatMap(({ raw, deleted }) => (deleted ? [] : raw.id)),
    )
    for (const { message, files } of rows) {
      written.set(message.raw.id, message.raw)
      for (const { id } of files) filed.add(id)
    }
    for (const id of gone) written.delete(id)
  }
  const trySaving = (last: boolean): void => {
    if (timer) clearTimeout(timer)
    timer = null
    try {
      save()
    } catch (error) {
      // Another process writes to it right now.
      ended = last || !isLocked(error)
      if (ended) remark(without(path, error))
      else changed()
    }
  }
  const changed = (): void => {
    if (!ended) timer ??= setTimeout(trySaving, moment, false)
  }
  return {
    changed,
    close: () => {
      if (!ended) trySaving(true)
      ended = true
      file.close()
    },
  }
}

function open(path: string, origin: string, limits: typeof most, remark: KeepOptions['remark']): KeptFile | null {
  try {
    try {
      return openKeptFile(path, origin, limits)
    } catch (error) {
      if (!(error instanceof DamagedError)) throw error
      const aside = setAside(path)
      remark(
        `Expected the chat that was kept in ${path}, got a file that can't be read (${error.message}). It is now ${aside}; a new one is begun.`,
      )
      return openKeptFile(path, origin, limits)
    }
  } catch (error) {
    remark(without(path, error))
    return null
  }
}

const without = (path: string, error: unknown): string =>
  `Expected to keep the chat in ${path}, got ${error instanceof Error ? error.message : 'an error'}. It goes on without: what is said now is gone at the end. Free that path or make it writable, then start again.`

/** Nobody fills in any more what a bot of an earlier run was thinking about. */
function answered(raw: RawMessage, bot: string | null): RawMessage {
  if ((raw.flags & flagBits.loading) === 0) return raw
  return { ...raw, flags: raw.flags & ~flagBits.loading, content: `${bot} was ended before it answered. Ask again.` }
}

/** The files of a message that aren't written yet. */
const filesOf = (world: World, { attachments }: RawMessage, filed: ReadonlySet<string>): readonly KeptAttachment[] =>
  attachments.flatMap(({ id }) => {
    const file = filed.has(id) ? undefined : world.attachments.get(id)
    return file ? [{ id, ...file }] : []
  })
