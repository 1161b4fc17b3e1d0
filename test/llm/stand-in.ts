import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Answer } from '../../src/llm/schema.ts'

/** A request as it came. */
export interface Asked {
  readonly path: string
  readonly headers: Readonly<Record<string, string | string[] | undefined>>
  readonly body: {
    readonly messages: readonly { readonly role: string; readonly content: string }[]
    readonly [key: string]: unknown
  }
}

/** What is answered: a status and a body, "hang" for no answer, "stall" for half of one, "drop" for a broken wire. */
export type Reply =
  | 'hang'
  | 'stall'
  | 'drop'
  | { readonly status?: number; readonly headers?: Readonly<Record<string, string>>; readonly body: unknown }

/** A loopback stand-in for a vendor of language models; answers from a list, then with "not implemented". */
export interface StandIn {
  /** Up to and with the version, to be given as base URL. */
  readonly baseUrl: string
  readonly asked: readonly Asked[]
  readonly close: () => Promise<void>
}

/** @param replies in order; or what answers each request by itself */
export async function openStandIn(replies: readonly Reply[] | ((asked: Asked) => Reply)): Promise<StandIn> {
  const asked: Asked[] = []
  const server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      const one: Asked = {
        path: request.url ?? '',
        headers: request.headers,
        body: JSON.parse(Buffer.concat(chunks).toString('utf8') || '{}'),
      }
      const reply = typeof replies === 'function' ? replies(one) : replies[asked.length]
      asked.push(one)
      if (reply === 'hang') return
      if (reply === 'stall') return void response.writeHead(200, { 'content-type': 'application/json' }).write('{"id"')
      if (reply === 'drop') return void request.socket.destroy()
      const {
        status = 200,
        headers = {},
        body,
      } = reply ?? { status: 501, body: { error: { message: 'not implemented' } } }
      // Asks the client to be quick about trying again, so that no test waits.
      response.writeHead(status, { 'content-type': 'application/json', 'retry-after-ms': '1', ...headers })
      response.end(typeof body === 'string' ? body : JSON.stringify(body))
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`,
    asked,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

/** A completion with one choice. */
export const completion = (content: unknown, choice: object = {}): Reply => ({
  body: {
    id: 'completion-1',
    object: 'chat.completion',
    created: 1,
    model: 'stand-in',
    choices: [{ index: 0, finish_reason: 'stop', message: { role: 'assistant', content, refusal: null }, ...choice }],
  },
})

/** A completion that answers with these attributions. */
export const answering = (...attributions: Answer['attributions']): Reply =>
  completion(JSON.stringify({ attributions }))

/** An attribution of the article's own voice with one proposition, whose evidence is its text unless another is given. */
export function told(
  text: string,
  proposition: Partial<Answer['attributions'][number]['propositions'][number]> = {},
  attribution: Partial<Answer['attributions'][number]> = {},
): Answer['attributions'][number] {
  return {
    source: null,
    sourceWords: [],
    cue: [],
    content: [text],
    via: [],
    speech: 'none',
    confidence: 0.9,
    propositions: [
      { text, evidence: [text], cue: null, certainty: 'stated', factuality: 3, about: null, ...proposition },
    ],
    ...attribution,
  }
}

/** A source by its name. */
export const source = (name: string, more: object = {}): NonNullable<Answer['attributions'][number]['source']> => ({
  name,
  role: null,
  kind: 'person',
  named: true,
  mentions: [name],
  ...more,
})
