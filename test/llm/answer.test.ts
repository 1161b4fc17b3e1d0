import { describe, expect, it } from 'vitest'
import { articleOf } from '../../src/article/article-of.ts'
import { readAnswer } from '../../src/llm/answer.ts'
import type { Attribution, Span } from '../../src/types.ts'
import { groundOf } from './ground-of.ts'
import { source, told } from './stand-in.ts'

const text =
  'Lund said the pier fell. “We lost 40 boats,” said Roe. He did not say when. Lund said the pier fell again, the Tern said.'
const article = articleOf(text, {
  kind: 'news',
  title: 'Odd Lund on the pier of 1,200 planks',
  publishedAt: '2032-02-03',
})

function read(
  answers: readonly ReturnType<typeof told>[],
  of = article,
  piece: Span = [0, of.text.length],
): readonly Attribution[] {
  const answered = readAnswer(JSON.stringify({ attributions: answers }), groundOf(of), piece)
  if ('failure' in answered) throw answered.failure
  return answered.attributions
}
const one = (...given: Parameters<typeof told>): Attribution => read([told(...given)])[0]!
const said = { certainty: 'attributed' } as const

describe('places', () => {
  it('of words that stand there twice follow the order of the answer', () => {
    const by = { source: source('Lund'), sourceWords: ['Lund'], cue: ['said'] }
    const found = read([told('the pier fell', said, by), told('the pier fell', said, by)])
    const again = text.lastIndexOf('the pier fell')
    expect(found.map(({ propositions }) => propositions[0]!.evidence[0]!.start)).toEqual([10, 10])
    const later = read([
      told('the pier fell', said, by),
      told('We lost 40 boats', said, { source: source('Roe') }),
      told('the pier fell', said, by),
    ])[2]!
    expect(later.propositions[0]!.evidence[0]!.start).toBe(again)
    expect(later.cue[0]!.start).toBe(again - 5)
    expect(later.sourceWords[0]!.start).toBe(again - 10)
  })

  it('of the second piece of evidence come after the first', () => {
    const { propositions } = one('Lund said the pier fell again', { evidence: ['fell again', 'said'] })
    expect(propositions[0]!.evidence.map(({ start }) => start)).toEqual([
      text.indexOf('fell again'),
      text.lastIndexOf('said'),
    ])
  })

  it('cut no word and no number', () => {
    expect(() => one('We lost 40 boat', { evidence: ['We lost 40 boat'] })).toThrow(/quoted words that aren't/)
    expect(one('the pier fell', said, { source: source('Lund', { mentions: ['he'] }) }).source!.mentions).toEqual([
      { words: 'he', start: -1 },
    ])
  })

  it('of a cue are those nearest to what it reports, on either side', () => {
    const { cue } = one('We lost 40 boats', said, { source: source('Roe'), cue: ['said'] })
    expect(cue).toEqual([{ words: 'said', start: text.indexOf('said Roe') }])
    const of = articleOf('Lund said so. “We lost forty boats and all their nets,” said Roe.', { kind: 'news' })
    const far = told('We lost forty boats and all their nets', said, { source: source('Roe'), cue: ['said'] })
    expect(read([far], of)[0]!.cue).toEqual([{ words: 'said', start: of.text.indexOf('said Roe') }])
  })

  it('carry the article’s own words, marks and white space folded; -1 where they don’t stand', () => {
    const { propositions, content } = one('"We lost  40 boats,"', said, { source: source('Roe'), content: ['Nobody'] })
    expect(propositions[0]!.evidence).toEqual([{ words: '“We lost 40 boats,”', start: 25 }])
    expect(content).toEqual([{ words: 'Nobody', start: -1 }])
  })

  it('before the piece count for what is denied only', () => {
    const piece: Span = [55, text.length]
    const before = told('We lost 40 boats', said, { source: source('Roe') })
    const denied = told('We lost 40 boats', { certainty: 'denied' }, { source: source('Roe') })
    expect(read([before, denied], article, piece).map(({ propositions }) => propositions[0]!.certainty)).toEqual([
      'denied',
    ])
  })
})

describe('what a model adds is left out', () => {
  it.each([
    ['a name from elsewhere', 'Anders Roe lost 40 boats.'],
    ['a title', 'They lost 40 boats to Captain Flood.'],
    ['a number', 'We lost 41 boats.'],
    ['a no', 'We never lost 40 boats.'],
    ['another year', 'We lost 40 boats on 2 February 1988.'],
  ])('%s: the article’s words stand in the wording’s place', (_, wording) => {
    const { propositions } = one(wording, { ...said, evidence: ['We lost 40 boats'] }, { source: source('Roe') })
    expect(propositions[0]!.text).toBe('We lost 40 boats')
  })

  it.each([
    ['a name from the headline', 'Odd Lund lost 40 boats.'],
    ['a day that the date gives', 'We lost 40 boats on Monday, 2 February 2032.'],
    ['a first word in other words', 'Together they lost 40 boats.'],
    ['a possessive', "We lost 40 boats of Roe's."],
    ['a number without its comma', 'We lost 40 boats and 1200 planks.'],
  ])('%s is no addition', (_, wording) => {
    const { propositions } = one(wording, { ...said, evidence: ['We lost 40 boats'] }, { source: source('Roe') })
    expect(propositions[0]!.text).toBe(wording)
  })

  it('what is denied may be worded without its no', () => {
    const { propositions } = one(
      'He said when.',
      { certainty: 'denied', evidence: ['He did not say when'] },
      { source: source('Roe') },
    )
    expect(propositions[0]!.text).toBe('He said when.')
  })

  it.each([
    ['Anders Roe', ['Roe', 'He'], 'Roe', true],
    ['Anders Roe', ['He'], 'unidentified', false],
    ['Anders Roe', ['Anders Roe'], 'unidentified', false],
    [' ', ['Lund'], 'Lund', true],
    ['Odd Lund', ['Lund'], 'Odd Lund', true],
    ['unidentified', ['He'], 'unidentified', false],
  ])('of a source called %j with mentions %j the name is %j', (name, mentions, expected, named) => {
    const { source: found } = one('the pier fell', said, { source: source(name, { mentions }) })
    expect(found).toMatchObject({ name: expected, named })
  })

  it('a role and a target from elsewhere go', () => {
    const given = one(
      'the pier fell',
      { certainty: 'alleged', about: 'Anders Roe' },
      { source: source('Lund', { role: 'Minister of Works' }) },
    )
    expect(given.source!.role).toBeNull()
    expect(given.propositions[0]!.about).toBeNull()
  })
})

describe('speech and label', () => {
  it('is direct only within quotation marks, whatever the model calls it', () => {
    const direct = { source: source('Lund'), speech: 'direct' } as const
    expect(one('the pier fell', said, direct).speech).toBe('indirect')
    expect(one('We lost 40 boats', said, { ...direct, speech: 'indirect' }).speech).toBe('direct')
    expect(
      one('said Roe. “We lost 40 boats,”', { ...said, evidence: ['We lost 40 boats,” said Roe'] }, direct).speech,
    ).toBe('mixed')
  })

  it('of a transcript is the model’s, whose turns have no marks', () => {
    const of = articleOf('Roe: The lamps failed.', { kind: 'transcript' })
    const given = told('The lamps failed', said, { source: source('Roe'), speech: 'direct' })
    expect(read([given], of)[0]!.speech).toBe('direct')
  })

  it('of the own voice is none, and no rule of a source found it', () => {
    const given = one('the pier fell', {}, { cue: ['said'], sourceWords: ['Lund'], speech: 'direct' })
    expect(given).toMatchObject({ source: null, speech: 'none', cue: [], sourceWords: [], rule: 'own-voice' })
  })

  it('nothing that somebody says is stated as fact', () => {
    expect(one('the pier fell', {}, { source: source('Lund') }).propositions[0]!.certainty).toBe('attributed')
  })

  it('what only somebody can deny or confirm is unsure where nobody is named', () => {
    expect(one('the pier fell', { certainty: 'confirmed' }).confidence).toBeLessThan(0.5)
    expect(one('the pier fell', { certainty: 'alleged' }).confidence).toBe(0.9)
    // Somebody's words in quotation marks aren't the article's own.
    expect(one('We lost 40 boats').confidence).toBeLessThan(0.5)
  })

  it.each([
    ['release', 'Harrow Pumps', 'Harrow Pumps'],
    ['opinion', 'Ada Osk', 'Ada Osk'],
    ['news', 'Ada Osk', null],
  ] as const)('the own voice of a %s belongs to whom it belongs', (kind, name, expected) => {
    const of = articleOf('The pump is new.', {
      kind,
      outlet: kind === 'release' ? name : 'The Tern',
      byline: 'Ada Osk',
    })
    const [given] = read([told('The pump is new.')], of)
    expect(given!.source?.name ?? null).toBe(expected)
    expect(given!.propositions[0]!.certainty).toBe(expected ? 'attributed' : 'stated')
    expect(given!.rule).toBe('own-voice')
    const quoted = articleOf('“The pump is new.”', { kind, outlet: name, byline: name })
    expect(read([told('The pump is new')], quoted)[0]!.speech).toBe(expected ? 'indirect' : 'none')
  })

  it('differs within one attribution where half of it stands in marks', () => {
    const mixed = told('', {}, { source: source('Roe'), propositions: [] })
    const [a] = told('We lost 40 boats', said).propositions
    const [b] = told('He did not say when', said).propositions
    const found = read([{ ...mixed, propositions: [a!, b!] }])
    expect(found.map(({ speech, propositions }) => [speech, propositions.length])).toEqual([
      ['direct', 1],
      ['indirect', 1],
    ])
  })
})
