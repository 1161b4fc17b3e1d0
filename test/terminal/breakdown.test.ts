import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import stringWidth from 'string-width'
import { describe, expect, it } from 'vitest'
import { articleOf } from '../../src/article/article-of.ts'
import { breakDown } from '../../src/pipeline.ts'
import { runCommand } from '../../src/terminal/commands.ts'
import { showBreakdown } from '../../src/terminal/show-breakdown.ts'
import { simpleEngine, tools } from './stand-ins.ts'

const text = [
  'Marit Osk said that the ferries of the northern strait will carry flour, lamp oil and letters to the islands again from Monday on. Tam Oye denied that the harbour was closed. Who pays for it?',
  'Marit Osk alleged that the harbour master "took a cut". The strait is calm.',
].join('\n\n')

const plain = { colour: false, columns: 80 }
const shown = async (look = plain, of = text) =>
  showBreakdown(await breakDown(articleOf(of, { title: 'Ferries run again', kind: 'news' }), simpleEngine), [], look)

describe('a breakdown for a person', () => {
  it('groups claims by who says them, with totals, marks, quotation marks and what gave no claim', async () => {
    expect(await shown()).toBe(`Ferries run again
read as news · 50 words

4 claims: 3 from 2 sources, 1 in the article's own voice
▼ Denied 1   ▲ Alleged 1   ● Attributed 1   ■ Stated as fact 1

Marit Osk — person
● 66jh  Marit Osk: The ferries of the northern strait will carry flour, lamp oil
        and letters to the islands again from Monday on.
        “the ferries of the northern strait will carry flour, lamp oil and
        letters to the islands again from Monday on.”
▲ 2fxp  Marit Osk alleges: The harbour master "took a cut".
        “the harbour master ‘took a cut’.”

Tam Oye — person
▼ fb7g  Tam Oye denies that the harbour was closed.
        “the harbour was closed.”

The article's own voice — no source given
■ 6qcc  The article, no source given: “The strait is calm.”

1 sentence gave no claim
  “Who pays for it?”

────────────────────────────────────────────────────────────────────────────────
The labels say what the copy says, not whether it is so. Words in “ ” are the
article's own. Read by the stand-in.
`)
  })

  it.each([40, 80, 200])('fits %i columns and never more than a reader takes in', async (columns) => {
    for (const line of (await shown({ colour: false, columns })).split('\n'))
      expect(stringWidth(line)).toBeLessThanOrEqual(Math.min(columns, 100))
  })

  it('says the same with colour, and colours nothing red or green', async () => {
    const coloured = await shown({ colour: true, columns: 80 })
    const codes = [...coloured.matchAll(/\u001B\[([\d;]+)m/g)].map(([, code]) => code!)
    expect(coloured.replace(/\u001B\[[\d;]+m/g, '')).toBe(await shown())
    expect(new Set(codes.filter((code) => code.startsWith('38;5;'))).size).toBe(4)
    for (const code of codes) expect(code).not.toMatch(/^(?:3[12]|9[12])$/)
  })

  it('lets no control character of an article through to the terminal', async () => {
    const wild = await shown(plain, 'Osk\u001B[2J said that the \u202Eferries\u202C run\u0007 today. All of them run.')
    expect(wild).not.toMatch(/[\u0000-\u0009\u000B-\u001F\u007F-\u009F\u202A-\u202E]/)
  })

  it('says so when there is nothing to claim', async () => {
    expect(await shown(plain, 'Who said that? Who knows?')).toContain('No claim was found in this text.')
  })

  it('counts what was turned away at the gate', async () => {
    const inventing = {
      name: 'an inventor',
      attribute: async (article: Parameters<typeof simpleEngine.attribute>[0]) => ({
        engine: 'an inventor',
        attributions: (await simpleEngine.attribute(article)).attributions.map((attribution) => ({
          ...attribution,
          propositions: attribution.propositions.map((proposition) => ({
            ...proposition,
            evidence: [{ words: 'words that nobody wrote', start: 0 }],
          })),
        })),
      }),
    }
    const breakdown = await breakDown(articleOf(text), inventing)
    expect(showBreakdown(breakdown, [], plain)).toContain('4 proposals turned away')
  })
})

describe('hearsay breakdown', () => {
  it('gives article, claims and attributions as JSON, every piece of evidence verbatim', async () => {
    const { tools: made, written } = tools(text)
    expect(await runCommand(['breakdown', '-', '--json'], made)).toBe(0)
    const given = JSON.parse(written.stdout)
    expect(Object.keys(given)).toEqual([
      'article',
      'claims',
      'attributions',
      'rejected',
      'unclaimed',
      'engine',
      'remarks',
    ])
    expect(given.claims).toHaveLength(4)
    for (const claim of given.claims)
      for (const { span, words } of claim.evidence) expect(given.article.text.slice(...span)).toBe(words)
    expect(written.stderr).toBe('')
  })

  it('streams a result line for each line, reports a bad one with its number, and goes on', async () => {
    const lines = [
      JSON.stringify({ id: 'a', text, title: 'Ferries run', outlet: 'Strait Post', url: null }),
      'this is no JSON',
      '',
      JSON.stringify({ id: 7, text: 'Osk said that “the ferries\u2028run” today.' }),
      JSON.stringify({ text: 'It has no id.' }),
      JSON.stringify({ id: 'short', text: 'No.' }),
    ]
    const { tools: made, written } = tools(lines.join('\n'))
    expect(await runCommand(['breakdown', '-', '--jsonl'], made)).toBe(1)
    const results = written.stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line))
    expect(results.map(({ id }) => id)).toEqual(['a', '7'])
    expect(results[0].article).toMatchObject({ id: 'a', title: 'Ferries run', outlet: 'Strait Post' })
    expect(written.stderr).toMatch(/^Line 2: .*no JSON.*\nLine 5: .*id.*\nLine 6: .*one word.*\n3 lines failed/)
  })

  it('reads JSON lines from a file, with the share that is done on a terminal', async () => {
    const file = join(mkdtempSync(join(tmpdir(), 'hearsay-')), 'articles.jsonl')
    writeFileSync(file, `${JSON.stringify({ id: 'a', text })}\n${JSON.stringify({ id: 'b', text })}\n`)
    const { tools: made, written } = tools()
    expect(
      await runCommand(['breakdown', file, '--jsonl'], { ...made, console: { ...made.console, drawsProgress: true } }),
    ).toBe(0)
    expect(written.stdout.trimEnd().split('\n')).toHaveLength(2)
    expect(written.stderr).toMatch(/ 50 % 1 article\r.* 100 % 2 articles/s)
    expect(written.stderr).toMatch(/\r\u001B\[K$/)
  })

  it('says that a text is too long to break down, before anybody waits for it', async () => {
    const long = 'Osk said so. '.repeat(80_000)
    const { tools: made, opened } = tools()
    const file = join(mkdtempSync(join(tmpdir(), 'hearsay-')), 'long.txt')
    writeFileSync(file, long)
    for (const command of ['breakdown', 'explain'])
      await expect(runCommand([command, file], made)).rejects.toThrow(
        'Expected a text of at most 1,000,000 characters to break down, got one of 1,039,999. Cut it',
      )
    expect(opened).toEqual([])
    writeFileSync(file, `${JSON.stringify({ id: 1, text: long })}\n${JSON.stringify({ id: 2, text })}`)
    const lines = tools()
    expect(await runCommand(['breakdown', file, '--jsonl'], lines.tools)).toBe(1)
    expect(lines.written.stderr).toMatch(/^Line 1: .*got one of 1,039,999\./)
    expect(lines.written.stdout).toMatch(/^\{"id":"2"/)
  })

  it('says on a terminal that a long text takes its time', async () => {
    const file = join(mkdtempSync(join(tmpdir(), 'hearsay-')), 'long.txt')
    writeFileSync(file, 'Osk said so. '.repeat(10_000))
    const { tools: made, written } = tools()
    await runCommand(['breakdown', file], { ...made, console: { ...made.console, drawsProgress: true } })
    expect(written.stderr).toBe('A long text of 129,999 characters; this can take a minute or more.\n')
  })

  it('says what is wrong with a file that is not there, or with nothing on standard input', async () => {
    await expect(runCommand(['breakdown', 'no-such.jsonl', '--jsonl'], tools().tools)).rejects.toThrow("isn't there")
    await expect(runCommand(['breakdown', '-'], tools().tools)).rejects.toThrow('got nothing')
  })
})
