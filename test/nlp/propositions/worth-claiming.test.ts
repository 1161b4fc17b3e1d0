import { describe, expect, test } from 'vitest'
import { claimsOf } from '../reading.ts'

const wordsOf = async (text: string): Promise<readonly string[]> =>
  (await claimsOf(text)).map(({ evidence }) => evidence.map(({ words }) => words).join(' … '))

describe('claims nothing', () => {
  test.each([
    // Questions, calls, what ought to be.
    'Is the dam safe?',
    'Who broke the gate?',
    'Please send your pictures.',
    'Let us leave the village.',
    'The board should resign.',
    // Without a verb.
    'The end of the pier.',
    'Quillport, May 19',
    // Furniture of the page.
    'Read more about the dam here.',
    'Copyright 2031 Quillport Courier. All rights reserved.',
    'Photo by Ada Lund shows the dam.',
    'Reporting by Ada Lund in Quillport.',
    'This story has been updated with a comment.',
    'Sign up for our letter.',
  ])('%s', async (text) => expect(await wordsOf(text)).toEqual([]))
})

describe('claims', () => {
  test.each<[text: string, words: string]>([
    ['The dam broke.', 'The dam broke'],
    // A negation, a plan, a generic "can".
    ['Nobody left.', 'Nobody left'],
    ['The pier will open on Monday.', 'The pier will open on Monday'],
    ['Visitors can see the dam.', 'Visitors can see the dam'],
    // After its dateline, without its conjunction.
    ['VELLGRAD (Lantern) — The dam broke.', 'The dam broke'],
    ['QUILLPORT, March 14 — The dam broke.', 'The dam broke'],
    ['But the dam broke.', 'the dam broke'],
    // Without its marks.
    ['“The dam broke,” Ana Verrin said.', 'The dam broke'],
    // A question in what is told is no question asked.
    ['The mayor would not say whether the dam was safe.', 'The mayor would not say whether the dam was safe'],
  ])('%s', async (text, words) => expect(await wordsOf(text)).toEqual([words]))
})
