import { expect, test } from 'vitest'
import { answerTo, type Spoken } from '../../src/claims/answer.ts'
import type { Answer, Certainty } from '../../src/types.ts'

const said = (certainty: Certainty, text: string, name: string | null, role: string | null = null): Spoken => ({
  certainty,
  about: null,
  text,
  source: name === null ? null : { name, role },
})
const accusation = (about: string | null): Spoken => ({ ...said('alleged', 'it lied', 'Ana Verrin'), about })

test.each<[what: string, about: string, other: Spoken, expected: Answer]>([
  ['its own denial', 'Strait Lines', said('denied', 'it lied', 'Strait Lines'), 'denies'],
  ['by its surname', 'Joren Pike', said('denied', 'he lied', 'Pike'), 'denies'],
  ['a spokesperson', 'Strait Lines', said('denied', 'it lied', 'spokesperson for Strait Lines'), 'denies'],
  [
    'a named spokesman',
    'Strait Lines',
    said('denied', 'it lied', 'Odd Renner', 'spokesman for Strait Lines'),
    'denies',
  ],
  ['a lawyer', 'Joren Pike', said('denied', 'he lied', 'Ada Lund', 'lawyer for Joren Pike'), 'denies'],
  ['somebody else’s denial', 'Strait Lines', said('denied', 'it lied', 'Joren Pike'), 'none in the article'],
  // A spokesperson of somebody else.
  [
    'another’s spokesperson',
    'Strait Lines',
    said('denied', 'it lied', 'spokesperson for Amber Bank'),
    'none in the article',
  ],
  [
    'attributed, not denied',
    'Strait Lines',
    said('attributed', 'the pier is old', 'Strait Lines'),
    'none in the article',
  ],
  ['declined to comment', 'Strait Lines', said('stated', 'Strait Lines declined to comment', null), 'declines'],
  ['refused to answer', 'Strait Lines', said('stated', 'Strait Lines refused to answer', null), 'declines'],
  ['gave no comment', 'Strait Lines', said('stated', 'Strait Lines had no comment', null), 'declines'],
  ['did not respond', 'Strait Lines', said('stated', 'Strait Lines did not respond to questions', null), 'declines'],
  ['didn’t reply', 'Strait Lines', said('stated', 'Strait Lines didn’t reply', null), 'declines'],
  // Says that it is not yet.
  [
    'did not immediately',
    'Strait Lines',
    said('stated', 'Strait Lines did not immediately respond to questions', null),
    'no immediate comment',
  ],
  [
    'no immediate',
    'Strait Lines',
    said('stated', 'Strait Lines had no immediate comment', null),
    'no immediate comment',
  ],
  [
    'could not be reached',
    'Joren Pike',
    said('stated', 'Joren Pike could not be reached for comment', null),
    "couldn't be reached",
  ],
  [
    'could not immediately be reached',
    'Joren Pike',
    said('stated', 'Pike could not immediately be reached', null),
    "couldn't be reached",
  ],
  [
    'nobody else’s silence',
    'Strait Lines',
    said('stated', 'Amber Bank declined to comment', null),
    'none in the article',
  ],
  // A name within another word is no name.
  ['half a word', 'Joren Pike', said('stated', 'Pikeville declined to comment', null), 'none in the article'],
])('%s', (_, about, other, expected) => {
  const claim = accusation(about)
  expect(answerTo(claim, [claim, other])).toBe(expected)
})

test('a denial goes before silence', () => {
  const claim = accusation('Strait Lines')
  const claims = [
    claim,
    said('stated', 'Strait Lines declined to comment', null),
    said('denied', 'it lied', 'Strait Lines'),
  ]
  expect(answerTo(claim, claims)).toBe('denies')
})

test('an accusation against nobody known has no answer in the article', () => {
  const claim = accusation(null)
  expect(answerTo(claim, [claim, said('denied', 'it lied', 'Strait Lines')])).toBe('none in the article')
})

test.each<Certainty>(['denied', 'open', 'confirmed', 'attributed', 'stated'])(
  'what is %s is no accusation: nothing answers it',
  (certainty) => {
    const claim = { ...accusation('Strait Lines'), certainty }
    expect(answerTo(claim, [claim, said('denied', 'it lied', 'Strait Lines')])).toBeNull()
  },
)
