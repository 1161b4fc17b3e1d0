import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Library } from '../../src/library/types.ts'
import { addition, asking, library, minute, viewer } from './made.ts'

const union = {
  words: 'The company removed lifeboats to save money',
  who: 'The union via The Courier',
  label: 'alleged',
} as const
const oye = { words: 'Every seat is counted twice a day', who: 'Tam Oye', label: 'attributed' } as const
const own = { words: 'The ferries carried 1.2 million passengers' } as const

async function filled(): Promise<Library> {
  const { library: desk } = await library()
  await desk.add(
    addition([union], { title: 'Lifeboats gone', url: 'https://courier.example/gone', addedAt: minute(0) }),
  )
  await desk.add(addition([oye, own], { title: 'The harbour’s figures', addedAt: minute(10) }))
  await desk.add(
    addition([{ ...oye, words: 'No lifeboats were removed', label: 'denied' }], {
      title: 'Reply',
      addedAt: minute(20),
    }),
  )
  return desk
}

const words = async (desk: Library, ...question: Parameters<typeof asking>) =>
  (await desk.who(viewer(), asking(...question))).found.map(({ claim }) => claim.evidence[0]?.words)

it.each([
  // the word itself, in any case
  ['LIFEBOATS', [union.words, 'No lifeboats were removed']],
  // another form of it
  ['removing lifeboat', [union.words, 'No lifeboats were removed']],
  // the last word as a beginning
  ['removed lifeb', [union.words, 'No lifeboats were removed']],
  // all words before some
  ['lifeboats money', [union.words]],
  // a headline
  ['harbour', [own.words, oye.words]],
  // a figure as it is written
  ['1.2 million', [own.words]],
  // who says it or passes it on
  ['courier lifeboats', [union.words]],
  // words that say nothing don't matter
  ['who said that the lifeboats', [union.words, 'No lifeboats were removed']],
])('%j finds what it should', async (typed, expected) => {
  const desk = await filled()
  expect([...(await words(desk, typed))].sort()).toEqual([...expected].sort())
})

it('what only the headline holds is found where no claim holds it, and doesn’t drag its other claims along', async () => {
  const { library: desk } = await library()
  await desk.add(addition([oye, { ...union, who: 'Tam Oye' }], { title: 'Lifeboats of the company' }))
  expect(await words(desk, 'lifeboats')).toEqual([union.words])
  expect(await words(desk, 'lifeboats company')).toEqual([union.words])
  await desk.add(addition([own], { title: 'A storm at Vell', url: 'https://courier.example/storm' }))
  expect(await words(desk, 'storm')).toEqual([own.words])
})

it('where no claim has all words, those with most of them come, the best first', async () => {
  const desk = await filled()
  expect((await words(desk, 'did they remove lifeboats for money in Vellgrad?'))[0]).toBe(union.words)
  expect(await words(desk, 'nowhere at all')).toEqual([])
})

it.each([
  ['source', { source: 'cour' }, [union.words]],
  ['source in capitals', { source: 'TAM' }, ['No lifeboats were removed', oye.words]],
  ['label', { label: 'denied' as const }, ['No lifeboats were removed']],
  ['headline', { article: 'FIGURES' }, [own.words, oye.words]],
  ['address', { article: 'example/gone' }, [union.words]],
  ['since', { since: minute(20) }, ['No lifeboats were removed']],
  ['all of them', { source: 'oye', label: 'attributed' as const, article: 'harbour', since: minute(5) }, [oye.words]],
  ['a source nobody has', { source: 'nobody' }, []],
])('without words, by %s: the newest first', async (_, more, expected) => {
  expect(await words(await filled(), '', more)).toEqual(expected)
})

it('words and a filter go together', async () => {
  const desk = await filled()
  expect(await words(desk, 'lifeboats', { label: 'denied' })).toEqual(['No lifeboats were removed'])
  expect(await words(desk, 'lifeboats', { article: 'figures' })).toEqual([])
})

it('pages follow one another without gap or repeat, and the total is that of all', async () => {
  const { library: desk } = await library()
  for (let i = 0; i < 7; i++)
    await desk.add(addition([{ words: `Boat ${i} is red`, who: 'Oye' }], { addedAt: minute(i) }))
  const pages = await Promise.all([0, 1, 2, 3].map((page) => desk.who(viewer(), asking('boat', { page, size: 3 }))))
  expect(pages.map(({ total }) => total)).toEqual([7, 7, 7, 7])
  const texts = pages.flatMap(({ found }) => found.map(({ version }) => version.article.text))
  expect(texts).toEqual([6, 5, 4, 3, 2, 1, 0].map((i) => `Boat ${i} is red.`))
})

it.each([
  [-1, 0],
  [Number.NaN, Number.NaN],
  [1e9, 1e9],
])('page %d of size %d breaks nothing', async (page, size) => {
  const desk = await filled()
  expect((await desk.who(viewer(), asking('lifeboats', { page, size }))).total).toBe(2)
})

it('whatever is typed is words and no syntax', async () => {
  const desk = await filled()
  const odd = [
    '"',
    '" OR 1',
    'tags : g70',
    '{tags}: *',
    'a AND',
    'NOT',
    'NEAR(a b)',
    '*',
    '^x',
    '-a',
    "'; DROP TABLE entries",
    '\0',
    '\ud800',
    '😀 ̈',
  ]
  const text = fc.oneof(fc.constantFrom(...odd), fc.string({ unit: 'binary', maxLength: 40 }))
  await fc.assert(
    fc.asyncProperty(text, text, async (one, other) => {
      await desk.who(viewer(), asking(one, { source: other }))
      await desk.who(viewer(), asking(one, { article: other, since: one }))
      await desk.suggest(viewer(), one)
      await desk.claim(viewer(), one)
      await desk.entry(viewer(), other)
    }),
    { numRuns: 60, seed: 5 },
  )
  expect((await desk.counts(viewer())).articles).toBe(3)
})

it('names and texts of any sort are kept and found', async () => {
  const { library: desk } = await library()
  const name = `D'Arcy "Müller"; DROP TABLE claims`
  await desk.add(addition([{ words: 'Ärger im Hafen, sagt 港 @everyone', who: name }]))
  expect(await words(desk, 'arger hafen')).toHaveLength(1)
  expect(await words(desk, '', { source: 'muller' })).toHaveLength(1)
  expect((await desk.sources(viewer(), 0, 5)).sources).toEqual([{ name, claims: 1, articles: 1 }])
})
