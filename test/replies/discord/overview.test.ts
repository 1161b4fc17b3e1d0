import { expect, it } from 'vitest'
import { tapOf } from '../../../src/replies/discord/custom-id.ts'
import { overview } from '../../../src/replies/discord/overview.ts'
import { buttonsOf, choicesOf, idsOf, shownOf, textOf, user } from './samples.ts'

const text = `Strait Lines denied that it had removed lifeboats. The union alleged that Strait Lines had sold two ships.

"We count every seat," said Ada Osk, the company's director. The quay is closed.`
const details = { title: 'Ferry firm under fire', outlet: 'Harbour Ledger', publishedAt: '2031-05-12' }

it('opens with headline, outlet, date, words, who added it, totals and what this is not', async () => {
  const message = textOf(overview(await shownOf(text, details, { remarks: ['The page may be behind a wall.'] })))
  expect(message).toMatch(
    /^### Ferry firm under fire\n-# Harbour Ledger · 12 May 2031 · 32 words read · added by <@\d+> on 13 May 2031 · /,
  )
  expect(message).toContain('-# The page may be behind a wall.')
  expect(message).toContain('▲ **1** Alleged')
  expect(message).toContain('What the article says, not whether it is true.')
})

it('allegations come first, with whom they are against and the answer; what is stated is a number', async () => {
  const message = textOf(overview(await shownOf(text, details)))
  expect(message.indexOf('**Alleged**')).toBeLessThan(message.indexOf('**Denied**'))
  expect(message).toContain(
    'The union alleges: Strait Lines had sold two ships.\n-# against Strait Lines: denies it in the article',
  )
  expect(message).toContain('■ **1** claim is stated by the article itself')
  expect(message).not.toContain('The quay is closed')
})

it('More shows what the article states itself', async () => {
  const shown = await shownOf(text, details)
  const tap = tapOf(buttonsOf(overview(shown)).get('More')!.custom_id!)
  expect(tap).toMatchObject({ to: 'claims', page: 1, user })
  const more = overview(shown, 1)
  expect(textOf(more)).toContain('The quay is closed')
  expect(buttonsOf(more).get('First page')).toBeDefined()
})

it('has four buttons and a select of its claims; Share is off where it may not be', async () => {
  const shown = await shownOf(text, details)
  expect([...buttonsOf(overview(shown)).keys()].filter((label) => !label.includes(':'))).toEqual([
    'Share here',
    'Wording',
    'Text as read',
    'More',
  ])
  expect(buttonsOf(overview({ ...shown, shareable: false })).get('Share here')).toMatchObject({ disabled: true })
  expect(choicesOf(overview(shown)).map(({ value }) => value)).toEqual(
    expect.arrayContaining(shown.version.claims.filter((c) => c.certainty === 'alleged').map(({ id }) => id)),
  )
  expect(choicesOf(overview(shown))[0]!.label).toContain('alleges')
})

it('each id stands once, and is one that is understood', async () => {
  const shown = await shownOf(
    Array.from({ length: 80 }, (_, i) => `Ada Osk said the quay number ${i} had moved ${i} metres.`).join(' '),
  )
  for (const page of [0, 1, 2]) {
    const ids = idsOf(overview(shown, page))
    expect(new Set(ids).size).toBe(ids.length)
    expect(ids.every((id) => tapOf(id) !== null)).toBe(true)
  }
})

it('nothing from the article is markdown, a mention or a link', async () => {
  const message = textOf(
    overview(
      await shownOf('Ada **Osk** @everyone said the [quay](https://evil.example) <@1> had `moved`.', {
        title: '# @here <#1> *Quay*',
      }),
    ),
  )
  expect(message).toContain('\\# \\@here \\<\\#1\\> \\*Quay\\*')
  expect(message.replace(/\\[\s\S]|<@\d{18}>/g, '')).not.toMatch(/@|<|`|\]\(|:\/\//)
})

it('a text without a claim says so', async () => {
  expect(textOf(overview(await shownOf('What now? Who knows?')))).toContain('No claim was found in this text.')
})

it('shows what hardened before anything else, and whose source went', async () => {
  const before = await shownOf(
    'The union alleged that Strait Lines had sold two ships. Ada Osk said the quay had moved.',
  )
  const after = await shownOf('Strait Lines had sold two ships. The quay had moved.')
  const [alleged, said] = before.version.claims
  const [sold, moved] = after.version.claims
  const message = textOf(
    overview({ ...after, version: { ...after.version, article: { ...after.version.article, version: 2 } } }, 0, {
      differences: [
        { kind: 'hardened', before: alleged!, after: sold! },
        { kind: 'source dropped', before: said!, after: moved! },
        { kind: 'added', before: null, after: moved! },
      ],
    }),
  )
  expect(message).toContain(
    '**Changed since version 1**\n- **Hardened**, *Alleged* before, *Stated as fact* now: The article, no source given: “Strait Lines had sold two ships”.',
  )
  expect(message).toContain('- **Source dropped**, before it was Ada Osk:')
  expect(message).toContain('1 added')
  expect(message.indexOf('Changed since')).toBeLessThan(
    message.indexOf('Look twice') < 0 ? 9e9 : message.indexOf('Look twice'),
  )
})
