import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { learnedEngine, offlineEngine } from '../../src/nlp/engine.ts'
import { learnedJudge } from '../../src/nlp/factuality.ts'
import { openReader, type Reader } from '../../src/nlp/reader.ts'
import { breakDown } from '../../src/pipeline.ts'
import { news } from './reading.ts'

const model = fileURLToPath(new URL('../../src/nlp/model/', import.meta.url))
const text =
  'The harbour office said on Monday that the pier was safe. “We looked at every plank,” said Odd Renner, its director.\n\nThe dockers’ union denied it.'

describe('without its model', () => {
  const folder = `${mkdtempSync(join(tmpdir(), 'hearsay-model-'))}/`
  afterAll(() => rmSync(folder, { recursive: true }))
  const fresh = (name: string): string => {
    mkdirSync(join(folder, name))
    return join(folder, `${name}/`)
  }

  const broken: readonly (readonly [string, () => string, RegExp])[] = [
    ['missing', () => join(folder, 'nowhere/'), /ENOENT/],
    [
      'damaged',
      () => {
        const damaged = fresh('damaged')
        for (const name of ['config.json', 'tokenizer.json']) copyFileSync(model + name, damaged + name)
        writeFileSync(`${damaged}model.onnx`, 'not a model')
        return damaged
      },
      /model|protobuf|INVALID/i,
    ],
    [
      'another program’s',
      () => {
        const foreign = fresh('foreign')
        for (const name of ['model.onnx', 'tokenizer.json']) copyFileSync(model + name, foreign + name)
        writeFileSync(`${foreign}config.json`, '{"architectures": ["Other"]}')
        return foreign
      },
      /Expected the learned numbers of this model/,
    ],
    [
      'no JSON',
      () => {
        const torn = fresh('torn')
        for (const name of ['model.onnx', 'tokenizer.json']) copyFileSync(model + name, torn + name)
        writeFileSync(`${torn}config.json`, '{"tags": [')
        return torn
      },
      /JSON/,
    ],
  ]

  test.each(broken)('%s: the rules go on alone and the engine says so', async (_, folderOf, why) => {
    const where = folderOf()
    const engine = learnedEngine(() => openReader(where))
    const article = news(text)
    const { claims, engine: name } = await breakDown(article, engine)
    expect(claims).toEqual((await breakDown(article, offlineEngine)).claims)
    expect(name).toMatch(/^offline rules \(the trained model is away: /)
    expect(name).toMatch(why)
    expect(name).not.toContain(folder)
  })

  test('of articles read at the same time each says who read it', async () => {
    let fail = (_: Error): void => {}
    const slow = new Promise<never>((_, reject) => {
      fail = reject
    })
    const reader: Reader = {
      read: async (of) => (of === text ? slow : { proposals: [], factuality: [] }),
      close: async () => {},
    }
    const engine = learnedEngine(async () => reader)
    const away = breakDown(news(text), engine)
    expect((await breakDown(news('The pier stands.'), engine)).engine).toBe('offline model and rules')
    fail(new Error('out of memory'))
    const other = breakDown(news('The pier fell.'), engine)
    expect((await away).engine).toBe('offline rules (the trained model is away: out of memory)')
    expect((await other).engine).toBe('offline model and rules')
  })

  test('events are judged by the rules', async () => {
    const judge = learnedJudge(() => openReader(join(folder, 'nowhere/')))
    const [value] = await judge('The pier burned.', [[9, 15]])
    expect(value).toBeGreaterThan(1)
  })
})

describe('with its model', () => {
  let reader: Reader
  beforeAll(async () => {
    reader = await openReader()
  })
  afterAll(() => reader.close())

  test('the same text gives the same attributions, and the engine says who reads', async () => {
    const engine = learnedEngine(async () => reader)
    const first = await breakDown(news(text), engine)
    expect(first.engine).toBe('offline model and rules')
    expect((await breakDown(news(text), engine)).claims).toEqual(first.claims)
    expect(first.claims.map(({ source }) => source?.name)).toContain('Odd Renner')
  })

  test.each([
    ['nothing', ''],
    ['one letter', 'a'],
    ['a word of 100,000 letters', 'a'.repeat(100_000)],
    ['nothing but quotation marks', '“”""“"”'.repeat(300)],
    ['another script', 'Мэр сказал, что мост закрыт. “他说。” قال العمدة إن الجسر مغلق.'],
    ['lone surrogates and NULs', 'The \ud800 mayor\0 said \udfff that 𝒳 left.'],
    ['no full stop and no paragraph', 'the mayor said that the pier was safe and '.repeat(300)],
  ])('reads %s, with every place inside the text', async (_, odd) => {
    const { proposals, factuality } = await reader.read(odd)
    const spans = proposals.flatMap(({ source, cue, content }) => [
      ...content,
      ...(source ? [source] : []),
      ...(cue ? [cue] : []),
    ])
    for (const [start, end] of [...spans, ...factuality.map(({ start, end }) => [start, end] as const)]) {
      expect(start).toBeGreaterThanOrEqual(0)
      expect(end).toBeGreaterThan(start)
      expect(end).toBeLessThanOrEqual(odd.length)
    }
    for (const { value } of factuality) expect(Math.abs(value)).toBeLessThanOrEqual(3)
  })

  test('what is asked after its thread ended is refused, not kept waiting', async () => {
    const other = await openReader()
    await other.close()
    await expect(other.read(text)).rejects.toThrow(/ended/)
  })
})
