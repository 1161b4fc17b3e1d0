import { afterEach, expect, test } from 'vitest'
import { languageModelEngine } from '../../src/llm/engine.ts'
import { offlineEngine } from '../../src/nlp/engine.ts'
import { article, good, key } from '../llm/engine-at.ts'
import { openStandIn, type Reply, type StandIn } from '../llm/stand-in.ts'
import { type Newsroom, openNewsroom } from './newsroom.ts'

let room: Newsroom
let vendor: StandIn
afterEach(async () => {
  await room.close()
  await vendor.close()
})

/** What a paste is answered with where the model gives these replies. */
async function pasted(replies: readonly Reply[]): Promise<string> {
  vendor = await openStandIn(replies)
  const engine = languageModelEngine({ apiKey: key, baseUrl: vendor.baseUrl, model: 'gpt-x', fallback: offlineEngine })
  room = await openNewsroom({ parts: { engine } })
  const window = await room.mira.command('claims', {}, { channel: room.desk })
  return (await (await room.mira.submit(window, { text: article.text })).settled()).message!.text
}

test('the reply names the model that read, and the host that got to see the text', async () => {
  expect(await pasted([good])).toMatch(/ · gpt-x at 127\.0\.0\.1:\d+\n/)
  expect(vendor.asked).toHaveLength(1)
})

test('where the model is away the offline engine reads, and the reply says so plainly, without the key', async () => {
  const text = await pasted([{ status: 401, body: { error: { message: `bad key ${key}` } } }])
  expect(text).toMatch(/offline rules \(the language model is away: gpt-x at 127\.0\.0\.1:\d+ refused the key/)
  expect(text + room.log.join()).not.toContain(key)
  expect(text).toContain('●')
})
