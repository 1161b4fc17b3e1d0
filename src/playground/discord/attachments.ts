/** Files: kept in memory, served from the loopback's own port. */
import { randomBytes } from 'node:crypto'
import type { RawAttachment } from './raw.ts'
import { snowflake } from './snowflake.ts'
import type { StoredAttachment, World } from './world.ts'

const types: Readonly<Record<string, string>> = {
  txt: 'text/plain; charset=utf-8',
  md: 'text/markdown; charset=utf-8',
  html: 'text/html; charset=utf-8',
  csv: 'text/csv; charset=utf-8',
  json: 'application/json; charset=utf-8',
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  png: 'image/png',
  jpg: 'image/jpeg',
}

/** The media type that Discord would give a file of this name. */
export const typeOfName = (name: string): string =>
  types[name.split('.').at(-1)?.toLowerCase() ?? ''] ?? 'application/octet-stream'

/** Whether a picker that is told these types (endings, or 'image', 'video', 'audio') offers the file. */
export function isOffered(name: string, types: readonly string[] | undefined): boolean {
  const wanted = (type: string): boolean =>
    type.startsWith('.') ? name.toLowerCase().endsWith(type.toLowerCase()) : typeOfName(name).startsWith(`${type}/`)
  return !types?.length || types.some(wanted)
}

/** A name as Discord keeps it: spaces become underscores. Half a character, which no address can hold, becomes �. */
export const keptName = (name: string): string => name.toWellFormed().replaceAll(' ', '_')

/** Keeps a file and gives the attachment that points to it. */
export function keepFile(
  world: World,
  channelId: string,
  file: { readonly name: string; readonly bytes: Uint8Array; readonly contentType?: string | undefined },
  description?: string,
): RawAttachment {
  const id = snowflake()
  const name = keptName(file.name)
  const contentType = file.contentType ?? typeOfName(name)
  const url = signed(`${world.origin}/attachments/${channelId}/${id}/${encodeURIComponent(name)}`)
  world.attachments.set(id, { name, bytes: file.bytes, contentType, key: keyOf(url) })
  return {
    id,
    filename: name,
    size: file.bytes.length,
    url,
    proxy_url: url,
    content_type: contentType,
    ...(description !== undefined && { description }),
  }
}

/** Serves these files no longer. */
export function dropFiles(world: World, gone: readonly RawAttachment[]): void {
  for (const { id } of gone) world.attachments.delete(id)
}

/** The same address with a key, which Discord's have too. */
export const signed = (url: string): string => `${url}?hm=${randomBytes(32).toString('hex')}`

/** The key of an address; empty where it has none. */
export const keyOf = (url: string): string => URL.parse(url)?.searchParams.get('hm') ?? ''

/** The file at `/attachments/CHANNEL/ID/NAME?hm=KEY`; undefined when it's gone, and for another key. */
export function fileAt(world: World, { pathname, href }: URL): StoredAttachment | undefined {
  const [, id] = /^\/attachments\/\d+\/(\d+)\/[^/]+$/.exec(pathname) ?? []
  const file = id === undefined ? undefined : world.attachments.get(id)
  return file && file.key !== '' && file.key === keyOf(href) ? file : undefined
}

/** The same value, with every string that is one of the addresses replaced. */
export function readdressed<Value>(value: Value, moved: ReadonlyMap<string, string>): Value {
  if (moved.size === 0) return value
  return JSON.parse(JSON.stringify(value), (_key, one: unknown) =>
    typeof one === 'string' ? (moved.get(one) ?? one) : one,
  )
}
