import fc from 'fast-check'
import { expect, it } from 'vitest'
import { claimless } from '../../src/claims/claimless.ts'
import { offlineEngine } from '../../src/nlp/engine.ts'
import { breakDown } from '../../src/pipeline.ts'
import { type ArticleKind, type Attribution, certainties, type Words } from '../../src/types.ts'
import { attributionsOf, news } from './reading.ts'

const kinds: readonly ArticleKind[] = ['news', 'release', 'statement', 'transcript', 'opinion', 'live']

// Whatever comes in, and what looks enough like news for every rule to have a go at it.
const pieces = [
  ...['Ansa Bray', 'the mayor', 'He', 'it', 'the firm', 'Strait Lines', 'BRAY: ', 'Q: ', 'VELLGRAD (Lantern) — '],
  ...['said', 'told Radio Ostrand', 'denied', 'alleged', 'accused', 'according to', 'was charged with', 'ruled out'],
  ...['that', 'which', 'who', 'after', 'while', 'and', 'but', 'because', 'of', 'not', 'n’t', 'reportedly', 'may'],
  ...['the dam burst', 'burning boats', 'had been lost', 'leaks', 'in May', '4,000 crowns', '59'],
  ...[
    '“',
    '”',
    '"',
    "'",
    '‘',
    '’',
    ', ',
    '; ',
    ': ',
    '. ',
    '? ',
    ' — ',
    '(',
    ')',
    '\n',
    '\n\n',
    '\u2028',
    '🦭',
    '\ud83e',
  ],
]
const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.array(fc.constantFrom(...pieces), { maxLength: 40 }).map((words) => words.join(' ').replaceAll(' , ', ', ')),
)

const wordsIn = (attribution: Attribution): readonly Words[] => [
  ...attribution.sourceWords,
  ...attribution.cue,
  ...attribution.content,
  ...(attribution.source?.mentions ?? []),
  ...attribution.via.flatMap(({ mentions }) => mentions),
  ...attribution.propositions.flatMap(({ evidence, cue }) => [...evidence, ...(cue ? [cue] : [])]),
]

it('any string: all words that an attribution points at stand where it says', () => {
  fc.assert(
    fc.property(text, fc.constantFrom(...kinds), (string, kind) => {
      for (const { words, start } of attributionsOf(string, { kind }).flatMap(wordsIn))
        expect(string.slice(start, start + words.length)).toBe(words)
    }),
  )
})

it('any string: nothing that the engine proposes is turned away, and claims and claimless sentences make up the text', async () => {
  await fc.assert(
    fc.asyncProperty(text, fc.constantFrom(...kinds), async (string, kind) => {
      const { article, claims, rejected, unclaimed } = await breakDown(news(string, { kind }), offlineEngine)
      expect(rejected).toEqual([])
      expect(unclaimed).toEqual(claimless(article, claims))
      expect(new Set(claims.map(({ id }) => id)).size).toBe(claims.length)
      const starts = claims.map(({ evidence }) => evidence[0]!.span[0])
      expect(starts).toEqual(starts.toSorted((a, b) => a - b))
    }),
  )
})

it('any string: claims keep to the contract’s values', async () => {
  await fc.assert(
    fc.asyncProperty(text, fc.constantFrom(...kinds), async (string, kind) => {
      const { claims } = await breakDown(news(string, { kind }), offlineEngine)
      for (const claim of claims) {
        expect(certainties).toContain(claim.certainty)
        expect(claim.text.trim()).not.toBe('')
        expect(claim.evidence.length).toBeGreaterThan(0)
        expect(Math.abs(claim.factuality)).toBeLessThanOrEqual(3)
        expect(claim.confidence).toBeGreaterThanOrEqual(0)
        expect(claim.confidence).toBeLessThanOrEqual(1)
        // Only the own voice has no source and states; only an accusation has an answer.
        expect(claim.speech === 'none').toBe(claim.source === null && claim.rule === 'own-voice')
        if (claim.certainty === 'stated') expect(claim.source).toBeNull()
        expect(claim.answer === null).toBe(claim.certainty !== 'alleged')
        if (claim.source?.name === 'unidentified') expect(claim.source.named).toBe(false)
      }
    }),
  )
})

it('any string: the same text gives the same attributions', () => {
  fc.assert(
    fc.property(text, (string) => {
      expect(attributionsOf(string)).toEqual(attributionsOf(string))
    }),
  )
})

it.each(['', ' \n\n ', '…', '“”', '?', '\ud83e', 'Ansa Bray'])('%j claims nothing', (string) => {
  expect(attributionsOf(string).flatMap(({ propositions }) => propositions)).toEqual([])
})
