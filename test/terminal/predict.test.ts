import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { runCommand } from '../../src/terminal/commands.ts'
import { tools } from './stand-ins.ts'

const text = '  Osk said that “the ferries run”.\r\nTam denied that it rains.'
const page = `<html><body><article>${'<p>Osk said that the ferries run again from Monday on, whatever the weather is.</p>'.repeat(8)}</article></body></html>`
const folder = mkdtempSync(join(tmpdir(), 'hearsay-'))
writeFileSync(join(folder, 'page.html'), page)
writeFileSync(join(folder, 'page.html.gz'), gzipSync(page))

async function answers(task: string, ...lines: readonly unknown[]) {
  const { tools: made, written, opened } = tools(lines.map((line) => JSON.stringify(line)).join('\n'))
  const status = await runCommand(['predict', task], made)
  const out = written.stdout.split('\n').filter((line) => line !== '')
  return { status, stderr: written.stderr, opened, lines: out.map((line) => JSON.parse(line)), raw: written.stdout }
}

describe('predict', () => {
  it('gives every attribution with a cue, its spans measured on the text as it came', async () => {
    const { lines } = await answers('attributions', { id: 'a', text })
    const slices = lines[0].attributions.map((one: Record<'source' | 'cue' | 'content', [number, number][]>) =>
      [one.source, one.cue, one.content].map((spans) => spans.map((span) => text.slice(...span))),
    )
    expect(lines[0].id).toBe('a')
    expect(slices).toEqual([
      [['Osk'], ['said'], ['“the ferries run”.']],
      [['Tam'], ['denied'], ['it rains.']],
    ])
  })

  it('gives claims with their evidence as spans', async () => {
    const { lines } = await answers('claims', { id: 'a', text, outlet: 'Strait Post' })
    expect(lines[0].claims[1]).toMatchObject({
      evidence: [[text.indexOf('it rains'), text.length]],
      source: { name: 'Tam', role: null, kind: 'person', named: true },
      via: [],
      certainty: 'denied',
      speech: 'indirect',
      cue: 'denied',
      text: 'It rains.',
    })
  })

  it('gives each event its value and keeps its place', async () => {
    const { lines, opened } = await answers('factuality', {
      id: 1,
      text,
      events: [
        { start: 2, end: 5 },
        { start: 7, end: 9 },
      ],
    })
    expect(lines).toEqual([
      {
        id: 1,
        events: [
          { start: 2, end: 5, factuality: 3 },
          { start: 7, end: 9, factuality: -3 },
        ],
      },
    ])
    expect(opened).toEqual(['judge'])
  })

  it('gives the text of a page, gzip or not, without an engine', async () => {
    const files = ['page.html', 'page.html.gz'].map((name) => ({
      id: name,
      url: 'https://a.example',
      file: join(folder, name),
    }))
    const { lines, opened } = await answers('pages', ...files)
    expect(lines.map(({ id }) => id)).toEqual(['page.html', 'page.html.gz'])
    expect(lines[0].text).toMatch(/^Osk said that the ferries run again/)
    expect(lines[1].text).toBe(lines[0].text)
    expect(opened).toEqual([])
  })

  it.each([
    [
      'attributions',
      { id: 'a', text },
      { annotations: { ann: [{ source: [[2, 5]], cue: [[6, 10]], content: [[0, 3]] }] } },
    ],
    ['claims', { id: 'a', text }, { claims: [{ evidence: [[0, 4]], certainty: 'open' }], attributions: [] }],
    ['pages', { id: 'a', file: join(folder, 'page.html') }, { text: 'The answer.' }],
  ])('gives the same %s when the line holds its answers', async (task, line, given) => {
    expect((await answers(task, { ...line, ...given })).raw).toBe((await answers(task, line)).raw)
  })

  it('gives the same factuality when the line holds its answers', async () => {
    const events = [{ start: 2, end: 5 }]
    const answered = events.map((event) => ({ ...event, factuality: 1.5 }))
    expect((await answers('factuality', { id: 'a', text, events: answered })).raw).toBe(
      (await answers('factuality', { id: 'a', text, events })).raw,
    )
  })

  it.each([
    ['beyond the text', { start: 2, end: text.length + 1 }],
    ['before it', { start: -1, end: 2 }],
    ['the wrong way round', { start: 5, end: 2 }],
    ['within a character', { start: 1.5, end: 2.5 }],
  ])('answers no line with an event that lies %s', async (_, event) => {
    const events = [{ start: 2, end: 5 }]
    const { status, stderr, lines } = await answers(
      'factuality',
      { id: 1, text, events: [...events, event] },
      { id: 2, text, events },
    )
    expect(status).toBe(1)
    expect(stderr).toMatch(/^Line 1: .*events/)
    expect(lines.map(({ id }) => id)).toEqual([2])
  })

  it('unpacks a page within a bound, and says what is wrong with one that is no page', async () => {
    writeFileSync(join(folder, 'bomb.html.gz'), gzipSync(Buffer.alloc(51 * 1024 * 1024)))
    writeFileSync(join(folder, 'plain.html.gz'), page)
    const files = ['bomb.html.gz', 'plain.html.gz', '.'].map((name) => ({ id: name, file: join(folder, name) }))
    const { status, stderr } = await answers('pages', ...files)
    expect(status).toBe(1)
    expect(stderr).toMatch(
      /^Line 1: .*unpacks to more than 50 MB\..*\nLine 2: .*isn't packed with gzip\..*\nLine 3: .*a folder\..*\n3 lines failed; there was no other\.\n$/,
    )
  })

  it('reports a line that can not be used and answers the others', async () => {
    const { status, stderr, lines } = await answers(
      'pages',
      { id: 'a', file: join(folder, 'none.html') },
      { id: 'b' },
      {
        id: 'c',
        file: join(folder, 'page.html'),
      },
    )
    expect(status).toBe(1)
    expect(stderr).toMatch(/^Line 1: .*none\.html.*\nLine 2: .*file.*\n2 lines failed/)
    expect(lines.map(({ id }) => id)).toEqual(['c'])
  })
})
