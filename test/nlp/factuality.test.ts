import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { articleOf } from '../../src/article/article-of.ts'
import { readDocument } from '../../src/nlp/document.ts'
import { factualityOf, judgeEvents } from '../../src/nlp/factuality.ts'
import learned from '../../src/nlp/lexicon/factuality-weights.json' with { type: 'json' }

// What a reader may take from a sentence of its event.
const ranges = {
  'it happened': [2.5, 3],
  'it is to come': [1.7, 2.9],
  'left open': [0.3, 2.3],
  'rather not': [-0.9, 1],
  "it didn't happen": [-3, -0.9],
} as const

// The event stands between brackets. Everybody and everything here is invented.
const sentences: readonly (readonly [string, keyof typeof ranges])[] = [
  // A plain past.
  ['The harbour board [approved] the budget on Monday.', 'it happened'],
  // What a source says is passed on as having happened.
  ['Marta Quill said the ferry [sank].', 'it happened'],
  // The saying itself.
  ['Marta Quill [said] the ferry would sink.', 'it happened'],
  // A factive verb.
  ['Marta Quill knows that the ferry [sank].', 'it happened'],
  // An implicative verb.
  ['The mayor managed to [close] the harbour.', 'it happened'],
  // A causing verb.
  ['The mayor was forced to [close] the harbour.', 'it happened'],
  // A noun as the subject of a plain past.
  ['The [strike] lasted a week.', 'it happened'],
  // Negation that ends where a contrast begins.
  ['The board did not meet but [approved] the budget.', 'it happened'],
  // A future.
  ['The harbour board will [approve] the budget.', 'it is to come'],
  // An expectation.
  ['The board is expected to [approve] the budget.', 'it is to come'],
  // A plan.
  ['The mayor plans to [close] the harbour.', 'it is to come'],
  // Two verbs that one plan governs.
  ['The minister agreed to meet the crew and [sign] the pact.', 'it is to come'],
  // Hedging adverbs, where they stand before, within and after.
  ['Oskar Venn allegedly [stole] the boat.', 'left open'],
  ['The ferry has probably [sunk].', 'left open'],
  ['The ferry [sank], possibly.', 'left open'],
  // Modals.
  ['The board may [approve] the budget.', 'left open'],
  ['The ferry might have [sunk].', 'left open'],
  ['The board could [approve] the budget next week.', 'left open'],
  // Wishes, requests and threats.
  ['The mayor wants to [close] the harbour.', 'left open'],
  ['Oskar Venn urged the crew to [leave].', 'left open'],
  ['The union called for a [strike].', 'left open'],
  ['The union threatened to [strike].', 'left open'],
  // A condition, and what follows from it.
  ['The board would approve the budget if the mayor [resigned].', 'left open'],
  ['The board would [approve] the budget if the mayor resigned.', 'left open'],
  // A question within a sentence.
  ["Marta Quill doesn't know whether the ferry [sank].", 'left open'],
  // An adjective that leaves the noun open.
  ['A possible [strike] worries the ferry company.', 'left open'],
  // Doubt and denial.
  ['Marta Quill denied that the ferry [sank].', 'rather not'],
  ['Prices are unlikely to [rise].', 'rather not'],
  // Negation on the verb, straight and curly.
  ['The board did not [approve] the budget.', "it didn't happen"],
  ["Oskar Venn won't [resign].", "it didn't happen"],
  ['Oskar Venn didn’t [resign].', "it didn't happen"],
  // Negation in the subject.
  ['Nobody was [injured] in the fire.', "it didn't happen"],
  // Negation in the noun's own phrase.
  ['There was no [strike].', "it didn't happen"],
  // "yet to", "without".
  ['They had yet to [find] the ferry.', "it didn't happen"],
  ['The firm left without [paying] the crew.', "it didn't happen"],
  // Predicates that deny what they govern.
  ['The mayor failed to [close] the harbour.', "it didn't happen"],
  ['The mayor refused to [close] the harbour.', "it didn't happen"],
  ['The police prevented the crowd from [reaching] the bridge.', "it didn't happen"],
]

const judge = (marked: string): number => {
  const start = marked.indexOf('[')
  const end = marked.indexOf(']') - 1
  return judgeEvents(marked.replace(/[[\]]/g, ''), [[start, end]])[0]!
}

describe('factuality of an event', () => {
  it.each(sentences)('%s: %s', (marked, range) => {
    const [least, most] = ranges[range]
    const factuality = judge(marked)
    expect(factuality).toBeGreaterThanOrEqual(least)
    expect(factuality).toBeLessThanOrEqual(most)
  })

  it('of several words is that of their main verb', () => {
    const text = 'The board did not approve the budget.'
    expect(judgeEvents(text, [[10, 25]])).toEqual(judgeEvents(text, [[18, 25]]))
  })

  it('is the same in an article, whatever stands in the other sentences', () => {
    const before = 'It may never rain again.\n\n'
    const text = `${before}The ferry sank. Nobody saw it.`
    const document = readDocument(articleOf(text))
    const start = text.indexOf('sank')
    expect(factualityOf(document, start, start + 4)).toBe(judge('The ferry [sank].'))
  })

  // Left open: there is no word there that could have happened.
  it.each([
    ['an empty text', '', 0, 0],
    ['white space', ' \n\n ', 1, 2],
    ['beyond the end', 'The ferry sank.', 900, 904],
    ['between two words', 'The  ferry sank.', 4, 4],
  ])('is 0 for a place without a word: %s', (_, text, start, end) => {
    expect(judgeEvents(text, [[start, end]])).toEqual([0])
  })
})

describe('whatever comes', () => {
  const number = expect.any(Number)
  const words = fc
    .array(
      fc.constantFrom(
        ..."constructor __proto__ toString if to not n't 's ' that no which said refuse would have been closing closed , . ? “ ” \n\n 🛶 \ud83d \u0000 מים the plan for".split(
          ' ',
        ),
      ),
      { maxLength: 40 },
    )
    .map((list) => list.join(' '))
  const text = fc.oneof(words, fc.string({ unit: 'binary', maxLength: 80 }))

  it('is within -3 … +3, and the same twice', () => {
    fc.assert(
      fc.property(text, fc.integer({ min: -5, max: 300 }), fc.integer({ min: -5, max: 300 }), (text, start, end) => {
        const [factuality] = judgeEvents(text, [[start, end]])
        expect(factuality).toEqual(number)
        expect(Math.abs(factuality!)).toBeLessThanOrEqual(3)
        expect(judgeEvents(text, [[start, end]])).toEqual([factuality])
      }),
      { numRuns: 300 },
    )
  })

  it('gives a number for each event, in their order', () => {
    expect(judgeEvents('The ferry sank.', [])).toEqual([])
    expect(
      judgeEvents('The ferry sank and never sailed.', [
        [25, 31],
        [10, 14],
      ]),
    ).toEqual([judge('The ferry sank and never [sailed].'), judge('The ferry [sank] and never sailed.')])
  })

  it.each([Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY])('takes %s for a place', (place) => {
    for (const [start, end] of [
      [place, 3],
      [0, place],
      [place, place],
    ] as const)
      expect(Math.abs(judgeEvents('The ferry sank.', [[start, end]])[0]!)).toBeLessThanOrEqual(3)
  })
})

describe('what was learned', () => {
  it('names its source, and every weight is a number that can move the scale by no more than its length', () => {
    expect(learned.source).toMatch(/UW.*MEANTIME/)
    for (const weight of Object.values(learned.weights)) expect(Math.abs(weight)).toBeLessThan(6)
  })

  it('is small enough to be read', () => {
    expect(JSON.stringify(learned, null, 2).length).toBeLessThan(40_000)
  })
})
