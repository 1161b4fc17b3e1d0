import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { articleOf } from '../../src/article/article-of.ts'
import { readAnswer } from '../../src/llm/answer.ts'
import { examples, markFor, promptFor, repairOf } from '../../src/llm/prompt.ts'
import { answer } from '../../src/llm/schema.ts'
import { certainties, sourceKinds } from '../../src/types.ts'
import { groundOf } from './ground-of.ts'

const article = articleOf('The lamps failed.\n\nNobody said why.', {
  kind: 'news',
  title: 'Lamps\n fail',
  outlet: 'The Tern',
  publishedAt: '2032-02-03',
})
const [opening, rest] = [[0, 17] as const, [19, 35] as const]

it('is told in these words', async () => {
  const rendered = promptFor(article, { span: rest, before: [opening] })
    .map(({ role, content }) => `[${role}]\n${content}\n`)
    .join('\n')
  const repair = repairOf(['attributions.0.cue: Invalid input', 'This evidence isn’t in the text: "a"'])
  await expect(`${rendered}\n[user, after an answer that can't be used]\n${repair}\n`).toMatchFileSnapshot(
    'attribute.v1.rendered.txt',
  )
})

it('names every label, every kind of source and every field of the answer', () => {
  const instructions = promptFor(article, { span: opening, before: [] })[0]!.content
  const { attributions } = answer.shape
  const { shape } = attributions.element
  const fields = [
    ...Object.keys(shape),
    ...Object.keys(shape.source.unwrap().shape),
    ...Object.keys(shape.propositions.element.shape),
  ]
  for (const word of [...certainties, ...sourceKinds, ...fields]) expect(instructions).toContain(`\`${word}\``)
})

describe.each(examples.map((example) => ({ ...example, name: example.article.text.slice(0, 30) })))(
  'the example "$name"',
  ({ article: told, answer: given }) => {
    const { text, ...details } = told
    const whole = articleOf(text, details)

    it('is of the shape that is asked for', () => {
      expect(answer.parse(given)).toEqual(given)
    })

    it('quotes only what stands in its own text', () => {
      for (const { source, sourceWords, cue, content, via, propositions } of given.attributions) {
        const mentions = [source, ...via].flatMap((one) => one?.mentions ?? [])
        const evidence = propositions.flatMap((one) => [...one.evidence, ...(one.cue ? [one.cue] : [])])
        for (const words of [...sourceWords, ...cue, ...content, ...mentions, ...evidence])
          expect(text).toContain(words)
        expect(propositions.every((one) => one.evidence.length > 0)).toBe(true)
      }
    })

    it('is read as it is given: nothing in it is taken for an addition, and its speech is what the marks say', () => {
      const read = readAnswer(JSON.stringify(given), groundOf(whole), [0, text.length])
      expect(read).toHaveProperty('attributions')
      const attributions = 'attributions' in read ? read.attributions : []
      expect(
        attributions.map(({ source, via, speech, confidence, propositions }) => ({
          source: source?.name ?? null,
          role: source?.role ?? null,
          via: via.map(({ name }) => name),
          speech,
          confidence,
          propositions: propositions.map(({ text, certainty, about }) => ({ text, certainty, about })),
        })),
      ).toEqual(
        given.attributions.map(({ source, via, speech, confidence, propositions }) => ({
          source: source?.name ?? null,
          role: source?.role ?? null,
          via: via.map(({ name }) => name),
          speech,
          confidence,
          propositions: propositions.map(({ text, certainty, about }) => ({ text, certainty, about })),
        })),
      )
    })
  },
)

describe('the mark', () => {
  it('is the same for the same material, and another for other material', () => {
    expect(markFor('The lamps failed.')).toBe(markFor('The lamps failed.'))
    expect(markFor('The lamps failed.')).not.toBe(markFor('The lamps failed!'))
  })

  it('never stands in the material, whoever wrote it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (material) => {
        expect(material.toLowerCase()).not.toContain(markFor(material))
      }),
    )
    // As though somebody had known the first two.
    const material = `${'a'.repeat(16)} and ${'B'.repeat(16)}`
    const digest = (text: string): string => ['a', 'b', 'c'][Number(text[0])]!.repeat(64)
    expect(markFor(material, digest)).toBe('c'.repeat(16))
  })
})
