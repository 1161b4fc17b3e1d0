import { expect, it } from 'vitest'
import { labels } from '../../src/replies/labels.ts'
import { notesOf } from '../../src/replies/notes.ts'
import { breakdownRecord } from '../../src/replies/records.ts'
import { sentenceOf } from '../../src/replies/sentence.ts'
import { certainties } from '../../src/types.ts'
import { claim, source } from './claim.ts'

const osk = source('Marit Osk')

it('says whom an accusation is against and what they answer', () => {
  expect(notesOf(claim('alleged', 'Northern Aid sold flour.', { source: osk, about: 'Northern Aid' }))).toEqual([
    'against Northern Aid: no answer found in the article',
  ])
})

it('says what it is unsure of', () => {
  expect(notesOf(claim('attributed', 'Aid arrived.', { source: osk, confidence: 0.3 }))).toEqual(['Unsure who said it'])
  expect(notesOf(claim('stated', 'Aid arrived.', { confidence: 0.3 }))).toEqual(['Unsure of the label'])
  expect(notesOf(claim('stated', 'Aid arrived.', { confidence: 0.5 }))).toEqual([])
})

it('gives each label words, a mark and a colour of its own, none of them a verdict', () => {
  const all = certainties.map((certainty) => labels[certainty])
  for (const key of ['words', 'mark', 'colour'] as const) expect(new Set(all.map((label) => label[key])).size).toBe(6)
  for (const { words, mark } of all) {
    expect(words).not.toMatch(/^(?:fact|confirmed|open)$/i)
    expect(mark).not.toMatch(/[✓✔✅✗✘❌×+xX]/)
  }
})

it('gives programs the sentence beside the text', () => {
  const made = claim('alleged', 'Aid was sold.', { source: osk })
  const record = breakdownRecord(
    { article: { id: 'a' } as never, claims: [made], attributions: [], rejected: [], unclaimed: [], engine: 'e' },
    ['A remark.'],
  )
  expect(JSON.parse(JSON.stringify(record))).toMatchObject({
    claims: [{ text: 'Aid was sold.', sentence: sentenceOf(made), certainty: 'alleged' }],
    remarks: ['A remark.'],
  })
})
