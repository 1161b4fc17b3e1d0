import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { expect, it } from 'vitest'
import { fillLibrary, inventedViewer } from '../../src/library/bulk.ts'
import { inventedArticles } from '../../src/library/invented.ts'
import { addition, asking, folder, library, viewer } from './made.ts'

it('a library filled for measuring holds what it was asked to hold, the same each time', async () => {
  const home = await folder()
  expect(await fillLibrary({ store: '', home }, 5000)).toBe(200)
  const { library: desk, remarks } = await library(home)
  expect(remarks).toEqual([])
  expect(await desk.counts(inventedViewer)).toEqual({ articles: 200, claims: 5000 })
  const [first] = inventedArticles(1, { guild: 'invented', channels: ['1'] })
  expect(await desk.add(first!)).toMatchObject({ outcome: 'known' })

  // More claims than are ranked: the pages before and after go on without a gap, also where a page has both.
  const { total } = await desk.who(inventedViewer, asking('bababa'))
  expect(total).toBeGreaterThan(3100)
  const pages = [426, 427, 428, 429, 430].map((page) => desk.who(inventedViewer, asking('bababa', { page, size: 7 })))
  const found = (await Promise.all(pages)).flatMap((page) => page.found)
  expect(new Set(found.map(({ entry, claim }) => `${entry.id}/${claim.id}`)).size).toBe(35)
  const beyond = await desk.who(inventedViewer, asking('bababa', { page: 120, size: 25 }))
  expect(found.slice(18, 35).map(({ claim }) => claim)).toEqual(beyond.found.slice(0, 17).map(({ claim }) => claim))
  const last = await desk.who(inventedViewer, asking('bababa', { page: Math.floor(total / 25) }))
  expect(last.found).toHaveLength(total % 25)
})

it('many are forgotten at once, from every answer and from the files', async () => {
  const home = await folder()
  await fillLibrary({ store: '', home }, 2500)
  const { library: desk, remarks } = await library(home)
  const kept = await desk.add(addition([{ words: 'Quibbletide stays' }]))
  expect(await desk.forgetChannel('invented', '1')).toBe(13)
  expect(await desk.forgetGuild('invented')).toBe(87)
  expect(remarks).toEqual([])
  expect(await desk.counts(inventedViewer)).toEqual({ articles: 0, claims: 0 })
  expect((await desk.who(inventedViewer, asking('bababa'))).total).toBe(0)
  expect((await desk.who(viewer(), asking('quibbletide'))).found[0]?.entry).toEqual(kept.entry)
  await desk.close()
  expect((await readFile(join(home, 'library.sqlite'), 'latin1')).includes('bababa')).toBe(false)
  // The index shortens words that begin alike, so what is left of them shows in its size alone.
  const database = new DatabaseSync(join(home, 'search.sqlite'))
  const { bytes } = database.prepare('SELECT sum(length(block)) AS bytes FROM claim_words_data').get() as {
    bytes: number
  }
  database.close()
  expect(bytes).toBeLessThan(1000)
})
