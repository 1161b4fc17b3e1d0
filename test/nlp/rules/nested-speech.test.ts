import { expect, test } from 'vitest'
import { nestedSpeech } from '../../../src/nlp/rules/nested-speech.ts'
import { claimsOf, documentOf, lineOf } from '../reading.ts'

const found = (text: string) =>
  nestedSpeech(documentOf(text)).map(({ source, cue: [cue] }) => [text.slice(...source!), text.slice(...cue!)])

test.each<[text: string, source: string, cue: string]>([
  ['“The envoy confirmed that the pact was dead,” Ana Verrin said.', 'The envoy', 'confirmed'],
  ['“He told me that the pact was dead,” Ana Verrin said.', 'He', 'told'],
  // Without "that", where the verb is one that says it aloud.
  ['“Oda Klee said the pact was dead,” Ana Verrin said.', 'Oda Klee', 'said'],
  ['Ana Verrin said: “The envoy has denied that the pact was dead.”', 'The envoy', 'has denied'],
])('%s', (text, ...expected) => expect(found(text)).toEqual([expected]))

test.each([
  // The speaker's own words.
  '“I said that the pact was dead,” Ana Verrin said.',
  '“We know that the pact is dead,” Ana Verrin said.',
  '“It shows that the pact is dead,” Ana Verrin said.',
  // Nobody in particular.
  '“People say that the pact is dead,” Ana Verrin said.',
  // A passive has no source, an object no clause.
  '“The envoy was told that the pact was dead,” Ana Verrin said.',
  '“The envoy confirmed the date,” Ana Verrin said.',
  // Not in quotation marks, or the source outside of them.
  'The envoy said that the pact was dead, Ana Verrin said.',
  'The envoy “confirmed that the pact was dead”.',
  '',
])('nothing in %j', (text) => expect(found(text)).toEqual([]))

test('whoever is quoted passes it on', async () => {
  expect(
    (await claimsOf('“The envoy confirmed that the pact was dead,” Ana Verrin said. “The talks are over.”')).map(
      lineOf,
    ),
  ).toEqual(['confirmed | envoy via Ana Verrin | the pact was dead', 'attributed | Ana Verrin | The talks are over'])
})
