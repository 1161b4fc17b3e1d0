import { expect, it } from 'vitest'
import { addition, asking, library, minute, viewer } from './made.ts'

const boats = { words: 'Boats were removed', who: 'The Union' } as const
const url = 'https://courier.example/boats'

it('sources are counted over the newest versions, whatever the case of the name, without the article’s own voice', async () => {
  const { library: desk } = await library()
  await desk.add(addition([boats, { words: 'Seats were counted', who: 'Tam Oye' }], { url }))
  await desk.add(
    addition([boats, { words: 'It rained' }, { words: 'Money was saved', who: 'THE UNION' }], {
      url,
      addedAt: minute(1),
    }),
  )
  await desk.add(
    addition(
      [
        { words: 'Ships were late', who: 'the union via Osk' },
        { words: 'He left', who: 'unidentified' },
      ],
      { addedAt: minute(2) },
    ),
  )
  const { sources, total } = await desk.sources(viewer(), 0, 5)
  expect(total).toBe(1)
  expect(sources.map(({ name, ...rest }) => ({ ...rest, name: name.toLowerCase() }))).toEqual([
    { name: 'the union', claims: 3, articles: 2 },
  ])
})

it('who says most comes first, a page at a time', async () => {
  const { library: desk } = await library()
  for (let i = 1; i <= 5; i++)
    await desk.add(
      addition(
        Array.from({ length: i }, (_, n) => ({ words: `Ship ${n} came to pier ${i}`, who: `Pilot ${i}` })),
        { addedAt: minute(i) },
      ),
    )
  const pages = await Promise.all([0, 1, 2, 3].map((page) => desk.sources(viewer(), page, 2)))
  expect(pages.map(({ total }) => total)).toEqual([5, 5, 5, 5])
  expect(pages.map(({ sources }) => sources.map(({ name, claims }) => `${name}: ${claims}`))).toEqual([
    ['Pilot 5: 5', 'Pilot 4: 4'],
    ['Pilot 3: 3', 'Pilot 2: 2'],
    ['Pilot 1: 1'],
    [],
  ])
})

it('articles come the newest first, by their newest version', async () => {
  const { library: desk } = await library()
  await desk.add(addition([{ words: 'One' }], { title: 'One', url }))
  await desk.add(addition([{ words: 'Two' }], { title: 'Two', addedAt: minute(1) }))
  await desk.add(addition([{ words: 'Three' }], { title: 'Three', url, addedAt: minute(2) }))
  const { entries, total } = await desk.articles(viewer(), 0, 25)
  expect(total).toBe(2)
  expect(entries.map(({ versions }) => versions.at(-1)?.article.title)).toEqual(['Three', 'Two'])
  expect((await desk.articles(viewer(), 1, 1)).entries).toHaveLength(1)
})

it('suggestions: ids, headlines with beginnings of words, the newest when nothing is typed', async () => {
  const { library: desk } = await library()
  const { entry } = await desk.add(addition([boats], { title: 'Company denies removing lifeboats' }))
  await desk.add(addition([boats, { words: 'It rained' }], { title: null, addedAt: minute(1) }))
  await desk.add(addition([{ words: 'Hail fell' }], { title: 'Übergabe: no lifeboats', addedAt: minute(2) }))
  const titles = async (typed: string) => (await desk.suggest(viewer(), typed)).map(({ title }) => title)
  expect(await titles('')).toEqual([
    'Übergabe: no lifeboats',
    'Boats were removed. It rained.',
    'Company denies removing lifeboats',
  ])
  expect(await titles('lifeb')).toEqual(['Übergabe: no lifeboats', 'Company denies removing lifeboats'])
  expect(await titles('rem den')).toEqual(['Company denies removing lifeboats'])
  expect(await titles('uberg')).toEqual(['Übergabe: no lifeboats'])
  expect(await titles('boats nowhere')).toEqual([])
  const claim = entry.versions[0]!.claims[0]!.id
  expect((await desk.suggest(viewer(), claim.slice(0, 3).toUpperCase()))[0]).toEqual({
    entry: entry.id,
    claim,
    title: 'Company denies removing lifeboats',
    outlet: 'Vellgrad Courier',
    addedAt: minute(0),
  })
  expect((await desk.suggest(viewer(), entry.id.slice(0, 5)))[0]).toMatchObject({ entry: entry.id, claim: null })
})

it('never more than 25 suggestions, and a headline made of a long text is short', async () => {
  const { library: desk } = await library()
  for (let i = 0; i < 30; i++)
    await desk.add(
      addition([{ words: `Ship ${i} ${'came in late '.repeat(20)}indeed` }], { title: null, addedAt: minute(i) }),
    )
  const suggested = await desk.suggest(viewer(), 'ship')
  expect(suggested).toHaveLength(25)
  expect(suggested[0]?.title).toMatch(/^Ship 29 came in late .{0,80} …$/)
})

it('a claim is found by its id as it is typed on a phone, and within its entry where two have the same', async () => {
  const { library: desk } = await library()
  const { entry } = await desk.add(addition([boats]))
  const claim = entry.versions[0]!.claims[0]!
  expect(await desk.claim(viewer(), ` ${claim.id.toUpperCase()} `)).toEqual({
    entry,
    version: entry.versions[0],
    claim,
  })
  expect(await desk.entry(viewer(), claim.id)).toEqual(entry)
  const twin = await desk.add(addition([boats], { url, addedAt: minute(1) }))
  expect((await desk.claim(viewer(), `${entry.id}/${claim.id}`))?.entry.id).toBe(entry.id)
  expect(await desk.claim(viewer(), `${twin.entry.id}/none`)).toBeNull()
  expect(await desk.claim(viewer(), 'none')).toBeNull()
})

it('what is forgotten is gone from every answer and from the files', async () => {
  const { library: desk, home } = await library()
  const kept = await desk.add(addition([{ words: 'Boats are painted' }], { channel: 'desk' }))
  const gone = await desk.add(addition([{ words: 'Quibbletide was sold', who: 'Zanthorpe' }], { channel: 'thread' }))
  await desk.add(addition([{ words: 'Quibbletide was bought', who: 'Zanthorpe' }], { channel: 'hall' }))
  await desk.add(addition([{ words: 'Quibbletide was lent', who: 'Zanthorpe' }], { guild: 'rival' }))
  expect(await desk.remove('paper', gone.entry.id)).toBe(true)
  expect(await desk.remove('paper', gone.entry.id)).toBe(false)
  expect(await desk.forgetChannel('paper', 'hall')).toBe(1)
  expect(await desk.forgetChannel('paper', 'hall')).toBe(0)
  expect(await desk.forgetGuild('rival')).toBe(1)
  const all = viewer('paper', 'desk', 'thread', 'hall')
  expect((await desk.who(all, asking('quibbletide'))).total).toBe(0)
  expect((await desk.sources(all, 0, 5)).total).toBe(0)
  expect(await desk.entry(all, kept.entry.id)).toEqual(kept.entry)
  await desk.close()
  expect(await left(home, 'quibbletide')).toEqual([])
})

async function left(home: string, word: string): Promise<readonly string[]> {
  const { readdir, readFile } = await import('node:fs/promises')
  const files = await readdir(home)
  const texts = await Promise.all(files.map((file) => readFile(`${home}/${file}`, 'latin1')))
  return files.filter((_, i) => texts[i]!.toLowerCase().includes(word))
}
