import { readFileSync, statSync } from 'node:fs'
import { expect, test } from 'vitest'

const model = new URL('../../src/nlp/model/', import.meta.url)
const card = readFileSync(new URL('MODEL.md', model), 'utf8')
const { sets } = JSON.parse(readFileSync(new URL('../eval/results.json', import.meta.url), 'utf8'))

test('the card gives the figures that npm run eval kept', () => {
  const rows = [...card.matchAll(/^\| ([\w-]+) \| ([^|]+) \| (\d\.\d{3}) \|$/gm)]
  expect(rows.length).toBeGreaterThan(20)
  const given = rows.map(([, set, measure, score]) => [set, measure, score])
  const kept = rows.map(([, set, measure]) => {
    const figure = sets[set!].figures[measure!]
    return [set, measure, (typeof figure === 'number' ? figure : figure.f1).toFixed(3)]
  })
  expect(given).toEqual(kept)
})

test('weights and vocabulary take at most 40 MB', () => {
  const size = ['model.onnx', 'tokenizer.json', 'config.json'].reduce(
    (sum, name) => sum + statSync(new URL(name, model)).size,
    0,
  )
  expect(size).toBeGreaterThan(1e6)
  expect(size).toBeLessThan(40e6)
})
