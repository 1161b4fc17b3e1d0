import { describe, expect, it } from 'vitest'
import { type AttributionSpans, scoreAttributions } from '../../src/terminal/scores/attributions.ts'
import { calibrationError } from '../../src/terminal/scores/calibration.ts'
import { type ScoredClaim, scoreClaims } from '../../src/terminal/scores/claims.ts'
import { scoreFactuality } from '../../src/terminal/scores/factuality.ts'
import type { Scores } from '../../src/terminal/scores/figure.ts'
import { sameSource } from '../../src/terminal/scores/names.ts'
import type { Span } from '../../src/types.ts'

// Every value here was worked out by hand; the reckoning stands in the comment above its row.

const text = 'Osk said the ferries run. Tam denied rain. “It pours”, Tam said, “here”. The strait is calm.'
const at = (...words: readonly string[]): Span[] =>
  words.map((one) => {
    expect(text, one).toContain(one)
    return [text.indexOf(one), text.indexOf(one) + one.length]
  })
/** Of the figures of a set those that a row names, rounded as they are kept. */
function figures({ figures }: Scores, names: object): object {
  const found = figures.filter(({ name }) => name in names)
  return Object.fromEntries(found.map(({ name, value }) => [name, Math.round(value * 1000) / 1000]))
}

describe('attributions', () => {
  const osk = { source: at('Osk'), cue: at('said'), content: at('the ferries run') }
  const tam = { source: at('Tam'), cue: at('denied'), content: at('rain') }
  type Row = readonly [string, readonly AttributionSpans[], readonly AttributionSpans[], Record<string, number>]
  const rows: readonly Row[] = [
    // One of two found, with 10 of the 13 letters of its content: 1/1 and 1/2 give 2/3; 10/10 and 10/17 give 20/27.
    [
      'one of two, its content cut short',
      [osk, tam],
      [{ ...osk, content: at('the ferries') }],
      {
        'source, exact span': 0.667,
        'cue, exact span': 0.667,
        'content, exact span': 0,
        'content, by character': 0.741,
        'content found': 0.667,
        'content and its source': 0.667,
        'content exact and its source': 0,
        'indirect content, recall': 0.5,
        'direct content, recall': 0,
      },
    ],
    // 6 of 13 letters are less than half.
    ['too little of the content', [osk], [{ ...osk, content: at('the fer') }], { 'content found': 0 }],
    // The content is found, its source another: 1/1 found, 0 linked.
    [
      'another source',
      [osk],
      [{ ...osk, source: at('Tam') }],
      { 'content found': 1, 'content and its source': 0, 'source, exact span': 0 },
    ],
    // Nobody named on either side is agreement.
    ['no source', [{ content: at('rain') }], [{ content: at('rain') }], { 'content exact and its source': 1 }],
    // Pieces with only a space between them are one stretch; so is one with a space at its end.
    [
      'content in two pieces that touch',
      [osk],
      [{ ...osk, content: at('ferries run', 'the ') }],
      { 'content, exact span': 1, 'content exact and its source': 1 },
    ],
    // White space at either end of a span is none of it.
    ['a cue with its spaces', [osk], [{ ...osk, cue: at(' said ') }], { 'cue, exact span': 1, 'cue, by character': 1 }],
    // All in quotation marks, some of it, none; one answer for each of the first two.
    [
      'contents by speech',
      [{ content: at('“It pours”', '“here”') }, { content: at('Tam said, “here”') }, tam],
      [{ content: at('“It pours”, ', '“here”') }, tam],
      { 'direct content, recall': 1, 'mixed content, recall': 0, 'indirect content, recall': 1 },
    ],
    ['nothing', [osk], [], { 'source, exact span': 0, 'content found': 0, 'indirect content, recall': 0 }],
  ]
  it.each(rows)('%s', (_, gold, answer, expected) => {
    const scores = scoreAttributions([{ text, gold, answer }])
    expect(figures(scores, expected)).toEqual(expected)
    expect(scores.counts).toEqual({ articles: 1, attributions: gold.length })
  })

  it('are counted over all articles, not as a mean of theirs', () => {
    // 1 of 1 and 0 of 3: a quarter is found, not the mean of 1 and 0. F1 of 1/1 and 1/4 is 2/5.
    const three = [tam, { content: at('“here”') }, { content: at('The strait is calm') }]
    const scores = scoreAttributions([
      { text, gold: [osk], answer: [osk] },
      { text, gold: three, answer: [] },
    ])
    expect(figures(scores, { 'content found': 0 })).toEqual({ 'content found': 0.4 })
  })
})

describe('factuality', () => {
  it.each([
    ['the same', [3, 0, -3], [3, 0, -3], 0, 1],
    // Errors 0, 3, 0. Means 0 and 1, so 3·2 + 0·2 + 3·4 = 18 over √18 · √24.
    ['one too high', [3, 0, -3], [3, 3, -3], 1, 0.866],
    // No value is a 0: errors 2, 0, 4, and 3·1/3 − 3·1/3 = 0.
    ['one without a value', [3, 0, -3], [1, undefined, 1], 2, 0],
    // The other way round.
    ['the opposite', [3, -3], [-3, 3], 6, -1],
    ['always the same', [3, -3], [3, 3], 3, 0],
  ] as const)('%s', (_, gold, answer, error, r) => {
    const expected = { 'mean absolute error': error, 'Pearson’s r': r }
    expect(figures(scoreFactuality([{ text, gold, answer }]), expected)).toEqual(expected)
  })
})

describe('a source counts as the same', () => {
  it.each([
    ['Marit Osk', 'Osk', true],
    ['the ministry', 'Ministry', true],
    // Without the possessive, all of the shorter name; with it, one word in three.
    ['Dr Osk’s', 'Marit Osk', true],
    // Without the last word of the longer name, and one word in three shared.
    ['Aldmark', 'Aldmark’s prosecutor general', false],
    ['Marit Osk', 'Marit Tam', false],
    // Two words in three.
    ['Marit Osk', 'Osk Marit Tam', true],
    // The last word alone, of a name that is five words longer.
    ['Vell', 'Joint Northern Harbour Committee Police Vell', false],
    [null, null, true],
    [null, 'Osk', false],
  ])('%s, %s: %s', (a, b, same) => {
    expect(sameSource(a === null ? null : { name: a }, b === null ? null : { name: b })).toBe(same)
    expect(sameSource(b === null ? null : { name: b }, a === null ? null : { name: a })).toBe(same)
  })
})

describe('the calibration error', () => {
  it.each([
    ['nothing believed', [], 0],
    // Together 1.8 was believed and 1 was right: 0.8 of 2.
    [
      'one bin, half right',
      [
        [0.9, true],
        [0.9, false],
      ],
      0.4,
    ],
    // 0.05 and 0.15, of 2.
    [
      'two bins',
      [
        [0.95, true],
        [0.15, false],
      ],
      0.1,
    ],
    // 1 lies in the last bin, not in an eleventh: 1.95 − 1 of 2.
    [
      'certain',
      [
        [1, false],
        [0.95, true],
      ],
      0.475,
    ],
    // A tenth each: 0.75 + 0.35, of 2.
    [
      'neighbours',
      [
        [0.25, true],
        [0.35, false],
      ],
      0.55,
    ],
    // 0.2 begins a bin: 0.81 + 0.2, of 2.
    [
      'either side of a bound',
      [
        [0.19, true],
        [0.2, false],
      ],
      0.505,
    ],
  ] as const)('of %s', (_, beliefs, error) => {
    expect(calibrationError(beliefs.map(([confidence, right]) => ({ confidence, right })))).toBeCloseTo(error, 9)
  })
})

describe('claims', () => {
  const claim = (words: string, name: string | null, more: Partial<ScoredClaim> = {}): ScoredClaim => ({
    evidence: at(words),
    source: name === null ? null : { name, kind: 'person', named: true },
    via: [],
    certainty: name === null ? 'stated' : 'attributed',
    ...more,
  })
  const run = claim('the ferries run', 'Osk', { speech: 'indirect', text: 'The ferries run.' })
  const rain = claim('rain', 'Tam', { certainty: 'denied', via: [{ name: 'the Strait Post' }] })
  const calm = claim('The strait is calm', null)
  type Row = readonly [string, readonly ScoredClaim[], readonly ScoredClaim[], Record<string, number>]
  const rows: readonly Row[] = [
    [
      'two of three, one label and one chain wrong',
      [run, rain, calm],
      [
        { ...run, source: { name: 'Marit Osk', kind: 'official', named: true }, confidence: 0.9 },
        { ...rain, certainty: 'alleged', via: [], text: 'It rains.', confidence: 0.5 },
      ],
      {
        // 2/2 and 2/3; 1/2 and 1/3.
        'claims found': 0.8,
        'claim, source and label': 0.4,
        'chains with their source': 0,
        // Attributed 1, denied and stated 0; alleged isn't in the gold.
        'mean of labels': 0.333,
        'label attributed': 1,
        'label denied': 0,
        // 3 of 5 words and 3 of 3.
        'wording of the claims found': 0.75,
        // 13 + 4 of 13 + 4 + 15 letters; 13 with both labels.
        'characters in claims': 0.694,
        'characters with both labels': 0.531,
        'source right, of those found': 1,
        'label right, of those found': 0.5,
        'speech right, of those found': 1,
        'kind right, of those found': 0.5,
        'named right, of those found': 1,
        // 0.1 and 0.5, of 2.
        'calibration error': 0.3,
      },
    ],
    // Both overlap wholly; the one that is right in all is meant. 1/2 and 1/1.
    ['the better of two', [rain], [{ ...rain, certainty: 'alleged' }, rain], { 'claim, source and label': 0.667 }],
    // The 13 letters of the claim within another are its own; 7 of 20 are left.
    [
      'a claim within another',
      [claim('Osk said the ferries run', null), run],
      [claim('Osk said the ferries run', null)],
      { 'characters in claims': 1, 'characters with both labels': 0.35 },
    ],
    // Each word as often as in both: 2 of 3 and 2 of 3.
    ['wording', [run], [{ ...run, text: 'Ferries run, run.' }], { 'wording of the claims found': 0.667 }],
    ['a chain', [rain], [{ ...rain, via: [{ name: 'Strait Post' }] }], { 'chains with their source': 1 }],
    [
      'a chain of another source',
      [rain],
      [{ ...rain, source: { name: 'Osk' } }],
      { 'chains with their source': 0, 'label right, of those found': 1 },
    ],
    [
      'a chain with a link too many',
      [rain],
      [{ ...rain, via: [{ name: 'Strait Post' }, { name: 'Osk' }] }],
      { 'chains with their source': 0 },
    ],
  ]
  it.each(rows)('%s', (_, gold, answer, expected) => {
    expect(figures(scoreClaims([{ text, gold, answer }]), expected)).toEqual(expected)
  })

  it('name the kinds of wrong labels, the most frequent first', () => {
    const wrong = (certainty: ScoredClaim['certainty']) => [{ ...rain, certainty }]
    const { labelErrors } = scoreClaims([
      { text, gold: [calm], answer: [{ ...calm, certainty: 'open' }] },
      { text, gold: [rain], answer: wrong('alleged') },
      { text, gold: [rain], answer: wrong('alleged') },
      { text, gold: [rain], answer: wrong('denied') },
    ])
    expect(Object.entries(labelErrors ?? {})).toEqual([
      ['denied taken for alleged', 2],
      ['stated taken for open', 1],
    ])
  })
})
