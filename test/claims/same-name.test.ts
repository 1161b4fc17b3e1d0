import { describe, expect, test } from 'vitest'
import { nameWords, sameName } from '../../src/claims/same-name.ts'

describe('one source', () => {
  test.each([
    ['Ansa Bray', 'Ansa Bray'],
    ['Bray', 'Ansa Bray'],
    ['Mr. Bray', 'Ansa Bray'],
    ['ANSA BRAY', 'Ansa Bray'],
    ['the Riverine Commission', 'Riverine Commission'],
    ['Commission', 'Riverine Commission'],
    ['Ansa Maria Bray', 'Ansa Bray'],
    ['Bray’s', 'Ansa Bray'],
    ['Zoë Ångström', 'Ångström'],
  ])('%s, %s', (a, b) => {
    expect(sameName(a, b)).toBe(true)
    expect(sameName(b, a)).toBe(true)
  })
})

describe('two sources', () => {
  test.each([
    ['Ansa Bray', 'Tor Lund'],
    // A state beside its office.
    ['Torvia', "Torvia's prosecutor general"],
    ['Ada Lund', 'Tor Lund'],
    ['', 'Ansa Bray'],
    ['', ''],
    ['the', 'the'],
  ])('%j, %j', (a, b) => {
    expect(sameName(a, b)).toBe(false)
    expect(sameName(b, a)).toBe(false)
  })
})

test('the words of a name: no article, title, possessive or capitals', () => {
  expect(nameWords('The office of Mr. Bray’s lawyer')).toEqual(['office', 'bray', 'lawyer'])
})
