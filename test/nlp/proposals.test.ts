import { expect, test } from 'vitest'
import { relationsOf } from '../../src/nlp/proposals.ts'
import type { Span } from '../../src/types.ts'
import { documentOf } from './reading.ts'

const at = (text: string, words: string): Span => [text.indexOf(words), text.indexOf(words) + words.length]

/** What is kept of a content that the network proposes. */
function kept(text: string, content: string): string {
  const proposal = { source: at(text, 'Ada Osk'), cue: at(text, 'called'), content: [at(text, content)], sure: 1 }
  const [relation] = relationsOf(documentOf(text), [proposal])
  return text.slice(...relation!.content[0]!)
}

test.each([
  ['a dash', 'the toll a “scandal” — a word she likes'],
  ['what it refers to', 'the toll a “scandal,” referring to the bridge at Vell'],
  ['a relative clause', 'the toll a “scandal,” which the town denies'],
])('the article’s own gloss after a quotation isn’t its speaker’s: %s', (_, content) => {
  const text = `Ada Osk called ${content}.`
  expect(kept(text, content)).toBe(content.slice(0, content.indexOf('”') + 1))
})

test.each([
  ['that the quotation goes on after', 'the toll a “scandal” — no less — and a “shame”'],
  ['without a quotation', 'the toll a scandal — a shame'],
  ['that is part of the sentence', 'the toll a “scandal” for the town'],
])('leaves alone a dash or a clause %s', (_, content) => {
  expect(kept(`Ada Osk called ${content}.`, content)).toBe(content)
})

test.each([
  ['of a reduced clause', 'Ada Osk went on trial on Monday, accused of taking the toll.', 'accused', 0],
  ['of a whole one', 'Ada Osk accused the town of taking the toll.', 'accused', 1],
])('who is accused isn’t who accuses: the subject %s', (_, text, cue, count) => {
  const content = at(text, cue === 'accused' && count === 0 ? 'taking the toll' : 'the town of taking the toll')
  const proposal = { source: at(text, 'Ada Osk'), cue: at(text, cue), content: [content], sure: 1 }
  expect(relationsOf(documentOf(text), [proposal])).toHaveLength(count)
})
