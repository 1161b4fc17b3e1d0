import { describe, expect, test } from 'vitest'
import type { Source } from '../../../src/types.ts'
import { attributionsOf } from '../reading.ts'

// The sources of a text in order, one line each: name, role, kind.
const sourcesOf = (text: string): readonly Source[] =>
  attributionsOf(text).flatMap(({ source, rule }) => (source && rule !== 'own-voice' ? [source] : []))
const lineOf = ({ name, role, kind }: Source): string => [name, role ?? '-', kind].join(' | ')
const safe = 'said the dam was safe.'

describe('names, with what the article says of them', () => {
  test.each([
    [`Ansa Bray ${safe}`, 'Ansa Bray | - | person'],
    [`Mayor Ansa Bray ${safe}`, 'Ansa Bray | Mayor | official'],
    [`Ansa Bray, the mayor of Quillport, ${safe}`, 'Ansa Bray | mayor of Quillport | official'],
    [`The chief delegate, Ilse Marrow, ${safe}`, 'Ilse Marrow | chief delegate | official'],
    [`Aldmark foreign minister Ilse Marrow ${safe}`, 'Ilse Marrow | Aldmark foreign minister | official'],
    [`Teodor Lunt, a lawyer for Northern Lantern, ${safe}`, 'Teodor Lunt | lawyer for Northern Lantern | party'],
    [`The relief group Northern Lantern ${safe}`, 'Northern Lantern | relief group | organisation'],
    [`The Quillport Courier ${safe}`, 'Quillport Courier | - | media'],
    [`Torvia's prosecutor general ${safe}`, "Torvia's prosecutor general | - | official"],
    // The unnamed: the article's words without the article.
    [`A spokesperson for Strait Lines ${safe}`, 'spokesperson for Strait Lines | - | organisation'],
    [`A judge ${safe}`, 'judge | - | official'],
    [`Ana Verrin's lawyer ${safe}`, "Ana Verrin's lawyer | - | party"],
    // Two are one source with both names.
    [`Ada Lund and Odd Renner ${safe}`, 'Ada Lund and Odd Renner | - | person'],
  ])('%s', (text, expected) => expect(sourcesOf(text).map(lineOf)).toEqual([expected]))
})

describe('the second source is the first, in its fullest form', () => {
  test.each([
    ['a surname', `Rustan Olev, the mayor, ${safe} Olev said the pier was old.`, 'Rustan Olev | mayor | official'],
    ['a title and a surname', `Ansa Bray ${safe} Mayor Bray said the pier was old.`, 'Ansa Bray | Mayor | official'],
    ['he', `Rustan Olev ${safe} He said the pier was old.`, 'Rustan Olev | - | person'],
    ['she', `Mayor Ansa Bray ${safe} “The pier is old,” she said.`, 'Ansa Bray | Mayor | official'],
    ['they', `Ada Lund and Odd Renner ${safe} They said the pier was old.`, 'Ada Lund and Odd Renner | - | person'],
    ['it', `The study ${safe} It said the pier was old.`, 'study | - | document'],
    [
      'a role',
      `Ansa Bray, the minister, ${safe} The minister said the pier was old.`,
      'Ansa Bray | minister | official',
    ],
    [
      'the noun for a body',
      `The relief group Northern Lantern ${safe} The group said the pier was old.`,
      'Northern Lantern | relief group | organisation',
    ],
    [
      'the last word of its name',
      `The Riverine Commission ${safe} The commission said the pier was old.`,
      'Riverine Commission | - | official',
    ],
    ['the paper', `The Quillport Courier ${safe} The paper said the pier was old.`, 'Quillport Courier | - | media'],
    [
      'what it put out',
      'Strait Lines said in a statement that the dam was safe. The statement said the pier was old.',
      'Strait Lines | - | organisation',
    ],
    [
      'the unnamed, spoken of again',
      `A spokesperson for Strait Lines ${safe} The spokesperson said the pier was old.`,
      'spokesperson for Strait Lines | - | organisation',
    ],
  ])('%s', (_, text, expected) => expect(lineOf(sourcesOf(text)[1]!)).toBe(expected))
})

test('a name given in full later on is the fullest form from the start', () => {
  expect(sourcesOf('Bray said the dam was safe. Ansa Bray said the pier was old.').map(({ name }) => name)).toEqual([
    'Ansa Bray',
    'Ansa Bray',
  ])
})

test('two people with one surname stay two', () => {
  expect(sourcesOf(`Ada Lund ${safe} Tor Lund said the pier was old.`).map(({ name }) => name)).toEqual([
    'Ada Lund',
    'Tor Lund',
  ])
})

test('a description that belongs to somebody names its owner', () => {
  expect(
    sourcesOf(`The relief group Northern Lantern ${safe} Its director, Marit Osk, said the pier was old.`).map(lineOf),
  ).toEqual(['Northern Lantern | relief group | organisation', "Marit Osk | Northern Lantern's director | person"])
})

test('mentions stand in the text, nearest first', () => {
  const text = `Mayor Ansa Bray ${safe} She said the pier was old.`
  expect(sourcesOf(text)[1]!.mentions).toEqual([
    { words: 'She', start: text.indexOf('She') },
    { words: 'Mayor Ansa Bray', start: 0 },
  ])
})

describe('a pronoun without anybody to go back to is never guessed', () => {
  test.each(['He', 'She', 'They', 'It', 'I', 'We'])('%s said the dam was safe.', (pronoun) => {
    const [source] = sourcesOf(`${pronoun} ${safe}`)
    expect([source?.name, source?.named]).toEqual(['unidentified', false])
  })
})

describe('named', () => {
  test.each([
    // A person, an institution, a unique office, a document.
    [`Ansa Bray ${safe}`, true],
    [`The Riverine Commission ${safe}`, true],
    [`The mayor of Quillport ${safe}`, true],
    [`Torvia's prosecutor general ${safe}`, true],
    [`The study ${safe}`, true],
    // Anybody of a kind.
    [`A judge ${safe}`, false],
    [`The officials ${safe}`, false],
    [`Two officials ${safe}`, false],
    [`A spokesperson for Strait Lines ${safe}`, false],
    [`The spokesman ${safe}`, false],
    [`Three people familiar with the talks ${safe}`, false],
    [`One of the guards ${safe}`, false],
  ])('%s %s', (text, named) => expect(sourcesOf(text).map((source) => source.named)).toEqual([named]))
})
