import fc from 'fast-check'
import { expect, it } from 'vitest'
import { articleOf } from '../../src/article/article-of.ts'
import { ground } from '../../src/claims/ground.ts'
import { readAnswer } from '../../src/llm/answer.ts'
import { certainties } from '../../src/types.ts'
import { groundOf } from './ground-of.ts'
import { source, told } from './stand-in.ts'

const articleKinds = fc.constantFrom('news', 'release', 'opinion', 'transcript')
const certaintiesOf = fc.constantFrom(...certainties)
const words = fc
  .array(
    fc.constantFrom('“', '”', "'", ' said ', 'Oye', ' 40 ', 'not ', '. ', '\n\n', 'he ', '𝒳', '\ud800', '[(', '𝒳é'),
  )
  .map((parts) => parts.join(''))

it('any string in place of an answer is a failure or attributions, never an error', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.json()), words, (content, text) => {
      const read = readAnswer(content, groundOf(articleOf(text)), [0, text.length])
      expect('failure' in read || Array.isArray(read.attributions)).toBe(true)
    }),
  )
})

it('any words in an answer: what has a place stands there, and so do the claims that pass the gate', () => {
  fc.assert(
    fc.property(
      words,
      words,
      words,
      articleKinds,
      certaintiesOf,
      fc.boolean(),
      (text, a, b, kind, certainty, named) => {
        const article = articleOf(text, { kind })
        const answer = told(
          a,
          { certainty, evidence: [b, a], cue: b, about: a },
          named ? { source: source(a, { mentions: [b] }), cue: [a, b], sourceWords: [b], via: [source(b)] } : {},
        )
        const read = readAnswer(JSON.stringify({ attributions: [answer] }), groundOf(article), [0, text.length])
        if ('failure' in read) return
        const placed = read.attributions.flatMap(({ cue, content, sourceWords, propositions }) => [
          ...[...cue, ...content, ...sourceWords],
          ...propositions.flatMap((one) => one.evidence),
        ])
        for (const { words, start } of placed) if (start >= 0) expect(text.startsWith(words, start)).toBe(true)
        for (const { evidence, source, certainty, speech } of ground(article, read.attributions).claims) {
          for (const one of evidence) expect(text.slice(...one.span)).toBe(one.words)
          if (source) expect(certainty).not.toBe('stated')
          else expect(speech).toBe('none')
        }
      },
    ),
  )
})
