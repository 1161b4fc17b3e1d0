/** The body of an act. */
import type { IncomingMessage } from 'node:http'
import { Refusal } from './state.ts'

/** Ten files of a few megabytes, in base64. */
const mostBytes = 40 * 1024 * 1024

/** Throws a Refusal for another type than JSON, for too much of it, and for what isn't any. */
export async function readJson(request: IncomingMessage): Promise<unknown> {
  const type = request.headers['content-type']?.split(';')[0]?.trim()
  if (type !== 'application/json') throw new Refusal(415, 'Expected JSON, got another type. Reload the page.')
  const chunks: Buffer[] = []
  let length = 0
  for await (const chunk of request as AsyncIterable<Buffer>) {
    length += chunk.length
    if (length > mostBytes) throw new Refusal(413, 'Expected up to 40 MB at once, got more. Send smaller files.')
    chunks.push(chunk)
  }
  try {
    return JSON.parse(Buffer.concat(chunks).toString('utf8'))
  } catch {
    throw new Refusal(400, 'Expected JSON, got something else. Reload the page.')
  }
}
