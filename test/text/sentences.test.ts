import { expect, test } from 'vitest'
import { readParagraphs } from '../../src/text/paragraphs.ts'
import { readSentences } from '../../src/text/sentences.ts'
import { readTokens } from '../../src/text/tokens.ts'

const sentencesOf = (text: string) => readSentences(text).map((span) => text.slice(...span))

test.each<[what: string, sentences: readonly string[]]>([
  ['stops', ['It holds.', 'It does!', 'Does it?', 'It does…', 'Yes.']],
  ['closing marks', ['“It holds.”', 'She left.', '(She had come.)', 'Then “it fell.”', '“Why?” she asked.']],
  ['titles', ['Dr. Oye met Gen. Marrow and Sen. Lund.', 'They left.']],
  ['initials', ['George W. Bray met J. K. Lund.', 'They left.']],
  ['months and numbers', ['On Jan. 4 the No. 2 pump broke.', 'It cost 3.5 crowns.']],
  ['abbreviations within', ['The U.S. Treasury wrote to Harrow Inc. of Quillport.', 'It waits.']],
  ['abbreviations at the end', ['It moved to the U.S.', 'The end.', 'They met at 9 a.m.', 'She left.']],
  ['a small letter goes on', ['The firm iPump. is old.', 'It is.']],
  ['digits and marks open', ['It fell.', '40 left.', '“Who?” she asked.', '— Nobody.']],
])('%s', (_, sentences) => expect(sentencesOf(sentences.join(' '))).toEqual(sentences))

test('never across paragraphs', () => {
  expect(sentencesOf('The dam\n\nIt holds.  It does.\r\nYes')).toEqual(['The dam', 'It holds.', 'It does.', 'Yes'])
})

test.each<[text: string, paragraphs: readonly string[]]>([
  ['  One.  \n\n\tTwo. Three.\u2028Four.\n', ['One.', 'Two. Three.', 'Four.']],
  ['\n \n', []],
  ['', []],
])('paragraphs of %j', (text, paragraphs) => {
  expect(readParagraphs(text).map((span) => text.slice(...span))).toEqual(paragraphs)
})

test.each<[text: string, tokens: string]>([
  ["The mayor's dam didn't leak.", "The mayor 's dam did n't leak ."],
  ['The mayor’s dam didn’t leak.', 'The mayor ’s dam did n’t leak .'],
  ["She'll say we're right.", "She 'll say we 're right ."],
  ['It cost $4,000.50 in 2027.', 'It cost $4,000.50 in 2027 .'],
  ['12% of the 1990s, the 3rd.', '12% of the 1990s , the 3rd .'],
  ['At 9:30 a.m. Dr. Oye left.', 'At 9:30 a.m. Dr. Oye left .'],
  ['“A well-known U.S. firm” – gone…', '“ A well-known U.S. firm ” – gone …'],
  ['Wait... -- no', 'Wait ... -- no'],
  ['a@b #dam', 'a@b #dam'],
])('tokens of %j', (text, tokens) => {
  expect(
    readTokens(text)
      .map((span) => text.slice(...span))
      .join(' '),
  ).toBe(tokens)
})

test('tokens of a stretch have the places of the whole', () => {
  expect(readTokens('One. Two.', [5, 9])).toEqual([
    [5, 8],
    [8, 9],
  ])
})
