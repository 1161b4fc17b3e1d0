import { describe, expect, it } from 'vitest'
import { articleOf } from '../../src/article/article-of.ts'
import { offlineEngine } from '../../src/nlp/engine.ts'
import { breakDown } from '../../src/pipeline.ts'
import { article, engineAt } from './engine-at.ts'
import { answering, source, told } from './stand-in.ts'

describe('an article in pieces', () => {
  const paragraphs = Array.from({ length: 12 }, (_, i) =>
    `Lamp ${i} failed. ${'The keepers looked on and said little. '.repeat(40)}`.trim(),
  )
  const long = articleOf(paragraphs.join('\n\n'), { kind: 'news', title: 'Lamps fail' })
  const textOf = (message: string): string => /^\w+ TEXT\n(.*?)\n\w+ THE ARTICLE ENDS$/ms.exec(message)![1]!
  const lampsIn = (shown: string): readonly string[] => shown.match(/Lamp \d+ failed/g) ?? []

  it('is asked about in order, every paragraph once, with its headline', async () => {
    const { engine, vendor } = await engineAt(({ body }) =>
      answering(...lampsIn(textOf(body.messages.at(-1)!.content)).map((lamp) => told(lamp))),
    )
    const { claims, engine: readBy } = await breakDown(long, engine)
    expect(claims.map(({ evidence }) => evidence[0]!.words)).toEqual(paragraphs.map((_, i) => `Lamp ${i} failed`))
    expect(readBy).toMatch(/^gpt-x at /)
    const shown = vendor.asked.map(({ body }) => body.messages.at(-1)!.content)
    expect(shown.length).toBeGreaterThan(4)
    for (const one of shown) {
      expect(one).toContain('Headline: Lamps fail\n')
      expect(textOf(one).length).toBeLessThanOrEqual(4000)
    }
    expect(shown.flatMap((one) => textOf(one).split('\n\n')).sort()).toEqual([...paragraphs].sort())
  })

  it('has one name for one source, whichever piece gives it in full', async () => {
    const by = (name: string, lamp: string) => told(lamp, { certainty: 'attributed' }, { source: source(name) })
    const of = articleOf(`Oskar Brandeis spoke.\n\nBrandeis spoke.\n\n${long.text}`)
    const { engine } = await engineAt(({ body }) => {
      const [lamp] = lampsIn(textOf(body.messages.at(-1)!.content))
      return answering(by(lamp === 'Lamp 0 failed' ? 'Oskar Brandeis' : 'Brandeis', lamp!))
    })
    const { claims } = await breakDown(of, engine)
    expect(new Set(claims.map(({ source }) => source!.name))).toEqual(new Set(['Oskar Brandeis']))
    expect(claims.length).toBeGreaterThan(2)
  })

  it('of which one fails is read by the offline engine whole', async () => {
    const { engine } = await engineAt(({ body }) =>
      textOf(body.messages.at(-1)!.content).includes('Lamp 5 ') ? { status: 400, body: {} } : answering(),
    )
    const { claims, engine: readBy } = await breakDown(long, engine)
    expect(readBy).toMatch(/^offline rules \(the language model is away: .+ \(status 400\)\)$/)
    expect(claims).toEqual((await breakDown(long, offlineEngine)).claims)
  })

  it('isn’t asked about any further once a piece failed', async () => {
    const { engine, vendor } = await engineAt(() => ({ status: 401, body: {} }))
    await engine.attribute(long)
    // Whatever were left of it is in line before this.
    await engine.attribute(article)
    expect(vendor.asked.length).toBeLessThanOrEqual(5)
  })

  it('is asked about four pieces at a time', async () => {
    let open = 0
    let most = 0
    const { engine } = await engineAt(() => answering(), {
      fetch: async (...request) => {
        most = Math.max(most, ++open)
        try {
          return await fetch(...request)
        } finally {
          open--
        }
      },
    })
    await Promise.all([engine.attribute(long), engine.attribute(long)])
    expect(most).toBe(4)
  })
})
