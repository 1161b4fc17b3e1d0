import { expect, test } from 'vitest'
import { lookTwice } from '../../src/replies/look-twice.ts'
import { claimsOf } from '../nlp/reading.ts'

const doubts = async (title: string | null, text: string) => lookTwice({ title }, await claimsOf(text, { title }))
const alleged = 'The union alleged that Strait Lines had removed lifeboats from two ferries. The quay is closed.'

test('a headline that states what the body puts forward unproven', async () => {
  expect(await doubts('Strait Lines removed lifeboats from ferries', alleged)).toContainEqual(
    expect.objectContaining({ kind: 'headline', claim: expect.objectContaining({ certainty: 'alleged' }) }),
  )
})

test.each([
  ['reports', 'Strait Lines removed lifeboats from ferries, says union', alleged],
  ['quotes', 'Strait Lines “removed lifeboats from ferries”', alleged],
  ['hedges', 'Strait Lines may have removed lifeboats from ferries', alleged],
  ['asks', 'Has Strait Lines removed lifeboats from ferries?', alleged],
  ['is about something else', 'Harbour festival draws record crowd', alleged],
  [
    'states what the body states',
    'Strait Lines removed lifeboats from ferries',
    'Strait Lines removed lifeboats from two ferries. The union alleged that lifeboats were sold.',
  ],
])('no word of a headline that %s', async (_, title, text) => {
  expect((await doubts(title, text)).filter(({ kind }) => kind === 'headline')).toEqual([])
})

test('two sources with other figures, and one that denies what another says', async () => {
  const figures = await doubts(
    null,
    'Ada Osk said 12 passengers were hurt on the ferry. Bo Lund said 15 passengers were hurt on the ferry.',
  )
  expect(figures).toMatchObject([{ kind: 'differ' }])
  const same = await doubts(
    null,
    'Ada Osk said 12 passengers were hurt on the ferry. Bo Lund said 12 passengers were hurt on the ferry.',
  )
  expect(same).toEqual([])
  const denied = await doubts(
    null,
    'Ada Osk said the firm had removed lifeboats. Bo Lund denied that the firm had removed lifeboats.',
  )
  expect(denied).toMatchObject([{ kind: 'differ' }])
})

test('two accounts that part in one verb', async () => {
  const text =
    'Ilse Marrow said the two sides discussed a meeting of their prime ministers. Jannik Holt said both sides had agreed to a meeting of their prime ministers.'
  expect(await doubts(null, text)).toMatchObject([{ kind: 'differ' }])
  expect(await doubts(null, text.replace('discussed', 'had agreed to'))).toEqual([])
})

test('an allegation without its target’s answer, and none with it', async () => {
  const open = await doubts(null, 'Ada Osk accused Strait Lines of hiding the losses.')
  expect(open).toMatchObject([{ kind: 'unanswered', about: 'Strait Lines' }])
  const answered = await doubts(
    null,
    'Ada Osk accused Strait Lines of hiding the losses. Strait Lines denied hiding the losses.',
  )
  expect(answered.filter(({ kind }) => kind === 'unanswered')).toEqual([])
})
