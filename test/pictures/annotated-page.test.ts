import { expect, test } from 'vitest'
import { annotatedPage } from '../../src/pictures/annotated-page.ts'
import { papers, patterns } from '../../src/pictures/patterns.ts'
import { labels } from '../../src/replies/labels.ts'
import { certainties } from '../../src/types.ts'
import { shownOf } from '../replies/discord/samples.ts'
import { ferry } from './ferry.ts'

test('marks cover exactly the words of the claims', async () => {
  const { version } = await shownOf(ferry)
  const page = annotatedPage(version)
  const marked = [...page.replace(/<sup.*?<\/sup>/g, '').matchAll(/<mark[^>]*>(.*?)<\/mark>/gs)].map(
    ([, words]) => words,
  )
  const covered = new Set(
    version.claims.flatMap(({ evidence }) =>
      evidence.flatMap(({ span: [from, to] }) => Array.from({ length: to - from }, (_, i) => from + i)),
    ),
  )
  const words = [...covered].sort((a, b) => a - b).map((at) => ferry[at])
  expect(marked.join('').replaceAll('&#39;', "'")).toBe(words.join(''))
  expect(marked.length).toBeGreaterThan(3)
})

test('with one claim, only its words are marked, and that is said', async () => {
  const { version } = await shownOf(ferry)
  const claim = version.claims[1]!
  const page = annotatedPage(version, claim)
  const marked = [...page.matchAll(/<mark[^>]*>(.*?)<\/mark>/gs)].map(([, words]) => words)
  expect(marked).toEqual(claim.evidence.map(({ words }) => words))
  expect(page).toContain(`One claim is marked, of ${version.claims.length}.`)
})

test('the text stands in it as it was read', async () => {
  const { version } = await shownOf(ferry)
  const shown = [...annotatedPage(version).matchAll(/<div class="row"><p dir="auto">(.*?)<\/p>/gs)].map(([, one]) =>
    one!.replace(/<sup.*?<\/sup>/g, '').replace(/<[^>]*>/g, ''),
  )
  expect(shown.join('\n\n').replaceAll('&#39;', "'")).toBe(version.article.text)
})

test('each mark is described by the note of its claim', async () => {
  const page = annotatedPage((await shownOf(ferry)).version)
  const wanted = [...page.matchAll(/aria-describedby="([^"]+)"/g)].flatMap(([, ids]) => ids!.split(' '))
  const there = new Set([...page.matchAll(/<span class="spoken" id="([^"]+)">[^<]+</g)].map(([, id]) => id))
  expect(wanted.filter((id) => !there.has(id))).toEqual([])
  expect(wanted.length).toBeGreaterThan(3)
})

test('every label has its mark, its words and a line of its own in the legend', async () => {
  const page = annotatedPage((await shownOf(ferry)).version)
  for (const label of certainties) {
    expect(page).toContain(`${labels[label].mark}</span> <span class="line ${label}">${labels[label].words}</span>`)
    expect(page).toContain(patterns[label].words)
  }
  expect(new Set(certainties.map((label) => `${patterns[label].line} ${patterns[label].thick}`)).size).toBe(6)
})

test('hostile text stays text, and nothing runs or comes from outside', async () => {
  const hostile = 'Ada Osk said <script>alert(1)</script> "boats" were \'sold\' & <img src=//x onerror=y> gone.'
  const { version } = await shownOf(hostile, { title: '</title><script>x</script>', outlet: '"><b>' })
  const page = annotatedPage(version)
  expect(page).not.toMatch(/<script|<img|<b>|<link|url\(|@import/i)
  expect(page).toContain('&lt;script&gt;')
  expect(page).toContain('What the article says, not whether it is true.')
})

test.each(['light', 'dark'] as const)('ink and lines stand out from the %s paper', (scheme) => {
  const { paper, ink, faint } = papers[scheme]
  for (const colour of [ink, faint, ...certainties.map((label) => patterns[label][scheme])])
    expect(contrast(colour, paper)).toBeGreaterThanOrEqual(4.5)
})

function contrast(a: string, b: string): number {
  const [more, less] = [light(a), light(b)].sort((x, y) => y - x)
  return (more! + 0.05) / (less! + 0.05)
}

function light(colour: string): number {
  const [r, g, b] = [1, 3, 5]
    .map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
  return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!
}
