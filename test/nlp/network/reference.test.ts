import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { decode } from '../../../src/nlp/network/decode.ts'
import { tags } from '../../../src/nlp/network/tags.ts'
import { windowsOf } from '../../../src/nlp/network/windows.ts'
import { wordsOf } from '../../../src/nlp/network/words.ts'

// Written by the training's own reading and decoding (Python) of an invented text with random scores.
const reference = JSON.parse(readFileSync(new URL('../../fixtures/network/reference.json', import.meta.url), 'utf8'))
const words = wordsOf(reference.text)

test('words and their features are those of the training', () => {
  const found = words.map((w) => [w.text, w.start, w.end, w.paragraph, w.ends, ...w.features])
  expect(found).toEqual(reference.words)
  for (const { start, end } of words) expect(reference.text.slice(start, end).trim()).not.toBe('')
})

test('a closing mark where only an opening one can stand opens; elsewhere it closes', () => {
  const quote = (text: string) => wordsOf(text).map((w) => w.features[1])
  expect(quote('”Go on,” he said')).toEqual([2, 1, 1, 1, 3, 0, 0])
  expect(quote('“Go on” ”')).toEqual([2, 1, 1, 3, 3])
})

test.each([
  ['small', { centre: 8, left: 3, right: 2 }],
  ['large', { centre: 256, left: 24, right: 0 }],
])('%s windows are those of the training', (name, sizes) => {
  const found = windowsOf(words, reference.sizes, sizes).map((w) => [w.first, w.last, w.begin, w.end])
  expect(found).toEqual(reference.windows[name])
})

test('spans and links are decoded as in the training', () => {
  const windows = windowsOf(words, reference.sizes, { centre: 8, left: 3, right: 2 })
  const outputs = windows.map((window, i) => ({
    window,
    emissions: reference.outputs[i].emissions,
    links: reference.outputs[i].links.map((row: number[]) => Float32Array.from(row)),
  }))
  const { null: nobody, nullBias, distance, transitions } = reference.weights
  const found = decode(outputs, {
    null: nobody,
    nullBias,
    distance,
    transitions,
    linkDim: 2,
    leastCue: reference.leastCue,
  })
  const place = (span: { first: number; last: number } | null) =>
    span ? [[words[span.first]!.start, words[span.last]!.end]] : []
  expect(
    found.map(({ source, cue, content }) => ({
      source: place(source),
      cue: place(cue),
      content: content.flatMap(place),
    })),
  ).toEqual(reference.attributions)
  expect(reference.attributions.length).toBeGreaterThan(5)
  for (const { sure } of found) expect(sure > 0 && sure <= 1).toBe(true)
})

test('there are four tags a role, and none', () => {
  expect(tags).toHaveLength(13)
})
