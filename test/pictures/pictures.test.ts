import { expect, test } from 'vitest'
import {
  annotatedPictures,
  claimPicture,
  mostHeight,
  mostParts,
  type Picture,
} from '../../src/pictures/annotated-picture.ts'
import { paint } from '../../src/pictures/paint.ts'
import { mostDrawings, whoSaidWhat } from '../../src/pictures/who-said-what.ts'
import { shownOf } from '../replies/discord/samples.ts'
import { ferry } from './ferry.ts'

const size = ({ png }: Picture) => {
  const view = new DataView(png.buffer, png.byteOffset)
  return { width: view.getUint32(16), height: view.getUint32(20) }
}
const bytesOf = (pictures: readonly Picture[]): readonly string[] =>
  pictures.map(({ png }) => Buffer.from(png).toString('base64'))

test('the same bytes each time, as wide as a preview and no higher, with all that they say in words', async () => {
  const { version } = await shownOf(ferry, { title: 'Lifeboats in dispute' })
  const first = await annotatedPictures(version, paint)
  expect(bytesOf(first)).toEqual(bytesOf(await annotatedPictures(version, paint)))
  for (const one of first) {
    expect(size(one).width).toBe(1100)
    expect(size(one).height).toBeLessThanOrEqual(mostHeight)
    expect(one.cut).toBe(false)
    expect(one.alt).toContain('What the article says, not whether it is true. ')
  }
  const [alt] = first.map((one) => one.alt)
  expect(alt).toMatch(/^Part 1 of the article “Lifeboats in dispute” with its claims marked/)
  expect(alt!.indexOf('. Alleged: ')).toBeGreaterThan(0)
  expect(alt!.indexOf('. Alleged: ')).toBeLessThan(alt!.indexOf(' Denied: '))
})

test('each claim is told in words on the part on which it begins, and on no other', async () => {
  const { version } = await shownOf([ferry, ferry.replaceAll('Strait', 'Sound')].join('\n\n'))
  const alts = (await annotatedPictures(version, paint)).map(({ alt }) => alt)
  expect(alts.length).toBeGreaterThan(1)
  for (const words of ['Sound Lines denies', 'Strait Lines denies'])
    expect(alts.filter((alt) => alt.includes(words))).toHaveLength(1)
})

test('a long article ends in words on the last part', async () => {
  const { version } = await shownOf(Array.from({ length: 40 }, () => ferry).join('\n\n'))
  const parts = await annotatedPictures(version, paint)
  expect(parts).toHaveLength(mostParts)
  expect(parts.map(({ cut }) => cut)).toEqual([...Array(mostParts - 1).fill(false), true])
  for (const one of parts) {
    expect(size(one).height).toBeLessThanOrEqual(mostHeight)
    expect(size(one).height).toBeGreaterThan(mostHeight / 3)
    expect(one.alt.length).toBeLessThanOrEqual(1024)
  }
})

test.each([
  ['50,000 words', 'Boats '.repeat(50_000)],
  ['one word of 100,000 characters', 'b'.repeat(100_000)],
  ['as much in another script', '王'.repeat(30_000)],
  ['lines without end', 'b\n'.repeat(30_000)],
])('%s are cut', async (_, text) => {
  const { version } = await shownOf('Ada Osk said the quay is closed.')
  const parts = await annotatedPictures({ ...version, article: { ...version.article, text }, claims: [] }, paint)
  expect(parts.at(-1)!.cut).toBe(true)
  for (const one of parts) expect(size(one).height).toBeLessThanOrEqual(mostHeight)
})

test('thousands of claims at a few places are drawn all the same', async () => {
  const { version } = await shownOf(ferry)
  const claims = Array.from({ length: 5000 }, (_, i) => ({
    ...version.claims[i % version.claims.length]!,
    id: `c${i}`,
  }))
  for (const one of await annotatedPictures({ ...version, claims }, paint)) {
    expect(size(one).height).toBeLessThanOrEqual(2 * mostHeight)
    expect(one.alt.length).toBeLessThanOrEqual(1024)
  }
})

test('one claim stands in its paragraph, or in as much of a long one as has room', async () => {
  const { version } = await shownOf(ferry)
  const one = await claimPicture(version, version.claims[1]!, paint)
  expect(one.alt).toContain('1 Denied. Denied: ')
  expect(one.cut).toBe(false)
  expect(size(one).height).toBeLessThanOrEqual(mostHeight)
  const long = await shownOf(
    `${'It rained on the quay all day. '.repeat(200)}Ada Osk said the boats were sold. ${'It rained. '.repeat(300)}`,
  )
  const claim = long.version.claims.find(({ source }) => source?.name === 'Ada Osk')!
  const within = await claimPicture(long.version, claim, paint)
  expect(within.cut).toBe(false)
  expect(size(within).height).toBeLessThanOrEqual(mostHeight)
})

test('who said what: from three sources on, the same bytes each time', async () => {
  const { version } = await shownOf(ferry)
  const first = await whoSaidWhat(version, paint)
  expect(bytesOf(first)).toEqual(bytesOf(await whoSaidWhat(version, paint)))
  for (const one of first) {
    expect(size(one).width).toBe(1100)
    expect(size(one).height).toBeLessThanOrEqual(mostHeight)
    expect(one.alt).toContain('Who said what')
    expect(one.cut).toBe(false)
  }
  const few = await shownOf('Ada Osk said the quay is closed. Bo Lund said the crew had left.')
  expect(await whoSaidWhat(few.version, paint)).toEqual([])
})

test('who said what ends in words where there are more claims than drawings have room for', async () => {
  const people = ['Ada Osk', 'Bo Lund', 'Tam Oye', 'Ilse Marrow']
  const said = Array.from({ length: 80 }, (_, i) => `${people[i % 4]} said that pier number ${i} had moved.`)
  const drawings = await whoSaidWhat((await shownOf(said.join(' '))).version, paint)
  expect(drawings).toHaveLength(mostDrawings)
  expect(drawings.map(({ cut }) => cut)).toEqual([...Array(mostDrawings - 1).fill(false), true])
})
