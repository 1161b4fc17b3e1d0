import { describe, expect, test } from 'vitest'
import { labelOf } from '../../src/nlp/certainty.ts'
import type { Certainty } from '../../src/types.ts'
import { claimsOf } from './reading.ts'

/** Each label with sentences of one claim, and the words that decide it; null for the article's own plain voice. */
const labels: Readonly<Record<Certainty, readonly (readonly [text: string, cue: string | null])[]>> = {
  denied: [
    ['The firm denied that the dam leaked.', 'denied'],
    ['The firm rejected the accusation.', 'rejected'],
    ['The firm dismissed the claim.', 'dismissed'],
    ['The board disputed the figures.', 'disputed'],
    ['The council ruled out a toll.', 'ruled out'],
    // Whatever the denied words leave open themselves.
    ['The mayor denied that the dam could burst.', 'denied'],
  ],
  alleged: [
    ['Ana Verrin alleged that the firm had lied.', 'alleged'],
    ['The union claimed that the firm had lied.', 'claimed'],
    ['The board suspects that the firm lied.', 'suspects'],
    ['Prosecutors charged that the firm had lied.', 'charged'],
    ['Ana Verrin accused the firm of hiding a leak.', 'accused'],
    ['Ana Verrin blamed the firm for the fire.', 'blamed'],
    // In the own voice, nobody named who accuses.
    ['The firm allegedly lied.', 'allegedly'],
    ['The firm purportedly lied.', 'purportedly'],
    ['The firm is accused of fraud.', 'is accused'],
    ['The guards were charged with fraud.', 'were charged'],
    ['The guard is suspected of theft.', 'is suspected'],
    ['The firm was indicted on Monday.', 'was indicted'],
    ['The firm faces criminal charges.', 'faces criminal charges'],
    // An accusation goes before what is merely open.
    ['The firm allegedly may have lied.', 'allegedly'],
  ],
  open: [
    ['The dam may not burst.', 'may not burst'],
    ['The dam might burst.', 'might burst'],
    ['The dam could still burst.', 'could still burst'],
    ['The pier is likely to open on Monday.', 'likely'],
    ['The captain probably knew.', 'probably'],
    ['The captain almost certainly knew.', 'almost certainly'],
    ['The firm reportedly lied.', 'reportedly'],
    ['The dam appears safe.', 'appears'],
    ['The bridge is expected to open in May.', 'is expected to'],
    ['Torvia is believed to keep soldiers there.', 'is believed to'],
    // Somebody else leaves it open.
    ['The mayor said the dam appears safe.', 'appears'],
    ['The dam may burst, the mayor said.', 'may burst'],
    ['The mayor would not say whether the dam was safe.', 'whether'],
  ],
  confirmed: [
    ['The mayor confirmed that the plan had failed.', 'confirmed'],
    ['The mayor acknowledged that the plan had failed.', 'acknowledged'],
    ['The mayor admitted that the plan had failed.', 'admitted'],
    ['The mayor conceded that the plan had failed.', 'conceded'],
    ['The pier has been closed, the firm acknowledged.', 'acknowledged'],
    ['Joren Pike pleaded guilty to stealing a boat.', 'pleaded guilty to'],
    // A court's finding.
    ['The court ruled that the firm had lied.', 'ruled'],
    ['The court found that the firm had lied.', 'found'],
    // Documents that show it.
    ['Records show that the pier was shut.', 'show'],
    ['Tests revealed that the water was clean.', 'revealed'],
  ],
  attributed: [
    ['The mayor said the dam was safe.', 'said'],
    ['The mayor told reporters that the dam was safe.', 'told'],
    ['According to the report, the dam is safe.', 'According to'],
    ['The mayor announced that the pier would close.', 'announced'],
    ['The study noted that the eel was gone.', 'noted'],
    ['Ansa Bray wrote that the dam was safe.', 'wrote'],
    ['The study found that the eel was gone.', 'found'],
    ['Records indicate that the pier was shut.', 'indicate'],
    // A court speaks as others do; people who show or reveal only report.
    ['The court said the firm had lied.', 'said'],
    ['The mayor revealed that the water was clean.', 'revealed'],
    // Negation and firm plans leave nothing open.
    ['The mayor said nobody had called.', 'said'],
    ['The mayor said the pier will open on Monday.', 'said'],
  ],
  stated: [
    ['The pier was closed on Monday.', null],
    // Firm plans, estimates, a generic "can", and a month aren't hedges.
    ['The pier will open on Monday.', null],
    ['An estimated 40 guests left.', null],
    ['Visitors can see the dam.', null],
    ['The vote takes place in May.', null],
    ['May 19 is a holiday.', null],
    // A passive without a source.
    ['Three cases were reported.', null],
    // Nothing was confirmed or denied yet.
    ['The mayor did not confirm the report.', null],
    // An act of speech with nothing true or false in it.
    ['The mayor praised the plan.', null],
  ],
}

describe.each(Object.entries(labels))('%s', (label, cases) => {
  test.each(cases)('%s', async (text, cue) => {
    expect((await claimsOf(text)).map((claim) => [claim.certainty, claim.cue?.words ?? null])).toEqual([[label, cue]])
  })
})

test('a hedge is found at its place in the words', () => {
  expect(labelOf(null, null, 'The dam reportedly leaks')).toEqual({
    certainty: 'open',
    hedge: { start: 8, words: 'reportedly' },
  })
})
