import { expect, it } from 'vitest'
import { lookTwice } from '../../src/replies/look-twice.ts'
import { claim, source } from './claim.ts'

// Each has a figure that no other has, so that every pair must be held side by side.
const unlike = (count: number) =>
  Array.from({ length: count }, (_, i) =>
    claim('attributed', `${i + 10} x${i}a y${i}b`, { source: source(`Zeb Q${i}`) }),
  )
const differ = ['40 boats left the harbour', '70 boats left the harbour'].map((text, i) =>
  claim('attributed', text, { source: source(`Ada O${i}`) }),
)

it('two sources that differ are found among the claims of a long story', () => {
  expect(lookTwice({ title: null }, [...unlike(200), ...differ])).toMatchObject([{ kind: 'differ', claims: differ }])
})

it('of a book only so many pairs are held side by side, since everybody would wait for more', () => {
  expect(lookTwice({ title: null }, [...unlike(400), ...differ])).toEqual([])
})
