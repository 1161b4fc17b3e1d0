import { expect, test } from 'vitest'
import { coverageOf } from '../../src/pictures/coverage.ts'
import { drawable, letteringFor, replacement } from '../../src/pictures/fonts.ts'

test.each([
  ['Latin', 'Łukasz Nguyễn Ærø'],
  ['Cyrillic', 'Дмитро Коваль'],
  ['Greek', 'Ελένη Παπαδάκη'],
  ['Arabic', 'محمد السيد'],
  ['Chinese', '王小明 欧阳'],
  ['Japanese', 'さくら タロウ 山田 髙橋 渡邊'],
  ['traditional Chinese', '臺灣 歐陽 龍'],
  ['Korean', '김영희 박철수 뷁'],
  ['the marks', '▼▲○◆●■ “…”'],
])('every letter of a name in %s has a drawing in the fonts that are loaded for it', (_, name) => {
  const { fonts } = letteringFor(name)
  const covered = fonts.map(({ data }) => coverageOf(data))
  const missing = [...name].filter((letter) => !covered.some((one) => one.has(letter.codePointAt(0)!)))
  expect(missing).toEqual([])
  expect(drawable(name)).toBe(name)
})

test('what no font draws is replaced by a sign that one does', () => {
  expect(drawable('ქ 🎉 ok')).toBe(`${replacement} ${replacement} ok`)
  const { fonts } = letteringFor('🎉')
  expect(fonts.some(({ data }) => coverageOf(data).has(replacement.codePointAt(0)!))).toBe(true)
  expect(drawable('\ud800a\u202eb')).toBe('ab')
})

test('of the Chinese subsets only those that are needed are loaded, and the same ones once', () => {
  expect(letteringFor('harbour').fonts.map(({ name }) => name)).toEqual(['noto-sans-latin', 'noto-sans-latin'])
  expect(letteringFor('王').fonts.length).toBeLessThanOrEqual(4)
  expect(letteringFor('harbour').fonts).toBe(letteringFor('boat').fonts)
})
