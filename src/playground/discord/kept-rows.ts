/** Reads what stands in the rows of a kept file. */
import type { DatabaseSync, SQLOutputValue } from 'node:sqlite'
import { isMessage, isTexts } from './kept-shape.ts'
import type { KeptAttachment, KeptMessage } from './world.ts'

type Row = Readonly<Record<string, SQLOutputValue>>
type Files = ReadonlyMap<string, KeptAttachment>

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
  const raw = json(String(row.raw).replaceAll(`${row.origin}/attachments/`, `${origin}/attachments/`))
  const notified = json(String(row.notified))
  if (!isMessage(raw) || raw.id !== row.id || !isTexts(notified)) return null
  return {
    raw,
    onlyFor: row.only_for === null ? null : String(row.only_for),
    notified,
    files: raw.attachments.flatMap((attachment) => files.get(attachment.id) ?? []),
  }
}

function readFiles(database: DatabaseSync): Files {
  const rows = database.prepare('SELECT id, name, content_type, bytes FROM files').all()
  return new Map(
    rows.flatMap(({ id, name, content_type: contentType, bytes }) =>
      bytes instanceof Uint8Array
        ? [[String(id), { id: String(id), name: String(name), contentType: String(contentType), bytes }]]
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
