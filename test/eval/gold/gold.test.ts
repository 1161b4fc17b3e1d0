import { readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { certainties, sourceKinds } from '../../../src/types.ts'
import { locate, type Quote, readGold, toRecord } from './read-gold.ts'

const articles = readGold()
const claims = articles.flatMap((article) => article.claims)
const kinds = ['news', 'release', 'statement', 'transcript', 'opinion', 'live']

describe('the gold standard as a whole', () => {
  it('has twelve articles, each a pair of text and claims', () => {
    expect(articles).toHaveLength(12)
    const endings = (ending: string) => readdirSync(import.meta.dirname).filter((name) => name.endsWith(ending)).length
    expect(endings('.json')).toBe(12)
    expect(endings('.md')).toBe(13)
  })

  it('has every label, every kind of source and every way of speaking', () => {
    expect(new Set(claims.map((claim) => claim.certainty))).toEqual(new Set(certainties))
    expect(new Set(claims.flatMap((claim) => claim.source?.kind ?? []))).toEqual(new Set(sourceKinds))
    expect(new Set(claims.map((claim) => claim.speech))).toEqual(new Set(['direct', 'indirect', 'mixed', 'none']))
  })

  it('has at least eight chains', () => {
    expect(claims.filter((claim) => claim.via.length > 0).length).toBeGreaterThanOrEqual(8)
  })
})

describe.each(articles)('$id', (article) => {
  it('is an article of a legal kind and a readable length, with a date', () => {
    expect(kinds).toContain(article.kind)
    const words = article.text.split(/\s+/).length
    expect(words).toBeGreaterThanOrEqual(180)
    expect(words).toBeLessThanOrEqual(350)
    expect(article.publishedAt).toMatch(/^\d{4}-\d{2}-\d{2}$/)
  })

  it('makes ten claims or more', () => {
    expect(article.claims.length).toBeGreaterThanOrEqual(10)
  })

  it('has every evidence, cue and mention verbatim, once or with its number', () => {
    const quotes: Quote[] = article.claims.flatMap((claim) => [
      ...claim.evidence,
      ...(claim.cue === null ? [] : [claim.cue]),
      ...[claim.source, ...claim.via].flatMap((source) => source?.mentions ?? []),
    ])
    const misplaced = quotes.flatMap((quote) => {
      try {
        const words = typeof quote === 'string' ? quote : quote.quote
        return article.text.slice(...locate(article.text, quote)) === words ? [] : [words]
      } catch (error) {
        return [(error as Error).message]
      }
    })
    expect(misplaced).toEqual([])
    expect(() => toRecord(article)).not.toThrow()
  })

  it('numbers no words that stand in the article once', () => {
    const numbered = article.claims
      .flatMap((claim) => [
        ...claim.evidence,
        claim.cue,
        ...[claim.source, ...claim.via].flatMap((s) => s?.mentions ?? []),
      ])
      .filter((quote) => quote !== null && typeof quote === 'object')
    expect(numbered.filter(({ quote }) => article.text.split(quote).length === 2)).toEqual([])
  })

  it.each(article.claims)('$certainty: $text', (claim) => {
    expect(certainties).toContain(claim.certainty)
    expect(claim.text).toMatch(/\S/)
    expect(claim.evidence.length).toBeGreaterThan(0)
    const starts = claim.evidence.map((quote) => locate(article.text, quote)[0])
    expect(starts).toEqual(starts.toSorted((a, b) => a - b))
    for (const source of [claim.source, ...claim.via].filter((it) => it !== null)) {
      expect(sourceKinds).toContain(source.kind)
      expect(source.name).toMatch(/\S/)
      expect(source.mentions.length).toBeGreaterThan(0)
      expect(source.kind === 'anonymous' && source.named, 'the anonymous have no name').toBe(false)
    }
    expect(claim.via.map(({ name }) => name)).not.toContain(article.outlet)
    // The own voice: no source, nobody who passes it on, no speech; and only it has a claim stated as fact.
    expect(claim.speech === 'none').toBe(claim.source === null)
    if (claim.source === null) expect(claim.via).toEqual([])
    if (claim.certainty === 'stated') expect([claim.source, claim.cue]).toEqual([null, null])
    else if (article.kind === 'news' || article.kind === 'live') expect(claim.cue).not.toBeNull()
    if (claim.source === null) expect(['stated', 'alleged', 'open']).toContain(claim.certainty)
  })

  it('says nothing twice with one source', () => {
    const said = article.claims.map((claim) => [claim.text, claim.source?.name, claim.certainty].join(' | '))
    expect(said.filter((one, at) => said.indexOf(one) !== at)).toEqual([])
  })
})
