import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { splitClauses } from '../../../src/nlp/clauses/split.ts'
import { documentOf } from '../reading.ts'
import { clausesOf } from './clauses-of.ts'

/** Each row: a sentence and its clauses, by the contract's "where one claim ends". */
const splits = (rows: readonly (readonly [string, readonly string[]])[]) =>
  test.each(rows)('%s', (text, expected) => expect(clausesOf(text)).toEqual(expected))

describe('relative clauses', () => {
  splits([
    [
      'The choir, which has 40 members, sings on Fridays.',
      ['main: The choir … sings on Fridays', 'relative: has 40 members'],
    ],
    ['The board met Ada Lund, who led the talks.', ['main: The board met Ada Lund', 'relative: led the talks']],
    [
      'The board met in Quillport, where the dam stands.',
      ['main: The board met in Quillport', 'relative: the dam stands'],
    ],
    ['The bridge opened in 2027, when the war ended.', ['main: The bridge opened in 2027', 'relative: the war ended']],
    [
      'The ferry sank — which nobody saw — off Grey Holm.',
      ['main: The ferry sank … off Grey Holm', 'relative: nobody saw'],
    ],
    // What follows it is its host's again.
    [
      'The board met Ada Lund, who led the talks, and Odd Renner resigned.',
      ['main: The board met Ada Lund', 'relative: led the talks', 'coordinate: Odd Renner resigned'],
    ],
    [
      'The firm, which makes pumps and sells pipes, closed.',
      ['main: The firm … closed', 'relative: makes pumps', 'coordinate: sells pipes'],
    ],
    // Restrictive ones stay in their host.
    ['The firm that makes pumps closed in May.', ['main: The firm that makes pumps closed in May']],
    ['People who live near the dam left on Sunday.', ['main: People who live near the dam left on Sunday']],
  ])
})

describe('clauses of circumstance', () => {
  splits([
    ['The pier closed after a barge hit it.', ['main: The pier closed', 'adverbial: a barge hit it']],
    ['After a barge hit it, the pier closed.', ['main: the pier closed', 'adverbial: a barge hit it']],
    ['After losing the case, the firm closed.', ['main: the firm closed', 'adverbial: losing the case']],
    ['The pier closed, shortly after a barge hit it.', ['main: The pier closed', 'adverbial: a barge hit it']],
    [
      'The pier closed two days after a barge hit it.',
      ['main: The pier closed', 'adverbial: two days after a barge hit it'],
    ],
    ['The ferry sank as divers searched the wreck.', ['main: The ferry sank', 'adverbial: divers searched the wreck']],
    ['The mill burned while the crew slept.', ['main: The mill burned', 'adverbial: the crew slept']],
    ['When the siren rang, the crew ran.', ['main: the crew ran', 'adverbial: the siren rang']],
    ['The mill is shut, although the firm owns it.', ['main: The mill is shut', 'adverbial: the firm owns it']],
    // Because, if and until stay in their host; "as well as" opens nothing.
    ['The pier closed because a barge hit it.', ['main: The pier closed because a barge hit it']],
    ['The pier will close if the dam bursts.', ['main: The pier will close if the dam bursts']],
    ['The pier stays shut until the board meets.', ['main: The pier stays shut until the board meets']],
    ['The crew ran as soon as the siren rang.', ['main: The crew ran as soon as the siren rang']],
    ['The firm makes pumps as well as pipes.', ['main: The firm makes pumps as well as pipes']],
  ])
})

describe('participles', () => {
  splits([
    ['The ferry sank, killing two sailors.', ['main: The ferry sank', 'participle: killing two sailors']],
    [
      'The treaty, aimed at ending the war, failed.',
      ['main: The treaty … failed', 'participle: aimed at ending the war'],
    ],
    ['The firm, founded in 1961, makes pumps.', ['main: The firm … makes pumps', 'participle: founded in 1961']],
    ['The house — located on an island — burned.', ['main: The house … burned', 'participle: located on an island']],
    // Right after its noun it says which one.
    ['Rescuers found a boat carrying ten people.', ['main: Rescuers found a boat carrying ten people']],
    ['The firm hired people trained in Vellgrad.', ['main: The firm hired people trained in Vellgrad']],
  ])
})

describe('appositions', () => {
  splits([
    // With a number, an age, a verb, or a predicate without its verb.
    ['Ana Verrin, 59, leads the choir.', ['main: Ana Verrin … leads the choir', 'apposition: 59']],
    ['Grey Holm, one of nine islands, is empty.', ['main: Grey Holm … is empty', 'apposition: one of nine islands']],
    [
      'Strait Lines, a firm founded in 2014, runs ferries.',
      ['main: Strait Lines … runs ferries', 'apposition: a firm founded in 2014'],
    ],
    [
      'The board hired Ada Lund, a lawyer who had sued the firm.',
      ['main: The board hired Ada Lund', 'apposition: a lawyer who had sued the firm'],
    ],
    ['The cows — still in quarantine — were sold.', ['main: The cows … were sold', 'apposition: still in quarantine']],
    // A bare title or description stays with its name.
    ['Ansa Bray, the mayor, opened the pier.', ['main: Ansa Bray, the mayor, opened the pier']],
    ['The Sill, a river, is brown.', ['main: The Sill, a river, is brown']],
  ])
})

describe('coordination', () => {
  splits([
    [
      'The firm makes pumps, and the board sells pipes.',
      ['main: The firm makes pumps', 'coordinate: the board sells pipes'],
    ],
    [
      'The firm makes pumps; the board sells pipes.',
      ['main: The firm makes pumps', 'coordinate: the board sells pipes'],
    ],
    ['The firm makes pumps; however, it loses money.', ['main: The firm makes pumps', 'coordinate: it loses money']],
    // A shared subject.
    ['The firm makes pumps and sells pipes.', ['main: The firm makes pumps', 'coordinate: sells pipes']],
    ['The firm makes pumps but loses money.', ['main: The firm makes pumps', 'coordinate: loses money']],
    [
      'They hide the papers, ignore the law and insist on a trial.',
      ['main: They hide the papers', 'coordinate: ignore the law', 'coordinate: insist on a trial'],
    ],
    [
      'The firm agreed to sell the boat and to rent the pier.',
      ['main: The firm agreed to sell the boat', 'coordinate: rent the pier'],
    ],
    // A shared object, a list of things, two names, two adjectives: one claim.
    ['The fox hunted and ate a rabbit.', ['main: The fox hunted and ate a rabbit']],
    ['The firm makes pumps, pipes and valves.', ['main: The firm makes pumps, pipes and valves']],
    ['Ada Lund and Odd Renner met in Quillport.', ['main: Ada Lund and Odd Renner met in Quillport']],
    ['The pier is old and rotten.', ['main: The pier is old and rotten']],
    ['The board said that cats and dogs were banned.', ['main: The board said that cats and dogs were banned']],
  ])
})

describe('insertions', () => {
  splits([
    // A date has a comma of its own, and "however" is none.
    ['On September 11, 2001, the pier closed.', ['main: On September 11, 2001, the pier closed']],
    ['The pier, however, stayed open.', ['main: The pier, however, stayed open']],
    [
      'The mayor, Ansa Bray, who took office in 2029, resigned.',
      ['main: The mayor, Ansa Bray … resigned', 'relative: took office in 2029'],
    ],
  ])
})

it('clauses hang on their host', () => {
  const [sentence] = documentOf('The choir, which has 40 members, sings and dances on Fridays.').sentences
  const clauses = splitClauses(sentence!, 0, sentence!.tokens.length)
  expect(clauses.map(({ host }) => (host ? clauses.indexOf(host) : null))).toEqual([null, 0])
})

it('any sentence: no token is in two clauses, and none is outside of the sentence', () => {
  const words = [
    ...['the firm', 'Ansa Bray', 'it', ',', ';', '—', '.', 'who', 'which', 'that', 'and', 'but', 'after', 'while'],
    ...['makes pumps', 'closed', 'founded in 1961', '59', 'killing', 'was', 'to sell', 'because', 'one of nine'],
  ]
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...words), { minLength: 1, maxLength: 25 }), (chosen) => {
      for (const sentence of documentOf(chosen.join(' ')).sentences) {
        const taken = new Set<number>()
        for (const { ranges } of splitClauses(sentence, 0, sentence.tokens.length))
          for (const [from, to] of ranges) {
            expect(0 <= from && from < to && to <= sentence.tokens.length).toBe(true)
            for (let i = from; i < to; i++) {
              expect(taken.has(i)).toBe(false)
              taken.add(i)
            }
          }
      }
    }),
  )
})
