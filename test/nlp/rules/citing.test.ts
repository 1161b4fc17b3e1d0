import { expect, test } from 'vitest'
import { claimsOf, lineOf } from '../reading.ts'

test.each([
  [
    'The Vell Courier, quoting a diplomat, reported that the pact was dead.',
    'attributed | diplomat via Vell Courier | the pact was dead',
  ],
  [
    'The pact was dead, the Vell Courier reported, citing two officials.',
    'attributed | two officials via Vell Courier | The pact was dead',
  ],
])('who is cited said it: %s', async (text, expected) => {
  expect((await claimsOf(text)).map(lineOf)).toEqual([expected])
})

test('a reason that is cited says nothing', async () => {
  const claims = await claimsOf('The mayor said the fair was off, citing safety concerns.')
  expect(claims.map(({ source }) => source?.name)).not.toContain('safety concerns')
  expect(claims.map(({ via }) => via)).toEqual(claims.map(() => []))
})
