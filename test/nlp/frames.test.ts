import { expect, test } from 'vitest'
import { readFrame } from '../../src/nlp/frames.ts'
import { documentOf } from './reading.ts'

// The frame of the sentence's first verb: its kind, where what it governs begins, and whom it was told.
function frameOf(text: string): readonly (string | null)[] {
  const document = documentOf(text)
  const [sentence] = document.sentences
  const { tokens, groups } = sentence!
  const { kind, from, recipient } = readFrame(document, sentence!, groups[0]!)
  return [
    kind,
    tokens[from]?.text ?? null,
    recipient && text.slice(tokens[recipient[0]]!.start, tokens[recipient[1] - 1]!.end),
  ]
}

test.each<[text: string, kind: string, from: string | null, recipient: string | null]>([
  // A clause.
  ['The mayor said that the dam was safe.', 'that', 'that', null],
  ['The mayor said the dam was safe.', 'clause', 'the', null],
  ['The mayor said he was safe.', 'clause', 'he', null],
  ['The mayor said there was a leak.', 'clause', 'there', null],
  ['The mayor said people who live there were safe.', 'clause', 'people', null],
  ['The mayor asked whether the dam was safe.', 'question', 'whether', null],
  ['The mayor asked why the dam leaked.', 'question', 'why', null],
  // A quotation, after a comma, a colon or nothing; a colon alone.
  ['The mayor said “the dam is safe”.', 'quote', '“', null],
  ['The mayor said, “The dam is safe.”', 'quote', '“', null],
  ['The mayor said: "The dam is safe."', 'quote', '"', null],
  ['The mayor said: The dam is safe.', 'colon', 'The', null],
  // An infinitive, a gerund, a preposition, an object, nothing.
  ['The mayor wants to close the pier.', 'to', 'to', null],
  ['The mayor stopped selling boats.', 'gerund', 'selling', null],
  ['The mayor apologised for the leak.', 'prep:for', 'the', null],
  ['The mayor denied the charge.', 'object', 'the', null],
  ['The mayor spoke.', 'end', '.', null],
  ['The mayor spoke, and the dam burst.', 'end', ',', null],
  // Whom it was told.
  ['The mayor told the council that the dam was safe.', 'that', 'that', 'the council'],
  ['The mayor told them the dam was safe.', 'clause', 'the', 'them'],
  ['The mayor told doctors he was well.', 'clause', 'he', 'doctors'],
  ['The records show that the dam was safe.', 'that', 'that', null],
  // When, where and how it was said is left aside.
  ['The mayor said on Monday that the dam was safe.', 'that', 'that', null],
  ['The mayor said on Monday the dam was safe.', 'clause', 'the', null],
  ['The mayor said again that the dam was safe.', 'that', 'that', null],
  ['The mayor said in a statement that the dam was safe.', 'that', 'that', null],
  ['The mayor said in Quillport on Monday: “The dam is safe.”', 'quote', '“', null],
  ['The mayor spoke on Monday.', 'end', '.', null],
])('%s', (text, ...expected) => expect(frameOf(text)).toEqual(expected))
