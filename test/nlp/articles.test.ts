import { describe, expect, it, test } from 'vitest'
import { claimsOf, lineOf } from './reading.ts'

/** Each row: what it is there for, the article, all of its claims as "label | source via who passes it on | text". */
const articles: readonly (readonly [string, string, readonly string[]])[] = [
  [
    'denied: that something happened, and what somebody did',
    'Strait Lines denied that the crew had cut the ropes. The mayor of Quillport, Ansa Bray, denied taking bribes.',
    ['denied | Strait Lines | the crew had cut the ropes', 'denied | Ansa Bray | taking bribes'],
  ],
  [
    'denied: by its noun alone, once an accusation was made',
    'Prosecutors alleged that Joren Pike had stolen two boats. Pike denied the accusation. The boats belong to a ferry school.',
    [
      'alleged | Prosecutors | Joren Pike had stolen two boats',
      'denied | Joren Pike | the accusation',
      'stated | - | The boats belong to a ferry school',
    ],
  ],
  [
    'denied in passing: the article states it and its denier is named',
    'Pumps at the Quillport waterworks failed on Sunday, which the town council denied. The council ruled out a new toll on the Sill bridge.',
    [
      'denied | town council | Pumps at the Quillport waterworks failed on Sunday',
      'stated | - | Pumps at the Quillport waterworks failed on Sunday',
      'denied | town council | a new toll on the Sill bridge',
    ],
  ],
  [
    'alleged: by an accuser, whose target declines',
    "The dockers' union claimed that Strait Lines had cut the crew of each ship to nine. Strait Lines refused to comment.",
    [
      "alleged | dockers' union | Strait Lines had cut the crew of each ship to nine",
      'stated | - | Strait Lines refused to comment',
    ],
  ],
  [
    'alleged: charged and accused, no accuser named',
    'Joren Pike was charged with stealing two boats. Two harbour guards were accused of taking cash. The ferry allegedly carried weapons.',
    [
      'alleged | - | Joren Pike was charged with stealing two boats',
      'alleged | - | Two harbour guards were accused of taking cash',
      'alleged | - | The ferry carried weapons',
    ],
  ],
  [
    'open: by a modal in what somebody says, by a hedge in the own voice',
    'The dam may burst in June, said Ansa Bray. The pier reportedly needs new piles. The bridge is expected to open in May.',
    [
      'open | Ansa Bray | The dam may burst in June',
      'open | - | The pier needs new piles',
      'open | - | The bridge is expected to open in May',
    ],
  ],
  [
    'confirmed: by who is in a position to know, by who owns up to it, by a court',
    'The harbour office confirmed that the pilot had been drunk. Ansa Bray, the mayor of Quillport, admitted that the council had lost the plans. The Vellgrad court ruled that Strait Lines had broken the law.',
    [
      'confirmed | harbour office | the pilot had been drunk',
      'confirmed | Ansa Bray | the council had lost the plans',
      'confirmed | Vellgrad court | Strait Lines had broken the law',
    ],
  ],
  [
    'confirmed: records show it; who only reports what they say is attributed',
    'Tide records show that the water rose by two metres on Sunday. The Sill Institute’s report said the river had lost half of its trout.',
    [
      'confirmed | Tide records | the water rose by two metres on Sunday',
      'attributed | Sill Institute’s report | the river had lost half of its trout',
    ],
  ],
  [
    'attributed: before, after and in the middle of what is said',
    'According to the Quillport Courier, the bakery on Mill Street closed in April. The baker moved to Vellgrad, Ansa Bray said. “The shop is empty,” said Marit Osk.',
    [
      'attributed | Quillport Courier | the bakery on Mill Street closed in April',
      'attributed | Ansa Bray | The baker moved to Vellgrad',
      'attributed | Marit Osk | The shop is empty',
    ],
  ],
  [
    'attributed: a quotation of several sentences has one speaker',
    '“The water was brown for a week,” Ana Verrin told the Quillport Courier. “Two dogs died. Nobody warned the village.”',
    [
      'attributed | Ana Verrin | The water was brown for a week',
      'attributed | Ana Verrin | Two dogs died',
      'attributed | Ana Verrin | Nobody warned the village',
    ],
  ],
  [
    'stated: what the article says itself, each clause by itself',
    'The ferry sank off Grey Holm on Sunday, killing two sailors. Rescuers found one boat, and divers searched the wreck. The choir, which has 40 members, sings on Fridays.',
    [
      'stated | - | The ferry sank off Grey Holm on Sunday',
      'stated | - | The ferry killed two sailors',
      'stated | - | Rescuers found one boat',
      'stated | - | divers searched the wreck',
      'stated | - | The choir sings on Fridays',
      'stated | - | The choir has 40 members',
    ],
  ],
  [
    'a chain: who reports what somebody alleged',
    'The prosecutor general, Oda Klee, alleged that the broker had hidden the money, Radio Ostrand reported.',
    ['alleged | Oda Klee via Radio Ostrand | the broker had hidden the money'],
  ],
  [
    'a chain: who is quoted passing on what a third said',
    '“Oda Klee told us that the file had vanished,” said Joren Pike, a clerk at the court.',
    ['attributed | Oda Klee via Joren Pike | the file had vanished'],
  ],
  [
    'sources whose names are withheld',
    'Three people familiar with the talks said Aldmark had refused the offer. A harbour guard said the gate was open all night. A police spokesperson said three cars had burned.',
    [
      'attributed | Three people familiar with the talks | Aldmark had refused the offer',
      'attributed | harbour guard | the gate was open all night',
      'attributed | police spokesperson | three cars had burned',
    ],
  ],
  [
    'acts of speech: that they took place',
    'The council approved the plan and thanked the dockers. The mayor welcomed the vote.',
    [
      'stated | - | The council approved the plan',
      'stated | - | The council thanked the dockers',
      'stated | - | The mayor welcomed the vote',
    ],
  ],
  [
    'questions and calls claim nothing',
    'Who broke the gate? Please send your pictures. The gate was broken on Friday.',
    ['stated | - | The gate was broken on Friday'],
  ],
]

test.each(articles)('%s', async (_, text, expected) => {
  expect((await claimsOf(text)).map(lineOf)).toEqual(expected)
})

describe('what a claim carries beside its sentence', () => {
  it('its source’s role and kind, and whether it is named', async () => {
    const text =
      'Ansa Bray, the mayor of Quillport, said the pier was safe. Two people familiar with the talks said the offer had been refused.'
    expect(
      (await claimsOf(text)).map(({ source }) => source && [source.name, source.role, source.kind, source.named]),
    ).toEqual([
      ['Ansa Bray', 'mayor of Quillport', 'official', true],
      ['Two people familiar with the talks', null, 'anonymous', false],
    ])
  })

  it('the words that stand in the article, in pieces where something was inserted', async () => {
    const [claim] = await claimsOf('The choir, which has 40 members, sings on Fridays.')
    expect(claim?.evidence.map(({ words, span }) => [words, span])).toEqual([
      ['The choir', [0, 9]],
      ['sings on Fridays', [33, 49]],
    ])
  })

  it('how it is said', async () => {
    const text =
      'Ana Verrin said the mill had closed. “The mill is empty,” Ana Verrin said. The mill was “an empty shell with broken windows”, Ana Verrin said. The mill stands in Quillport.'
    expect((await claimsOf(text)).map(({ speech }) => speech)).toEqual(['indirect', 'direct', 'mixed', 'none'])
  })

  it('a name in quotation marks doesn’t make it a quotation', async () => {
    const [claim] = await claimsOf('Ana Verrin said that the “Lantern” choir had sung in Quillport since May.')
    expect(claim?.speech).toBe('indirect')
  })

  it('whom an accusation is against, and what they answer', async () => {
    const text =
      'Ana Verrin alleged that Strait Lines had hidden a leak. Strait Lines could not immediately be reached for comment. Prosecutors alleged that Joren Pike had stolen a boat. Joren Pike denied the charge.'
    expect(
      (await claimsOf(text))
        .filter(({ certainty }) => certainty === 'alleged')
        .map(({ about, answer }) => [about, answer]),
    ).toEqual([
      ['Strait Lines', "couldn't be reached"],
      ['Joren Pike', 'denies'],
    ])
  })

  it('the cue nearest its source, or the hedge of the own voice', async () => {
    const text =
      'Ansa Bray has repeatedly denied that the dam leaks. The dam reportedly leaks. The dam was built in 1931.'
    expect((await claimsOf(text)).map(({ cue }) => cue?.words ?? null)).toEqual([
      'has repeatedly denied',
      'reportedly',
      null,
    ])
  })
})
