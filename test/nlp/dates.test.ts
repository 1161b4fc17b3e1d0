import { expect, test } from 'vitest'
import { dayOf, withDates } from '../../src/nlp/propositions/dates.ts'

const monday = { year: 2031, month: 3, day: 3 }

test.each([
  ['She left on Friday', true, 'She left on Friday, 28 February 2031'],
  ['She left on Monday', true, 'She left on Monday, 3 March 2031'],
  ['She left on Tuesday', true, 'She left on Tuesday, 25 February 2031'],
  ['She leaves on Friday', false, 'She leaves on Friday'],
  ['She left on Friday, 1 May 2030', true, 'She left on Friday, 1 May 2030'],
  ['She left yesterday', true, 'She left on 2 March 2031'],
  ['It treated 60,000 people last year', true, 'It treated 60,000 people in 2030'],
  ['It lost money last month', true, 'It lost money in February 2031'],
  ['It is the third this year', false, 'It is the third in 2031'],
])('%s, past: %s', (words, past, expected) => {
  expect(withDates(words, monday, past)).toBe(expected)
  expect(withDates(words, null, past)).toBe(words)
})

test('over a year and a leap day', () => {
  expect(withDates('last month', { year: 2031, month: 1, day: 9 }, true)).toBe('in December 2030')
  expect(withDates('yesterday', { year: 2032, month: 3, day: 1 }, true)).toBe('on 29 February 2032')
  expect(withDates('yesterday', { year: 2031, month: 1, day: 1 }, true)).toBe('on 31 December 2030')
})

test.each([
  ['2031-03-14T08:00:00Z', null, { year: 2031, month: 3, day: 14 }],
  [null, 'https://news.example/2031/3/14/ban', { year: 2031, month: 3, day: 14 }],
  [null, 'https://news.example/ban', null],
  ['soon', null, null],
  ['2031-19-40', null, null],
])('the day of %s, %s', (publishedAt, url, day) => {
  expect(dayOf({ publishedAt, url })).toEqual(day)
})
