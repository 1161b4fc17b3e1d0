import { expect, test } from 'vitest'
import { annotatedPictures, claimPicture, mostParts } from '../../src/pictures/annotated-picture.ts'
import { paint } from '../../src/pictures/paint.ts'
import { mostHeight } from '../../src/pictures/size.ts'
import { mostDrawings, whoSaidWhat } from '../../src/pictures/who-said-what.ts'
import type { Picture } from '../../src/replies/picture.ts'
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

test('each claim is told in words on the part on which it stands', async () => {
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
  const parts = await annotatedPictures({ ...version, claims }, paint)
  expect(parts.at(-1)!.cut).toBe(false)
  for (const one of parts) {
    expect(size(one).height).toBeLessThanOrEqual(2 * mostHeight)
    expect(one.alt.length).toBeLessThanOrEqual(1024)
    expect(one.alt).toMatch(/ And [\d,]+ more\.$/)
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

test('a claim that goes on from one part to the next is noted and told on both', async () => {
  const rest = Array.from({ length: 160 }, (_, i) => `pier ${i}`).join(', ')
  const { version } = await shownOf(`Bo Lund alleged that the port had sold ${rest}. It rained.`)
  const [first] = version.claims
  const { text } = version.article
  const whole = { ...first!, evidence: [{ ...first!.evidence[0]!, span: [20, text.indexOf('. It')] as const }] }
  const parts = await annotatedPictures({ ...version, claims: [whole] }, paint)
  expect(parts.length).toBeGreaterThan(1)
  for (const { alt } of parts.slice(0, 2)) expect(alt).toContain('1 Alleged. Alleged: Bo Lund alleges')
  for (const { alt } of parts) expect(alt).not.toContain('No claim was found')
})

test('a claim whose words stand far apart says on its picture that they go on', async () => {
  const { version } = await shownOf(
    `Ada Osk said the boats were sold. ${'It rained on the quay. '.repeat(200)}They were red.`,
  )
  const claim = version.claims.find(({ source }) => source?.name === 'Ada Osk')!
  const { text } = version.article
  const red: readonly [number, number] = [text.indexOf('They were'), text.length - 1]
  const far = { ...claim, evidence: [...claim.evidence, { ...claim.evidence[0]!, span: red }] }
  const picture = await claimPicture(version, far, paint)
  expect(picture.cut).toBe(true)
  expect(size(picture).height).toBeLessThanOrEqual(mostHeight)
})

test.each([
  ['words', 'Harbour '.repeat(2000), mostHeight],
  ['the widest letters without a space', 'W'.repeat(10_000), 1.5 * mostHeight],
])('names and headlines of thousands of %s are cut', async (_, wide, highest) => {
  const { version } = await shownOf(ferry, { title: wide, outlet: wide, byline: wide })
  const claims = version.claims.map((claim, i) => ({
    ...claim,
    source: claim.source && { ...claim.source, name: `${i} ${wide}`, mentions: [] },
    via: Array.from({ length: 50 }, (_, k) => ({ ...claim.source!, name: `${k} ${wide}`, mentions: [] })).slice(
      0,
      claim.source ? 50 : 0,
    ),
  }))
  const long = { ...version, claims }
  const pictures = [
    ...(await annotatedPictures(long, paint)),
    ...(await whoSaidWhat(long, paint)),
    await claimPicture(long, claims[0]!, paint),
  ]
  for (const one of pictures) {
    expect(size(one)).toEqual({ width: 1100, height: expect.any(Number) })
    expect(size(one).height).toBeLessThanOrEqual(highest)
    expect(one.alt.length).toBeLessThanOrEqual(1024)
  }
})

test('sources with names alike up to their end, and one who passes on for several, stay apart', async () => {
  const office = 'under-secretary of the ministry for the inland waterways and harbours of the northern coast and its'
  const { version } = await shownOf(
    'Ada Osk said the quay is closed. Bo Lund said the boats were sold. Tam Oye said it rained.',
  )
  const [ada] = version.claims as readonly [(typeof version.claims)[number]]
  const courier = { ...ada.source!, name: 'Courier', kind: 'media' as const, mentions: [] }
  const claims = version.claims.map((claim, i) => ({
    ...claim,
    source: { ...claim.source!, name: `${office} ${i}`, mentions: [] },
    via: [courier],
  }))
  const svgs: string[] = []
  await whoSaidWhat({ ...version, claims }, async (svg) => {
    svgs.push(svg)
    return new Uint8Array()
  })
  // The frames of those who say it, and of those who pass it on, by their width.
  const framed = (width: number) =>
    svgs.join('').match(new RegExp(`<path [^>]*width="${width}"[^>]* fill="#565a63"`, 'g'))
  expect(framed(118)).toHaveLength(3)
  expect(framed(96)).toHaveLength(3)
})
