import { expect, test } from 'vitest'
import { annotatedPicture, claimPicture, mostHeight } from '../../src/pictures/annotated-picture.ts'
import { whoSaidWhat } from '../../src/pictures/who-said-what.ts'
import { shownOf } from '../replies/discord/samples.ts'
import { ferry } from './ferry.ts'

const size = (png: Uint8Array) => {
  const view = new DataView(png.buffer, png.byteOffset)
  return { width: view.getUint32(16), height: view.getUint32(20) }
}

test('the same bytes each time, as wide as a preview, with all that it says in words', async () => {
  const { version } = await shownOf(ferry, { title: 'Lifeboats in dispute' })
  const [first, second] = [await annotatedPicture(version), await annotatedPicture(version)]
  expect(Buffer.compare(first.png, second.png)).toBe(0)
  expect(size(first.png).width).toBe(1100)
  expect(first.cut).toBe(false)
  expect(first.alt).toContain('What the article says, not whether it is true. ')
  expect(first.alt).toMatch(/1 Denied, .*1 Alleged/)
  expect(first.alt.indexOf('. Alleged: ')).toBeGreaterThan(0)
  expect(first.alt.indexOf('. Alleged: ')).toBeLessThan(first.alt.indexOf(' Denied: '))
})

test('a long article ends with a word on it, within its height', async () => {
  const { version } = await shownOf(Array.from({ length: 20 }, () => ferry).join('\n\n'))
  const { png, cut, alt } = await annotatedPicture(version)
  expect(cut).toBe(true)
  expect(size(png).height).toBeLessThanOrEqual(mostHeight)
  expect(size(png).height).toBeGreaterThan(mostHeight / 2)
  expect(alt.length).toBeLessThanOrEqual(1024)
})

test.each([
  ['50,000 words', 'Boats '.repeat(50_000)],
  ['one word of 100,000 characters', 'b'.repeat(100_000)],
  ['as much in another script', '王'.repeat(30_000)],
])('%s are cut', async (_, text) => {
  const { version } = await shownOf('Ada Osk said the quay is closed.')
  const { png, cut } = await annotatedPicture({ ...version, article: { ...version.article, text }, claims: [] })
  expect(cut).toBe(true)
  expect(size(png).height).toBeLessThanOrEqual(mostHeight)
})

test('thousands of claims are cut too, and where they stand alone they are shown', async () => {
  const { version } = await shownOf(ferry)
  const claims = Array.from({ length: 5000 }, (_, i) => ({
    ...version.claims[i % version.claims.length]!,
    id: `c${i}`,
  }))
  const { png, alt } = await annotatedPicture({ ...version, claims })
  expect(size(png).height).toBeLessThanOrEqual(mostHeight)
  expect(alt.length).toBeLessThanOrEqual(1024)
  const one = await claimPicture(version, version.claims[1]!)
  expect(one.alt).toContain('1 Denied. Denied: ')
  expect(one.cut).toBe(false)
})

test('who said what: from three sources on, the same bytes each time', async () => {
  const { version } = await shownOf(ferry)
  const [first, second] = [await whoSaidWhat(version), await whoSaidWhat(version)]
  expect(Buffer.compare(first!.png, second!.png)).toBe(0)
  expect(size(first!.png).width).toBe(1100)
  expect(size(first!.png).height).toBeLessThanOrEqual(mostHeight)
  expect(first!.alt).toContain('Who said what')
  const few = await shownOf('Ada Osk said the quay is closed. Bo Lund said the crew had left.')
  expect(await whoSaidWhat(few.version)).toBeNull()
})
