import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { readFile } from '../../src/article/read.ts'
import { offlineEngine } from '../../src/nlp/engine.ts'
import { breakDown } from '../../src/pipeline.ts'
import { certainties } from '../../src/types.ts'

const folder = fileURLToPath(new URL('../../src/playground/examples/', import.meta.url))

describe('the example that npm start shows', () => {
  const file = `${folder}river-talks.md`

  it('says of itself that it is invented, and is as long as a news article', async () => {
    expect(readFileSync(file, 'utf8')).toMatch(
      /^note: Written for Hearsay\. No person, place, group or outlet in it exists\.$/m,
    )
    const words = (await readFile(file)).article.text.match(/\S+/g)?.length
    expect(words).toBeGreaterThanOrEqual(450)
    expect(words).toBeLessThanOrEqual(600)
  })

  it('holds a claim of every label, a chain, an unnamed source and two accounts that differ in a verb', async () => {
    const { claims, rejected } = await breakDown((await readFile(file)).article, offlineEngine)
    expect(new Set(claims.map(({ certainty }) => certainty))).toEqual(new Set(certainties))
    expect(claims.some(({ via }) => via.length > 0)).toBe(true)
    expect(claims.some(({ source }) => source && !source.named)).toBe(true)
    const said = (name: RegExp) =>
      claims
        .filter(({ source }) => name.test(source?.name ?? ''))
        .flatMap(({ evidence }) => evidence.map(({ words }) => words))
    expect(said(/Marrow/).join()).toContain('discussed a meeting of their prime ministers')
    expect(said(/Holt/).join()).toContain('agreed to a meeting of their prime ministers')
    expect(rejected).toEqual([])
  })
})

it.each(readdirSync(folder))('%s is read without a remark and has a headline', async (name) => {
  const { article, remarks } = await readFile(folder + name)
  expect(remarks).toEqual([])
  expect(article.title).toMatch(/\w+ \w+/)
})
