/** Files: kept in memory, served from the loopback's own port. */
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

/** Keeps a file and gives the attachment that points to it. Discord turns spaces in names into underscores. */
export function keepFile(
  world: World,
  channelId: string,
  file: { readonly name: string; readonly bytes: Uint8Array; readonly contentType?: string | undefined },
  description?: string,
): RawAttachment {
  const id = snowflake()
  const name = file.name.replaceAll(' ', '_')
  const contentType = file.contentType ?? typeOfName(name)
  const path = `/attachments/${channelId}/${id}/${encodeURIComponent(name)}`
  world.attachments.set(id, { name, bytes: file.bytes, contentType })
  return {
    id,
    filename: name,
    size: file.bytes.length,
    url: world.origin + path,
    proxy_url: world.origin + path,
    content_type: contentType,
    ...(description !== undefined && { description }),
  }
}

/** The file at `/attachments/CHANNEL/ID/NAME`; undefined when it's gone. */
export function fileAt(world: World, path: string): StoredAttachment | undefined {
  const [, id] = /^\/attachments\/\d+\/(\d+)\/[^/]+$/.exec(path) ?? []
  return id === undefined ? undefined : world.attachments.get(id)
}
