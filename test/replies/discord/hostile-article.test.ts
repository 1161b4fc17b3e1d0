import { describe, expect, it } from 'vitest'
import type { Found } from '../../../src/library/types.ts'
import { claimView } from '../../../src/replies/discord/claim-view.ts'
import type { Message } from '../../../src/replies/discord/components.ts'
import { tapOf } from '../../../src/replies/discord/custom-id.ts'
import { disclaimer } from '../../../src/replies/discord/lines.ts'
import { overview } from '../../../src/replies/discord/overview.ts'
import { textView, wordingView } from '../../../src/replies/discord/reading-views.ts'
import type { Shown } from '../../../src/replies/discord/shown.ts'
import { askedOf, foundAtOnce, sourcesAtOnce, sourcesView, whoView } from '../../../src/replies/discord/who-view.ts'
import { buttonsOf, choicesOf, idsOf, shownOf, textOf, user } from './samples.ts'

const marks = '*_~`|[]<>@#\\'
const said = (what: string, times = 12): string => Array(times).fill(`Ada Osk said that ${what} had moved.`).join(' ')
const articles: readonly (readonly [string, () => Promise<Shown>])[] = [
  ['a word of 100,000 characters', () => shownOf(said('x'.repeat(100_000), 1))],
  [
    'a headline and an outlet as long',
    () => shownOf(said('it'), { title: 'x'.repeat(9000), outlet: 'y'.repeat(9000) }),
  ],
  ['a name as long', () => shownOf(`Zeb ${'Q'.repeat(9000)} said that the pier had moved.`)],
  ['marks', () => shownOf(said(marks.repeat(40)), { title: marks.repeat(40), outlet: marks.repeat(40) })],
  ['emoji without a space', () => shownOf(said('👩‍👩‍👧😀'.repeat(90)), { title: '😀'.repeat(300) })],
  ['emoji and no headline', () => shownOf('😀'.repeat(500))],
  ['other scripts', () => shownOf(said('שלום עולם 你好世界 مرحبا '.repeat(20)), { title: 'שלום'.repeat(90) })],
  ['many stated claims', () => shownOf(Array.from({ length: 90 }, (_, i) => `Quay ${i} is closed.`).join(' '))],
]

const link = 'https://discord.com/channels/1002003004005006007/1002003004005006007/1002003004005006007'
const foundIn = ({ entry, version }: Shown): readonly Found[] =>
  version.claims.map((claim) => ({ entry, claim, version: { ...version, link } }))

function sound(message: Message): string {
  const text = textOf(message)
  expect(text.isWellFormed()).toBe(true)
  // A backslash before the ellipsis would have lost its mark.
  expect(text).not.toMatch(/(?<!\\)(?:\\\\)*\\…/)
  expect(new Set(idsOf(message)).size).toBe(idsOf(message).length)
  const choices = choicesOf(message)
  expect(new Set(choices.map(({ value }) => value)).size).toBe(choices.length)
  for (const { label } of choices) expect(label.isWellFormed() && label.trim() !== '' && label.length <= 100).toBe(true)
  return text
}

/** Every page, by the button that leads on. */
function pages(view: (page: number) => Message, further: string): readonly Message[] {
  const all = [view(0)]
  for (;;) {
    const next = buttonsOf(all.at(-1)!).get(further)
    if (!next || next.disabled) return all
    expect(tapOf(next.custom_id!)).toMatchObject({ page: all.length })
    all.push(view(all.length))
  }
}

describe.each(articles)('%s', (_, made) => {
  it('every page of every view is sound and has something on it', async () => {
    const shown = await made()
    const views = [
      pages((page) => overview(shown, page), 'More'),
      pages((page) => wordingView(shown, page), 'Later'),
      pages((page) => textView(shown, page), 'Later'),
    ] as const
    for (const message of views.flat()) expect(sound(message).split('\n').length).toBeGreaterThanOrEqual(2)
    expect(textOf(views[0][0]!)).toContain(disclaimer)
    expect(views[0].flatMap(choicesOf).map(({ value }) => value)).toHaveLength(shown.version.claims.length)
  })

  it('a claim says who, why and what this is not, whatever stands elsewhere', async () => {
    const shown = await made()
    for (const claim of shown.version.claims.slice(0, 3)) {
      const text = sound(claimView(shown, claim, 0, foundIn(shown).slice(0, 5)))
      expect(text).toContain('**Who says it**')
      expect(text).toContain('**Why this label**')
      expect(text.endsWith(disclaimer)).toBe(true)
    }
  })

  it('what was found for one page stands on one page', async () => {
    const shown = await made()
    const found = foundIn(shown).slice(0, foundAtOnce)
    const asked = { words: marks.repeat(8), source: 'x'.repeat(29), article: 'y'.repeat(25), label: null, since: null }
    const message = whoView(asked, { found, total: 90 }, 3, user, 300)
    const text = sound(message)
    expect(text).not.toMatch(/^-# Page \d+ of/m)
    expect(choicesOf(message)).toHaveLength(new Set(found.map(({ claim }) => claim.id)).size)
  })
})

it('what is asked comes back whole from the longest of ids', () => {
  const asked = {
    words: 'pier '.repeat(18).trim(),
    source: 'the harbour of Lowmere: office',
    article: 'Quay sold twice in a week',
    label: 'attributed',
    since: '2031-05-12',
  } as const
  const [source, one] = [asked.source.slice(0, 29), '1002003004005006007']
  const message = whoView({ ...asked, source }, { found: [], total: 250_000 }, 20_000, one, 10_000)
  const taps = idsOf(message).map(tapOf)
  const words = taps.flatMap((tap) => (tap?.to === 'words' ? tap.words : []))[0]!
  const turned = taps.flatMap((tap) => (tap?.to === 'who' ? askedOf(tap.rest, words) : []))
  expect(turned).toEqual([
    { ...asked, source },
    { ...asked, source },
  ])
})

it('a page of sources holds all of them, however they are called', () => {
  const names = Array.from({ length: sourcesAtOnce }, (_, i) => ({
    name: `${i} ${marks.repeat(30)}`,
    claims: 1234,
    articles: 56,
  }))
  const text = sound(sourcesView(names, 100, 0, user, 999))
  for (const i of names.keys()) expect(text).toContain(`- **${i} `)
})
