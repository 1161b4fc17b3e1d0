import { describe, expect, it } from 'vitest'
import { differences } from '../../src/library/differences.ts'
import { claimsOf, type Said } from './made.ts'

const between = (before: readonly Said[], after: readonly Said[]) =>
  differences(claimsOf(before), claimsOf(after)).map(({ kind, before, after }) => [
    kind,
    before?.evidence[0]?.words ?? null,
    after?.evidence[0]?.words ?? null,
  ])
const boats = 'the company had removed lifeboats to save money'

describe('two versions', () => {
  it.each(['alleged', 'open', 'attributed'] as const)('%s before and stated now is hardened', (label) => {
    expect(between([{ words: boats, who: 'The union', label }], [{ words: boats }])).toEqual([
      ['hardened', boats, boats],
    ])
  })

  it('alleged by one and confirmed by another, in other words, is hardened', () => {
    const now = 'the company removed lifeboats to save money in 2025'
    const before = 'the company removed its lifeboats in 2025 to save money'
    expect(
      between(
        [{ words: before, who: 'The union', label: 'alleged' }],
        [{ words: now, who: 'The harbour office', label: 'confirmed' }],
      ),
    ).toEqual([['hardened', before, now]])
  })

  it.each([
    ['a source', 'The harbour office', null],
    ['whoever passed it on', 'The union via The Courier', 'The union'],
  ])('without %s is a dropped source', (_, before, after) => {
    expect(
      between([{ words: boats, who: before, label: 'denied' }], [{ words: boats, who: after, label: 'denied' }]),
    ).toEqual([['source dropped', boats, boats]])
  })

  it('any other change of label is relabelled', () => {
    expect(
      between(
        [{ words: boats, who: 'The union', label: 'confirmed' }],
        [{ words: boats, who: 'The union', label: 'alleged' }],
      ),
    ).toEqual([['relabelled', boats, boats]])
  })

  it('a longer form of the same name, or other words for the same, is no difference', () => {
    const [before, after] = ['two ships sailed with one boat each', 'two of the ships sailed with one boat each']
    expect(between([{ words: before, who: 'Oye' }], [{ words: after, who: 'Tam Oye' }])).toEqual([])
  })

  it('other figures make another claim, and so does another source', () => {
    expect(between([{ words: 'three boats are missing' }], [{ words: 'three boats are missing' }])).toEqual([])
    expect(between([{ words: '3 boats are missing from it' }], [{ words: '5 boats are missing from it' }])).toEqual([
      ['added', null, '5 boats are missing from it'],
      ['removed', '3 boats are missing from it', null],
    ])
    expect(between([{ words: boats, who: 'The union' }], [{ words: boats, who: 'A passenger' }])).toEqual([
      ['added', null, boats],
      ['removed', boats, null],
    ])
  })

  it('hardened and dropped sources come first, then the article’s order', () => {
    const old: Said[] = [
      { words: 'the quay wall moved', who: 'Tam Oye', label: 'denied' },
      { words: 'ships were late', who: 'Tam Oye' },
      { words: boats, who: 'The union', label: 'alleged' },
    ]
    const now: Said[] = [
      { words: 'a new ferry was bought' },
      { words: 'the quay wall moved', who: null, label: 'denied' },
      { words: boats },
    ]
    expect(between(old, now).map(([kind]) => kind)).toEqual(['hardened', 'source dropped', 'added', 'removed'])
  })

  it('a claim that stands twice is paired twice', () => {
    const twice = [
      { words: 'boats were there', who: 'Oye' },
      { words: 'boats were there', who: 'Osk' },
    ]
    expect(between(twice, twice)).toEqual([])
  })
})
