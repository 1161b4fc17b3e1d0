import fc from 'fast-check'
import { expect, it } from 'vitest'
import { articleOf } from '../../src/article/article-of.ts'
import { regrounded } from '../../src/claims/ground.ts'
import { offlineEngine } from '../../src/nlp/engine.ts'
import { breakDown } from '../../src/pipeline.ts'
import type { Attribution, Engine } from '../../src/types.ts'

const article = articleOf('Tam Oye said the “quay  wall” moved.')
const proposing = (words: string): Engine => ({
  name: 'stand-in',
  attribute: async () => ({
    engine: 'stand-in',
    attributions: [
      {
        source: null,
        sourceWords: [],
        cue: [],
        content: [],
        via: [],
        speech: 'none',
        rule: 'stand-in',
        confidence: 1,
        propositions: [
          { text: words, evidence: [{ words, start: -1 }], cue: null, certainty: 'stated', factuality: 3, about: null },
        ],
      } satisfies Attribution,
    ],
  }),
})

it('words that stand in the article pass, white space and marks folded, and carry its own words', async () => {
  const { claims, rejected } = await breakDown(article, proposing('the "quay wall" moved'))
  expect(claims.map(({ evidence }) => evidence[0]?.words)).toEqual(['the “quay  wall” moved'])
  expect(rejected).toEqual([])
})

it.each(['the quay wall fell', 'the quay wall mov', ' '])('%j is turned away and counted', async (words) => {
  const { claims, rejected } = await breakDown(article, proposing(words))
  expect(claims).toEqual([])
  expect(rejected).toHaveLength(1)
})

it('any string: every claim stands in it word for word, the same twice', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.oneof(
        fc.string({ unit: 'binary', maxLength: 200 }),
        fc
          .array(
            fc.constantFrom(
              '“',
              '”',
              '"',
              ' said ',
              'Oye ',
              'that ',
              'he ',
              'was ',
              ', ',
              '. ',
              'denied ',
              'it ',
              '\n\n',
              'according to ',
              'who ',
              'and ',
              "'s ",
            ),
          )
          .map((words) => words.join('')),
      ),
      async (text) => {
        const first = await breakDown(articleOf(text), offlineEngine)
        for (const { evidence } of first.claims)
          for (const { span, words } of evidence) expect(text.slice(...span)).toBe(words)
        expect(await breakDown(articleOf(text), offlineEngine)).toEqual(first)
      },
    ),
  )
})

it('out of a store only what still stands at its place comes back', async () => {
  const { claims } = await breakDown(articleOf('Tam Oye said the quay moved. Ada Osk denied it.'), offlineEngine)
  const kept = JSON.parse(JSON.stringify(claims))
  const text = 'Tam Oye said the quay moved. Ada Osk denied it.'
  expect(claims.length).toBeGreaterThan(0)
  expect(regrounded({ text }, kept)).toEqual(claims)
  expect(regrounded({ text: text.replace('moved', 'stood') }, kept).length).toBeLessThan(claims.length)
  const elsewhere = kept.map((claim: object) => ({ ...claim, cue: { span: [0, 3], words: 'Nobody' } }))
  expect(regrounded({ text }, elsewhere).every(({ cue }) => cue === null)).toBe(true)
})
