/** Reads a request's body: JSON, or multipart with its JSON in `payload_json` and files in `files[n]`. */
import type { IncomingMessage } from 'node:http'
import { invalidJson, tooLarge } from './api-error.ts'

export interface UploadedFile {
  /** The n of `files[n]`, which `attachments[].id` in the JSON refers to. */
  readonly index: string
  readonly name: string
  readonly bytes: Uint8Array
  readonly contentType: string
}

export interface Body {
  /** null without a body. */
  readonly json: unknown
  readonly files: readonly UploadedFile[]
}

/** What Discord takes at most from a bot, in bytes a file; the whole body a little more. */
export const mostBytes = 10 * 1024 * 1024

/** Throws 50109 when it isn't JSON, 40005 when a file is too large. */
export async function readBody(request: IncomingMessage): Promise<Body> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk)
  const bytes = Buffer.concat(chunks)
  const type = request.headers['content-type'] ?? ''
  if (bytes.length === 0) return { json: null, files: [] }
  if (!type.startsWith('multipart/form-data')) return { json: parse(bytes.toString()), files: [] }
  const form = await new Response(bytes, { headers: { 'content-type': type } }).formData().catch(() => {
    throw invalidJson()
  })
  const files = await Promise.all(
    [...form].flatMap(([field, value]) => {
      const index = /^files\[(\d+)\]$/.exec(field)?.[1]
      if (index === undefined || typeof value === 'string') return []
      return [uploaded(index, value)]
    }),
  )
  if (files.some((file) => file.bytes.length > mostBytes)) throw tooLarge()
  const payload = form.get('payload_json')
  return { json: typeof payload === 'string' ? parse(payload) : {}, files }
}

const uploaded = async (index: string, file: File): Promise<UploadedFile> => ({
  index,
  name: file.name,
  bytes: new Uint8Array(await file.arrayBuffer()),
  contentType: file.type || 'application/octet-stream',
})

function parse(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch {
    throw invalidJson()
  }
}
