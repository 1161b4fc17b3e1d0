import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sentenceOf } from '../../src/replies/sentence.ts'
import { certainties } from '../../src/types.ts'
import { claim, source } from './claim.ts'

const osk = source('Marit Osk')
const ledger = source('Harbour Ledger', { kind: 'media' })
const officials = source('officials', { named: false })

describe('each label has its wording', () => {
  const rows = [
    // A clause goes on after "that", with a small letter unless it starts with a name.
    [claim('denied', 'The ministry took bribes.', { source: osk }), 'Marit Osk denies that the ministry took bribes.'],
    [claim('denied', 'Tarn took bribes.', { source: osk }), 'Marit Osk denies that Tarn took bribes.'],
    // "Denies that the accusation" is no English; a doing needs no "that" either.
    [claim('denied', 'the accusation', { source: osk }), 'Marit Osk denies: the accusation.'],
    [claim('denied', 'taking bribes', { source: osk }), 'Marit Osk denies taking bribes.'],
    [claim('denied', 'the pictures as outdated', { source: osk }), 'Marit Osk denies: the pictures as outdated.'],
    // What was said in quotation marks would read as what is denied if it stood alone.
    [
      claim('denied', 'The ministry took bribes.', { source: osk, speech: 'direct', words: '“We never took a coin”' }),
      'Marit Osk denies that the ministry took bribes: “We never took a coin”.',
    ],
    // A common noun is told from a name by how the article writes it.
    [
      claim('denied', 'Ferries have sunk.', { words: 'ferries have sunk' }),
      'The article, without saying by whom, has it denied that ferries have sunk.',
    ],
    [claim('alleged', 'Aid was sold.', { source: osk }), 'Marit Osk alleges: Aid was sold.'],
    [claim('alleged', 'Aid was sold.', { source: officials }), 'Officials allege: Aid was sold.'],
    [claim('alleged', 'Aid was sold.'), 'Alleged, no accuser named: “Aid was sold.”'],
    [claim('open', 'Talks could resume.', { source: osk }), 'Marit Osk says it may be so: Talks could resume.'],
    [claim('open', 'Talks could resume.'), 'The article leaves it open: “Talks could resume.”'],
    [claim('confirmed', 'A list exists.', { source: osk, cue: 'confirmed' }), 'Marit Osk confirms: A list exists.'],
    [claim('confirmed', 'A list exists.', { source: osk, cue: 'admitted' }), 'Marit Osk admits: A list exists.'],
    [
      claim('confirmed', 'Aid was late.', { source: source('port records', { kind: 'document' }), cue: 'show' }),
      'Port records show, according to the article: Aid was late.',
    ],
    [
      claim('confirmed', 'The ban is void.', { source: source('a court', { named: false }), cue: 'ruled' }),
      'A court finds, according to the article: The ban is void.',
    ],
    [claim('attributed', 'Aid arrived.', { source: osk }), 'Marit Osk: Aid arrived.'],
    [claim('attributed', 'the aid arrived', { source: osk }), 'Marit Osk: The aid arrived.'],
    [claim('attributed', 'eBooks were sold', { source: osk }), 'Marit Osk: eBooks were sold.'],
    [claim('stated', 'Aid arrived.'), 'The article, no source given: “Aid arrived.”'],
  ] as const
  it.each(rows)('%#: $1', (made, sentence) => {
    expect(sentenceOf(made)).toBe(sentence)
  })
})

describe('chains', () => {
  it('name who passes it on, with the label after them', () => {
    const chain = { source: osk, via: [ledger, source('Radio Vell', { kind: 'media' })] }
    expect(sentenceOf(claim('alleged', 'Aid was sold.', chain))).toBe(
      'Marit Osk, via Harbour Ledger, via Radio Vell, alleges: Aid was sold.',
    )
    expect(sentenceOf(claim('attributed', 'Aid arrived.', { source: osk, via: [ledger] }))).toBe(
      'Marit Osk, via Harbour Ledger: Aid arrived.',
    )
    expect(sentenceOf(claim('alleged', 'Aid was sold.', { via: [ledger] }))).toBe(
      'Alleged, no accuser named, via Harbour Ledger: “Aid was sold.”',
    )
  })
})

describe('direct speech', () => {
  it('stands in the words of the article, with what was resolved in square brackets', () => {
    const spoken = claim('alleged', 'Northern Aid justifies the raids.', {
      source: osk,
      speech: 'direct',
      words: 'They justify the raids,"',
    })
    expect(sentenceOf(spoken)).toBe('Marit Osk alleges: “They [Northern Aid] justify the raids”.')
  })

  it('gets the subject it shares with the words before it', () => {
    const spoken = claim('alleged', 'Northern Aid takes orders from abroad.', {
      source: osk,
      speech: 'direct',
      words: 'take orders from abroad',
    })
    expect(sentenceOf(spoken)).toBe('Marit Osk alleges: “[Northern Aid] take orders from abroad”.')
  })

  it('is what the own voice says in so many words, and not what had to be resolved', () => {
    expect(sentenceOf(claim('stated', 'It treated 60 people.'))).toBe(
      'The article, no source given: “It treated 60 people.”',
    )
    expect(sentenceOf(claim('stated', 'Northern Aid treated 60 people.', { words: 'It treated 60 people.' }))).toBe(
      'The article, no source given: Northern Aid treated 60 people.',
    )
  })

  it('adds no pronoun in brackets', () => {
    const spoken = claim('alleged', '[They] take orders.', { source: osk, speech: 'direct', words: 'take orders' })
    expect(sentenceOf(spoken)).toBe('Marit Osk alleges: “take orders”.')
  })

  it('adds nothing where more than a pronoun was worded anew', () => {
    const spoken = claim('attributed', 'Northern Aid was never paid for it.', {
      source: osk,
      speech: 'direct',
      words: '“We got nothing”',
    })
    expect(sentenceOf(spoken)).toBe('Marit Osk: “We got nothing”.')
  })
})

it('says who is meant when a pronoun could not be resolved', () => {
  const nobody = source('unidentified', { named: false })
  expect(sentenceOf(claim('attributed', 'Aid arrived.', { source: nobody }))).toBe(
    "Somebody the article doesn't identify: Aid arrived.",
  )
})

describe('the name', () => {
  it.each([
    ['former officer', 'A former officer', 'A former officer: Aid arrived.'],
    ['Harbour Ledger', 'the Harbour Ledger', 'The Harbour Ledger: Aid arrived.'],
    ['Sound Commission', 'The Sound Commission, citing pictures,', 'The Sound Commission: Aid arrived.'],
    ['Sound Commission', "the Sound Commission's head", 'Sound Commission: Aid arrived.'],
    ['Northern Aid', 'the group', 'Northern Aid: Aid arrived.'],
  ])('%s, mentioned as "%s"', (name, words, sentence) => {
    const who = source(name, { mentions: [{ words, start: -1 }] })
    expect(sentenceOf(claim('attributed', 'Aid arrived.', { source: who, words: `${words} said aid arrived` }))).toBe(
      sentence,
    )
  })
})

describe('the number of the source', () => {
  const rows = [
    ['people familiar with the matter', 'allege'],
    ['two members of the council', 'allege'],
    ['Marit Osk and Tam Oye', 'allege'],
    ['Russians', 'allege'],
    ['a spokesperson for the families', 'alleges'],
    ['the police', 'allege'],
    ['Ministry of Ports and Harbours', 'alleges'],
    ['the press office', 'alleges'],
    ['company boss', 'alleges'],
  ] as const
  it.each(rows)('%s %s', (name, verb) => {
    expect(sentenceOf(claim('alleged', 'So it is.', { source: source(name) }))).toContain(`${verb}:`)
  })
  it('takes a newspaper for one, whatever its name ends in', () => {
    const paper = source('Vell Observers', { kind: 'media' })
    expect(sentenceOf(claim('alleged', 'So it is.', { source: paper }))).toContain('alleges:')
  })
})

describe('cutting', () => {
  it('takes from the end, at a word, and leaves the quotation closed', () => {
    const long = claim('attributed', 'irrelevant', {
      source: osk,
      speech: 'direct',
      words: '“The ferries carried flour and lamp oil to every island of the strait”',
    })
    expect(sentenceOf(long, { most: 60 })).toBe('Marit Osk: “The ferries carried flour and lamp oil to …”')
  })

  it('keeps a negation that stands behind the cut', () => {
    const long = claim(
      'attributed',
      'The council said after hours of debate in the old hall that it did not close it.',
      {
        source: osk,
      },
    )
    expect(sentenceOf(long, { most: 60 })).toBe('Marit Osk: The council said after hours of debate in … not …')
  })

  it('never takes the source or the label, whatever the length', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...certainties),
        fc.integer({ min: 0, max: 120 }),
        fc.lorem(),
        (label, most, words) => {
          const made = claim(label, `It was not ${words}.`, { source: osk, via: [ledger] })
          const whole = sentenceOf(made)
          const cut = sentenceOf(made, { most })
          const lead = whole.slice(0, whole.search(/:|that/))
          expect(cut.startsWith(lead)).toBe(true)
          expect(cut).toContain('not')
          expect(cut.length).toBeLessThanOrEqual(Math.max(most, lead.length + ' that … not …'.length))
        },
      ),
    )
  })
})

it('never judges in its own voice', () => {
  const judging =
    /\b(?:true|false|verified|proven|debunked|likely|fake|lie|misinformation|reliable|independent|no evidence|all claims)\b/i
  for (const certainty of certainties)
    for (const who of [null, osk, officials, source('a study', { kind: 'document' })])
      expect(sentenceOf(claim(certainty, 'Aid arrived.', { source: who }))).not.toMatch(judging)
})
