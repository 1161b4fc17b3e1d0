import { expect, it } from 'vitest'
import { addition, asking, library, minute, viewer } from './made.ts'

const union = { words: 'The company removed lifeboats to save money', who: 'The union', label: 'alleged' } as const
const url = 'https://courier.example/boats'

it('keeps an article, gives it its place, and finds it again after a restart', async () => {
  const { library: first, home } = await library()
  const { entry, outcome, differences } = await first.add(addition([union], { url }))
  expect(outcome).toBe('new')
  expect(differences).toEqual([])
  expect(entry.id).toMatch(/^[2-9b-df-hj-km-np-tv-xz]{10}$/)
  expect(entry.versions[0]?.article).toMatchObject({ version: 1, supersedes: null, addedBy: '7', addedIn: 'desk' })
  await first.close()
  const { library: second } = await library(home)
  expect(await second.entry(viewer(), entry.id)).toEqual(entry)
  expect((await second.who(viewer(), asking('lifeboats'))).found[0]?.claim).toEqual(entry.versions[0]?.claims[0])
})

it.each([url, null])('the same text at %s is known, and not kept twice', async (address) => {
  const { library: desk } = await library()
  const first = await desk.add(addition([union], { url: address, by: '1' }))
  const again = await desk.add(addition([union], { url: address, by: '2', addedAt: minute(5) }))
  expect(again.outcome).toBe('known')
  expect(again.entry).toEqual(first.entry)
  expect(await desk.counts(viewer())).toEqual({ articles: 1, claims: 1 })
})

it.each(['https://COURIER.example/boats', `${url}#comments`, `${url}?utm_source=post&fbclid=1&gclid=2`])(
  '%s is the same address',
  async (other) => {
    const { library: desk } = await library()
    await desk.add(addition([union], { url }))
    expect((await desk.add(addition([union], { url: other }))).outcome).toBe('known')
  },
)

it('an address whose query says what it shows is another', async () => {
  const { library: desk } = await library()
  await desk.add(addition([union], { url: `${url}?page=1&utm_source=a` }))
  expect((await desk.add(addition([union], { url: `${url}?page=2` }))).outcome).toBe('new')
  expect((await desk.add(addition([union], { url: `${url}?page=1` }))).outcome).toBe('known')
})

it('another text at a known address is its next version, told from the one before; only the newest answers', async () => {
  const { library: desk } = await library()
  const first = await desk.add(addition([union], { url }))
  const stated = { words: 'The company removed lifeboats to save money last year', who: null }
  const second = await desk.add(addition([stated], { url, addedAt: minute(1) }))
  expect(second.outcome).toBe('version')
  expect(second.entry.id).toBe(first.entry.id)
  expect(second.entry.versions.map(({ article }) => article.version)).toEqual([1, 2])
  expect(second.entry.versions[1]?.article.supersedes).toBe(first.entry.versions[0]?.article.id)
  expect(second.differences.map(({ kind }) => kind)).toEqual(['hardened'])
  const { found, total } = await desk.who(viewer(), asking('lifeboats'))
  expect(total).toBe(1)
  expect(found[0]?.claim.certainty).toBe('stated')
  expect(await desk.sameText(viewer(), first.entry.versions[0]!.article.contentHash)).toBeNull()
})

it('what goes back to an earlier text is a version again', async () => {
  const { library: desk } = await library()
  const other = addition([{ words: 'Nothing was removed' }], { url })
  await desk.add(addition([union], { url }))
  await desk.add(other)
  const third = await desk.add(addition([union], { url }))
  expect(third.outcome).toBe('version')
  expect(third.entry.versions).toHaveLength(3)
})

it('twenty additions to one address at once are twenty versions, in any channel by itself', async () => {
  const { library: desk } = await library()
  const texts = Array.from({ length: 20 }, (_, i) => addition([{ words: `Boat ${i} was there` }], { url }))
  const added = await Promise.all([...texts, addition([union], { url, channel: 'night' })].map(desk.add))
  expect(added.map(({ outcome }) => outcome).sort()).toEqual([
    'new',
    'new',
    ...Array.from({ length: 19 }, () => 'version'),
  ])
  const entry = await desk.entry(viewer(), added[0]!.entry.id)
  expect(entry?.versions.map(({ article }) => article.text)).toEqual(texts.map(({ version }) => version.article.text))
})

it('the newest entry with this very text is found in whatever channel can be seen', async () => {
  const { library: desk } = await library()
  await desk.add(addition([union], { channel: 'desk', url }))
  await desk.add(addition([union], { channel: 'night', url, addedAt: minute(1) }))
  const hash = addition([union]).version.article.contentHash
  expect((await desk.sameText(viewer('paper', 'desk', 'night'), hash))?.channel).toBe('night')
  expect((await desk.sameText(viewer('paper', 'desk'), hash))?.channel).toBe('desk')
  expect(await desk.sameText(viewer('paper', 'elsewhere'), hash)).toBeNull()
})

it('a link to the answer takes the place of the one before, in the newest version, also after a restart', async () => {
  const { library: desk, home } = await library()
  const { entry } = await desk.add(addition([union], { url }))
  await desk.add(addition([{ words: 'Nothing was removed' }], { url }))
  await desk.linkTo('paper', entry.id, 'https://chat.example/1/2/3')
  await desk.linkTo('paper', 'nosuchentr', 'https://chat.example/1/2/4')
  await desk.linkTo('rival', entry.id, 'https://chat.example/1/2/5')
  await desk.close()
  const { library: again } = await library(home)
  const links = (await again.entry(viewer(), entry.id))?.versions.map(({ link }) => link)
  expect(links).toEqual([null, 'https://chat.example/1/2/3'])
})

it('what can’t be stored is refused before it takes the place of anything', async () => {
  const { library: desk } = await library()
  const { version, ...where } = addition([union], { url })
  const bad = { ...where, version: { ...version, engine: undefined as unknown as string } }
  await expect(desk.add(bad)).rejects.toThrow(/can be stored/)
  expect(await desk.counts(viewer())).toEqual({ articles: 0, claims: 0 })
})
