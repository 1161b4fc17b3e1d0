import { expect, test } from 'vitest'
import { verbThenContent } from '../../../src/nlp/rules/verb-then-content.ts'
import { documentOf, wordsOf } from '../reading.ts'

const found = (text: string) => wordsOf(text, verbThenContent(documentOf(text)))

test.each<[text: string, source: string, cue: string, content: string]>([
  // A clause, with and without "that"; its full stop stays outside.
  ['The mayor said that the dam was safe.', 'The mayor', 'said', 'that the dam was safe'],
  ['The mayor said the dam was safe.', 'The mayor', 'said', 'the dam was safe'],
  ['Ansa Bray believes that the eel will return.', 'Ansa Bray', 'believes', 'that the eel will return'],
  // Whom it was told, and when, are neither cue nor content.
  ['Ansa Bray told the council that the dam was safe.', 'Ansa Bray', 'told', 'that the dam was safe'],
  ['Ansa Bray told reporters on Monday the dam was safe.', 'Ansa Bray', 'told', 'the dam was safe'],
  ['Ansa Bray said on Friday, “The dam is safe.”', 'Ansa Bray', 'said', '“The dam is safe.”'],
  ['On Monday, the mayor said the dam was safe.', 'the mayor', 'said', 'the dam was safe'],
  // A quotation with its marks, over several sentences and paragraphs.
  ['Ansa Bray said: “The dam is safe. It holds.”', 'Ansa Bray', 'said', '“The dam is safe. It holds.”'],
  ['Ansa Bray said: “The dam is safe.\n\n“It holds.”', 'Ansa Bray', 'said', '“The dam is safe. … “It holds.”'],
  ['Ansa Bray said: "The dam is safe."', 'Ansa Bray', 'said', '"The dam is safe."'],
  ['A sign said “No entry”.', 'A sign', 'said', '“No entry”'],
  // Words in quotation marks within indirect speech keep their marks.
  ['Ansa Bray said the dam was “as safe as a house”.', 'Ansa Bray', 'said', 'the dam was “as safe as a house”'],
  // An object, where the verb takes one for what is put forward.
  ['The firm denied the charge.', 'The firm', 'denied', 'the charge'],
  ['The firm has never denied the charge.', 'The firm', 'has never denied', 'the charge'],
  ['Ana Verrin accused the firm of hiding a leak.', 'Ana Verrin', 'accused', 'the firm of hiding a leak'],
  // A verb and its particle are one cue.
  ['The council ruled out a toll.', 'The council', 'ruled out', 'a toll'],
  ['Joren Pike pleaded guilty to stealing a boat.', 'Joren Pike', 'pleaded guilty to', 'stealing a boat'],
  ['The rebels claimed responsibility for the fire.', 'The rebels', 'claimed responsibility for', 'the fire'],
  // A question and a wish are content too; that they claim nothing is decided elsewhere.
  ['The mayor asked whether the dam was safe.', 'The mayor', 'asked', 'whether the dam was safe'],
  // The source with what is said of it: a relative clause, an apposition, a participle, a place.
  ['The mayor who built the pier said it was safe.', 'The mayor who built the pier', 'said', 'it was safe'],
  ['Ansa Bray, the mayor, said it was safe.', 'Ansa Bray, the mayor,', 'said', 'it was safe'],
  [
    'Records seen by the Courier show that the dam was shut.',
    'Records seen by the Courier',
    'show',
    'that the dam was shut',
  ],
  ['A clerk at the court said the file was lost.', 'A clerk at the court', 'said', 'the file was lost'],
  [
    'Two people familiar with the talks said the offer was refused.',
    'Two people familiar with the talks',
    'said',
    'the offer was refused',
  ],
  // Auxiliaries, negation and adverbs belong to the cue.
  ['The mayor did not say that the dam was safe.', 'The mayor', 'did not say', 'that the dam was safe'],
  ['The firm has repeatedly denied that the dam leaks.', 'The firm', 'has repeatedly denied', 'that the dam leaks'],
  // Content ends before somebody else's tag and at a semicolon.
  ['The mayor said the dam was safe, according to the Courier.', 'The mayor', 'said', 'the dam was safe'],
  [
    'The mayor believes that the eel will return; the firm is silent.',
    'The mayor',
    'believes',
    'that the eel will return',
  ],
])('%s', (text, ...expected) => expect(found(text)).toEqual([expected]))

test('who is expected to do it is not who expects it', () => {
  expect(found('The bridge is expected to open in May.')).toEqual([['-', 'is expected', 'to open in May']])
})

test('verbs that share a subject have it both', () => {
  expect(found('The mayor said the dam was safe, adding that nobody had to leave.')).toEqual([
    ['The mayor', 'said', 'the dam was safe'],
    ['The mayor', 'adding', 'that nobody had to leave'],
  ])
})

test.each([
  // Nothing is reported by these verbs and nouns.
  'The mayor told the truth.',
  'The council reported for work.',
  'The mayor believes in ghosts.',
  'The claim was filed on Monday.',
  'The report was long.',
  'In Quillport, the mayor said.',
  '“The dam is safe.” The mayor said so.',
  // A passive without its source reports, but nobody said it.
  'It was said that the dam was safe.',
  'The dam was reported to be safe.',
  // A tag after the content is another rule's.
  'The dam is safe, the mayor said.',
  // Within quotation marks the words are the speaker's own.
  '“The envoy said that the pact was dead.”',
  '',
])('nothing in %j', (text) => expect(found(text)).toEqual([]))
