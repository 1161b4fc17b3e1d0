import { describe, expect, it } from 'vitest'
import { offlineEngine } from '../../src/nlp/engine.ts'
import { breakDown } from '../../src/pipeline.ts'
import { article, engineAt, key } from './engine-at.ts'
import { answering, completion, type Reply, told } from './stand-in.ts'

const { text } = article

describe('a vendor that gives nothing to use', () => {
  const faults: readonly (readonly [string, readonly Reply[], string, number])[] = [
    [
      'a key that is refused',
      [{ status: 401, body: { error: { message: `Incorrect key ${key}` } } }],
      'refused the key (status 401)',
      1,
    ],
    ['a key that may not', [{ status: 403, body: { error: { message: text } } }], 'refused the key (status 403)', 1],
    ['too many requests', Array(2).fill({ status: 429, body: {} }), 'takes no more requests for now (status 429)', 2],
    [
      'a model that isn’t there',
      [{ status: 404, body: { error: { message: text } } }],
      "didn't take the request; is its name right? (status 404)",
      1,
    ],
    ['a fault of its own', Array(2).fill({ status: 503, body: 'no JSON' }), 'failed itself (status 503)', 2],
    ['nothing implemented', [], 'failed itself (status 501)', 2],
    [
      'another host',
      [{ status: 307, headers: { location: 'http://127.0.0.1:9/v1/chat/completions' }, body: {} }],
      "didn't take the request; is its name right? (status 307)",
      1,
    ],
    ['a broken wire', ['drop', 'drop'], "couldn't be reached", 2],
    [
      'a refusal',
      [completion(null, { message: { role: 'assistant', content: null, refusal: text } })],
      'refused to answer',
      1,
    ],
    ['a filter', [completion('{"attrib', { finish_reason: 'content_filter' })], 'refused to answer', 1],
    ['an answer cut short', [completion('{"attrib', { finish_reason: 'length' })], 'cut its answer short', 1],
    ['no choice', [{ body: { choices: [] } }], 'gave no answer', 1],
    ['no completion', [{ body: 'null' }], 'gave no answer', 1],
    [
      'a page in place of an answer',
      [{ headers: { 'content-type': 'text/html' }, body: `<p>${text}</p>` }],
      'gave no answer',
      1,
    ],
    ['an empty answer', [completion(' ')], 'gave no answer', 1],
    ['a number in place of words', [completion(7)], 'gave no answer', 1],
    ['a torn body', [{ body: '{"choices": [{' }], 'answered with something that is no JSON', 1],
    [
      'no JSON, twice',
      [completion('Here you are'), completion('{"attributions": [')],
      'answered with something that is no JSON',
      2,
    ],
    [
      'another shape, twice',
      [completion('[]'), completion('{"claims": []}')],
      'answered in another shape than asked',
      2,
    ],
    [
      'inventions, twice',
      [answering(told('It burned.')), answering(told('It sank.'))],
      "quoted words that aren't in the article",
      2,
    ],
  ]

  it.each(faults)('%s: the offline engine reads, and the reading says why', async (_, replies, did, asked) => {
    const { engine, vendor } = await engineAt(replies)
    const { claims, engine: readBy } = await breakDown(article, engine)
    expect(claims).toEqual((await breakDown(article, offlineEngine)).claims)
    expect(claims.length).toBeGreaterThan(0)
    const host = new URL(vendor.baseUrl).host
    expect(readBy).toBe(`offline rules (the language model is away: gpt-x at ${host} ${did})`)
    expect(engine.name).toBe(readBy)
    expect(vendor.asked).toHaveLength(asked)
    expect(readBy).not.toMatch(/sk-|hurt/)
  })

  it.each(['hang', 'stall'] as const)('no answer in time (%s): given up', async (reply) => {
    const { engine } = await engineAt(() => reply, { timeout: 50 })
    expect((await breakDown(article, engine)).engine).toMatch(/didn't answer in time\)$/)
  })

  it('fails in the repair turn: the offline engine reads', async () => {
    const { engine } = await engineAt([completion('no JSON'), { status: 401, body: {} }])
    expect((await breakDown(article, engine)).engine).toMatch(/refused the key \(status 401\)\)$/)
  })

  it('a key that can’t be sent shows nowhere', async () => {
    const { engine } = await engineAt([], { apiKey: 'sk-invented\n0123' })
    const { engine: readBy } = await breakDown(article, engine)
    expect(readBy).toMatch(/couldn't be reached\)$/)
    expect(readBy).not.toContain('sk-')
  })

  it('what fails in the fallback itself is not taken for the model’s fault', async () => {
    const fallback = { name: 'broken', attribute: async () => Promise.reject(new TypeError('out of memory')) }
    const { engine } = await engineAt([], { fallback })
    await expect(engine.attribute(article)).rejects.toThrow('out of memory')
  })
})
