import { expect, test } from 'vitest'
import { articleOf } from '../../src/article/article-of.ts'
import { claimless } from '../../src/claims/claimless.ts'
import { ground } from '../../src/claims/ground.ts'
import type { Claim } from '../../src/types.ts'

const text = 'The dam is safe. Is it? The pier is old.\n\nTwo dogs died.'
const article = articleOf(text)

// Claims that stand on these words, one each; several words are one claim in pieces.
const standingOn = (...evidence: readonly (readonly string[])[]): readonly Claim[] =>
  ground(
    article,
    evidence.map((pieces) => ({
      source: null,
      sourceWords: [],
      cue: [],
      content: [],
      via: [],
      speech: 'none' as const,
      rule: 'stand-in',
      confidence: 1,
      propositions: [
        {
          text: pieces.join(' '),
          evidence: pieces.map((words) => ({ words, start: -1 })),
          cue: null,
          certainty: 'stated' as const,
          factuality: 3,
          about: null,
        },
      ],
    })),
  ).claims

test.each<[what: string, claims: readonly Claim[], expected: readonly string[]]>([
  ['all, without claims', [], ['The dam is safe.', 'Is it?', 'The pier is old.', 'Two dogs died.']],
  ['those between', standingOn(['The dam is safe'], ['Two dogs died']), ['Is it?', 'The pier is old.']],
  [
    'in order of place, whatever the claims’ order',
    standingOn(['Two dogs died'], ['Is it']),
    ['The dam is safe.', 'The pier is old.'],
  ],
  ['none that a claim reaches into from the one before', standingOn(['safe. Is it? The pier']), ['Two dogs died.']],
  ['none with a piece of a claim in it', standingOn(['The dam', 'pier is old']), ['Is it?', 'Two dogs died.']],
  ['none, when each has a claim', standingOn(['dam'], ['Is'], ['pier'], ['dogs']), []],
])('%s', (_, claims, expected) => {
  expect(claimless(article, claims).map((span) => text.slice(...span))).toEqual(expected)
})
