import { afterAll, expect, test } from 'vitest'
import { learnedEngine } from '../../src/nlp/engine.ts'
import { engineApart } from '../../src/nlp/engine-apart.ts'
import { breakDown } from '../../src/pipeline.ts'
import { news } from './reading.ts'

const apart = engineApart()
afterAll(() => apart.close())
const article = news('Ada Osk said the quay had moved. The mayor denied it.')

test('reads as the engine beside it does, several articles at once', async () => {
  const other = news('Tam Oye alleged that Strait Lines had sold two ships.')
  const found = await Promise.all([breakDown(article, apart), breakDown(other, apart)])
  expect(found).toEqual([await breakDown(article, learnedEngine()), await breakDown(other, learnedEngine())])
})

test('a thread that never answers is given up; the next article gets a new one', async () => {
  const hasty = engineApart(1)
  await expect(hasty.attribute(article)).rejects.toThrow('took too long')
  await expect(hasty.attribute(article)).rejects.toThrow('took too long')
  await hasty.close()
})

test('what was being read when it was closed is told so', async () => {
  const short = engineApart()
  const reading = expect(short.attribute(article)).rejects.toThrow('closed')
  await short.close()
  await reading
})
