import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { readGold as readForScores } from '../../src/terminal/scores/gold.ts'
import { readResults } from '../../src/terminal/scores/results.ts'
import { readGold, toRecord } from './gold/read-gold.ts'

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))

it('what is scored is the gold as its own reader gives it', async () => {
  const { sets } = await readForScores(here('gold/'))
  const records = readGold().map((article) => ({ ...toRecord(article), title: article.title }))
  expect(records.length).toBeGreaterThan(0)
  expect(records).toMatchObject(sets[0]!.lines as readonly object[])
})

it('the kept figures are of the gold that is there; after a change to it, npm run eval keeps them anew', async () => {
  const { gold } = await readResults(here('results.json'))
  const articles = readGold()
  const claims = articles.flatMap((article) => article.claims)
  expect(gold?.counts).toEqual({ articles: articles.length, claims: claims.length })
})
