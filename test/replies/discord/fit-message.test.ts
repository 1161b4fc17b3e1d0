import fc from 'fast-check'
import { expect, it } from 'vitest'
import { button, row } from '../../../src/replies/discord/components.ts'
import { countComponents, countText, fitMessage } from '../../../src/replies/discord/fit-message.ts'
import { textOf } from './samples.ts'

const words = fc.string({ unit: 'grapheme', maxLength: 1500 }).map((one) => `x${one}`)
const drafts = fc.record({
  lead: fc.array(words, { maxLength: 5 }),
  leadAfter: fc.array(words, { maxLength: 2 }),
  items: fc.array(fc.record({ heading: fc.option(fc.constantFrom('**A**', '**B**')), content: words }), {
    maxLength: 60,
  }),
  close: fc.option(words),
})

it('any draft, any page: within both totals, and every item stands on exactly one page', () => {
  fc.assert(
    fc.property(drafts, (draft) => {
      const seen: number[] = []
      const first = fitMessage(draft, 0, () => [])
      for (let page = 0; page < first.fitted.pages; page++) {
        const { message, fitted } = fitMessage(draft, page, () => [row(button('A', 'a'), button('B', 'b'))])
        expect(fitted.page).toBe(page)
        expect(countText(message)).toBeLessThanOrEqual(4000)
        expect(countComponents(message)).toBeLessThanOrEqual(40)
        seen.push(...fitted.items)
      }
      expect(seen).toEqual(draft.items.map((_, i) => i))
    }),
    { numRuns: 60 },
  )
})

it('a page beyond the last is the last, one before the first the first', () => {
  const items = Array.from({ length: 60 }, (_, i) => ({ heading: null, content: `item ${i}` }))
  const draft = { lead: ['Head'], leadAfter: ['Again'], items }
  expect(fitMessage(draft, 99, () => []).fitted).toMatchObject({ page: 2, pages: 3 })
  expect(fitMessage(draft, -5, () => []).fitted.page).toBe(0)
  expect(textOf(fitMessage(draft, 2, () => []).message)).toMatch(/^Again\n[\s\S]*item 59\n-# Page 3 of 3$/)
})

it('counts what is nested, as Discord does', () => {
  const nested = { components: [{ type: 17, components: [{ type: 10, content: 'abc' }, row(button('A', 'a'))] }] }
  expect(countComponents(nested)).toBe(4)
  expect(countText(nested)).toBe(3)
})

it('refuses a message whose controls alone are too many', () => {
  const rows = () => Array.from({ length: 14 }, (_, i) => row(button('A', `${i}a`), button('B', `${i}b`)))
  expect(() => fitMessage({ lead: ['Head'], leadAfter: [], items: [] }, 0, rows)).toThrow(/at most 40 components/)
})

it('a first page holds no more items than it may', () => {
  const items = Array.from({ length: 5 }, (_, i) => ({ heading: null, content: `item ${i}` }))
  const draft = { lead: ['Head'], leadAfter: [], items, firstPage: 2, close: 'the rest follows' }
  expect(fitMessage(draft, 0, () => []).fitted).toMatchObject({ items: [0, 1], pages: 2 })
  expect(textOf(fitMessage(draft, 1, () => []).message)).not.toContain('the rest follows')
})
