import { describe, expect, it } from 'vitest'
import type { Library, Viewer } from '../../src/library/types.ts'
import { addition, asking, library, minute, viewer } from './made.ts'

const secret = {
  words: 'The company removed lifeboats to save money',
  who: 'The union via A friend',
  label: 'alleged',
} as const
const url = 'https://courier.example/boats'

/** Everything somebody can ask, with what would find the article if it could be seen. */
const asked = async (desk: Library, who: Viewer, entry: string, claim: string, hash: string) => ({
  sameText: await desk.sameText(who, hash),
  entry: await desk.entry(who, entry),
  entryByClaim: await desk.entry(who, claim),
  claim: await desk.claim(who, claim),
  claimOfEntry: await desk.claim(who, `${entry}/${claim}`),
  words: await desk.who(who, asking('lifeboats money')),
  someWords: await desk.who(who, asking('lifeboats nowhere else')),
  beginning: await desk.who(who, asking('lifeb')),
  nothing: await desk.who(who, asking('')),
  source: await desk.who(who, asking('', { source: 'union' })),
  passedOn: await desk.who(who, asking('', { source: 'friend' })),
  article: await desk.who(who, asking('', { article: entry })),
  headline: await desk.who(who, asking('', { article: 'lifeboats were' })),
  label: await desk.who(who, asking('', { label: 'alleged', since: '2026-01-01T00:00:00Z' })),
  later: await desk.who(who, asking('lifeboats', { page: 3 })),
  sources: await desk.sources(who, 0, 10),
  empty: await desk.suggest(who, ''),
  typed: await desk.suggest(who, 'lifeb'),
  claimTyped: await desk.suggest(who, claim.slice(0, 3)),
  entryTyped: await desk.suggest(who, entry.slice(0, 6)),
  articles: await desk.articles(who, 0, 10),
  counts: await desk.counts(who),
})

const nothing = {
  ...Object.fromEntries(['sameText', 'entry', 'entryByClaim', 'claim', 'claimOfEntry'].map((name) => [name, null])),
  ...Object.fromEntries(
    ['words', 'someWords', 'beginning', 'nothing', 'source', 'passedOn', 'article', 'headline', 'label', 'later'].map(
      (name) => [name, { found: [], total: 0 }],
    ),
  ),
  ...Object.fromEntries(['empty', 'typed', 'claimTyped', 'entryTyped'].map((name) => [name, []])),
  sources: { sources: [], total: 0 },
  articles: { entries: [], total: 0 },
  counts: { articles: 0, claims: 0 },
}

describe('whoever can’t see the channel learns nothing', async () => {
  const { library: desk } = await library()
  const { entry } = await desk.add(addition([secret], { channel: 'thread', url }))
  const claim = entry.versions[0]!.claims[0]!.id
  const hash = entry.versions[0]!.article.contentHash

  it.each([
    ['a member without any channel', { guild: 'paper', channels: new Set<string>() }],
    ['a member with another channel', viewer('paper', 'desk')],
    ['another guild with a channel of the same id', viewer('rival', 'thread')],
    ['a guild whose id begins the same', viewer('pape', 'thread')],
    ['a guild of a wild card', viewer('%', '%')],
  ])('%s', async (_, outsider) => {
    expect(await asked(desk, outsider, entry.id, claim, hash)).toEqual(nothing)
  })

  it('while a member finds it in each of these ways', async () => {
    const { later, ...found } = await asked(desk, viewer('paper', 'desk', 'thread'), entry.id, claim, hash)
    for (const [name, answer] of Object.entries(found))
      expect(answer, name).not.toEqual(nothing[name as keyof typeof nothing])
    expect(later).toEqual({ found: [], total: 1 })
  })
})

it('totals, sources and counts leave out what is in other channels', async () => {
  const { library: desk } = await library()
  await desk.add(addition([secret], { channel: 'thread' }))
  await desk.add(addition([{ words: 'The company bought lifeboats', who: 'Tam Oye' }], { channel: 'desk' }))
  const member = viewer('paper', 'desk')
  expect((await desk.who(member, asking('lifeboats'))).total).toBe(1)
  expect(await desk.counts(member)).toEqual({ articles: 1, claims: 1 })
  expect((await desk.articles(member, 0, 5)).total).toBe(1)
  expect(await desk.sources(member, 0, 5)).toEqual({ sources: [{ name: 'Tam Oye', claims: 1, articles: 1 }], total: 1 })
})

it('two guilds with the same text in channels of the same id have each its own', async () => {
  const { library: desk } = await library()
  const [here, there] = [
    await desk.add(addition([secret], { guild: 'paper', url, by: '1' })),
    await desk.add(addition([secret], { guild: 'rival', url, by: '2' })),
  ]
  expect(there.outcome).toBe('new')
  expect(there.entry.id).toBe(here.entry.id)
  for (const guild of ['paper', 'rival']) {
    const own = await desk.entry(viewer(guild), here.entry.id)
    expect(own?.guild).toBe(guild)
    expect((await desk.who(viewer(guild), asking('lifeboats'))).found.map(({ entry }) => entry.guild)).toEqual([guild])
  }
  expect(await desk.remove('rival', there.entry.id)).toBe(true)
  expect(await desk.entry(viewer('paper'), here.entry.id)).toEqual(here.entry)
})

it('the channels of a guild are those in which something was added', async () => {
  const { library: desk } = await library()
  await desk.add(addition([secret], { channel: 'thread' }))
  await desk.add(addition([secret], { channel: 'desk', addedAt: minute(1) }))
  await desk.add(addition([secret], { guild: 'rival', channel: 'hall' }))
  expect([...(await desk.channels('paper'))].sort()).toEqual(['desk', 'thread'])
  expect(await desk.channels('nobody')).toEqual([])
})
