import { describe, expect, test } from 'vitest'
import type { ArticleKind } from '../../src/types.ts'
import { claimsOf, lineOf } from './reading.ts'

const text = 'The pumps failed at noon. The dye may fade. Ansa Bray said the river was brown.'

describe('whose the own voice is', () => {
  test.each<[ArticleKind, outlet: string | null, byline: string | null, voice: string, kind: string]>([
    ['release', 'Harrow Mills', null, 'Harrow Mills', 'organisation'],
    ['statement', 'Harrow Mills', 'Edda Holm', 'Harrow Mills', 'organisation'],
    ['opinion', 'Quillport Courier', 'Una Pell', 'Una Pell', 'person'],
    // Nobody is made up for it.
    ['opinion', 'Quillport Courier', null, 'the author', 'person'],
    ['release', null, null, 'the issuer', 'organisation'],
  ])('%s, outlet %s, byline %s', async (kind, outlet, byline, voice, whose) => {
    const claims = await claimsOf(text, { kind, outlet, byline })
    expect(claims.map(lineOf)).toEqual([
      `attributed | ${voice} | The pumps failed at noon`,
      `open | ${voice} | The dye may fade`,
      'attributed | Ansa Bray | the river was brown',
    ])
    expect(claims[0]?.source?.kind).toBe(whose)
    expect(claims[0]?.source?.named).toBe(!voice.startsWith('the '))
  })

  test.each<[ArticleKind]>([['news'], ['live'], ['transcript']])('%s has no source of its own', async (kind) => {
    const claims = await claimsOf(text, { kind, outlet: 'Quillport Courier', byline: 'Una Pell' })
    expect(claims.map(lineOf)).toEqual([
      'stated | - | The pumps failed at noon',
      'open | - | The dye may fade',
      'attributed | Ansa Bray | the river was brown',
    ])
  })
})

test('nothing in a release, a statement or an opinion is stated as fact', async () => {
  const words = 'The mill was founded in 1961, and it employs 300 people. The mill, which makes dye, is old.'
  for (const kind of ['release', 'statement', 'opinion'] as const) {
    const claims = await claimsOf(words, { kind, outlet: 'Harrow Mills' })
    expect(claims.map(({ certainty }) => certainty)).toEqual(['attributed', 'attributed', 'attributed', 'attributed'])
  }
})

describe('a transcript', () => {
  const turns = (words: string) => claimsOf(words, { kind: 'transcript' })

  test('each turn is its labelled speaker’s', async () => {
    expect(
      (await turns('BRAY: The pier was repaired in 2029. The bridge opens in May.\n\nLUNT: The pier is old.')).map(
        lineOf,
      ),
    ).toEqual([
      'attributed | BRAY | The pier was repaired in 2029',
      'attributed | BRAY | The bridge opens in May',
      'attributed | LUNT | The pier is old',
    ])
  })

  test('what an interviewer asks or puts forward is never the answer’s', async () => {
    const claims = await turns(
      'LUNT: The harbour office says the pier is rotten. Is it safe?\n\nBRAY: The pier was repaired in 2029.',
    )
    expect(claims.map(lineOf)).toEqual([
      'attributed | harbour office via LUNT | the pier is rotten',
      'attributed | BRAY | The pier was repaired in 2029',
    ])
  })

  test('is spoken: every turn is direct speech', async () => {
    const claims = await turns('ANSA BRAY (mayor): The pier was repaired in 2029.')
    expect(claims.map(({ speech, source }) => [speech, source?.name])).toEqual([['direct', 'ANSA BRAY']])
  })

  test('a question is no claim, however it goes on', async () => {
    expect(
      await turns('Q: Did the council lose the plans, which cost 4,000 crowns?\n\nA: It did not lose them.'),
    ).toHaveLength(1)
  })

  test('what is off the record gives no claim until it is on the record again', async () => {
    const claims = await turns(
      'LUNT: Off the record, the council has no money. The mayor hid it.\n\nBRAY: The pier is old.\n\nLUNT: Off the record, the mayor lied. Back on the record. The bridge opens in May.',
    )
    expect(claims.map(({ text }) => text)).toEqual(['The pier is old', 'The bridge opens in May'])
  })
})
