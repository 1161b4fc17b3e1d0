/** Reads what stands in the rows of a kept file. */
import type { DatabaseSync, SQLOutputValue } from 'node:sqlite'
import { keyOf, readdressed, signed } from './attachments.ts'
import { isMessage, isTexts } from './kept-shape.ts'
import type { RawMessage } from './raw.ts'
import type { KeptMessage, StoredAttachment } from './world.ts'

type Row = Readonly<Record<string, SQLOutputValue>>
type Files = ReadonlyMap<string, Omit<StoredAttachment, 'key'>>

/** The messages that can be read, oldest first, each with its files, and how many others there are. Throws SQLite's error. */
export function readRows(
  database: DatabaseSync,
  origin: string,
): { readonly messages: readonly KeptMessage[]; readonly unreadable: number } {
  const files = readFiles(database)
  const rows = database
    .prepare('SELECT id, only_for, notified, origin, raw FROM messages ORDER BY length(id), id')
    .all()
  const messages = rows.flatMap((row) => readMessage(row, origin, files) ?? [])
  return { messages, unreadable: rows.length - messages.length }
}

function readMessage(row: Row, origin: string, files: Files): KeptMessage | null {
  const found = json(String(row.raw).replaceAll(`${row.origin}/attachments/`, `${origin}/attachments/`))
  const notified = json(String(row.notified))
  if (!isMessage(found) || found.id !== row.id || !isTexts(notified)) return null
  const raw = withKeys(found)
  return {
    raw,
    onlyFor: row.only_for === null ? null : String(row.only_for),
    notified,
    files: raw.attachments.flatMap(({ id, url }) => {
      const file = files.get(id)
      return file ? [{ ...file, id, key: keyOf(url) }] : []
    }),
  }
}

/** In chats of a time when addresses had no keys, they get some. */
function withKeys(raw: RawMessage): RawMessage {
  const bare = raw.attachments.filter(({ url }) => keyOf(url) === '')
  return readdressed(raw, new Map(bare.map(({ url }) => [url, signed(url)])))
}

function readFiles(database: DatabaseSync): Files {
  const rows = database.prepare('SELECT id, name, content_type, bytes FROM files').all()
  return new Map(
    rows.flatMap(({ id, name, content_type: contentType, bytes }) =>
      bytes instanceof Uint8Array
        ? [[String(id), { name: String(name), contentType: String(contentType), bytes }]]
        : [],
    ),
  )
}

/** undefined for what is no JSON. */
function json(source: string): unknown {
  try {
    return JSON.parse(source)
  } catch {
    return undefined
  }
}
