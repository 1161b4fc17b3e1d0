import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { InputError } from '../../src/errors.ts'
import { runCommand } from '../../src/terminal/commands.ts'
import { type Line, readJsonLines } from '../../src/terminal/json-lines.ts'
import { json } from '../../src/terminal/layout.ts'
import { simpleEngine, tools } from './stand-ins.ts'

const good = (id: number | string) => JSON.stringify({ id, text: 'Osk said that the ferries run.' })
const commands: readonly (readonly string[])[] = [
  ['breakdown', '-', '--jsonl'],
  ['predict', 'claims'],
  ['predict', 'attributions'],
]
/** What can act on a terminal. */
const acting = /[\u0000-\u0009\u000B-\u001F\u007F-\u009F\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/

describe.each(commands.map((argv) => ({ argv, name: argv.join(' ') })))('$name', ({ argv }) => {
  const run = async (lines: string, engine = simpleEngine) => {
    const { tools: made, written } = tools(lines)
    const status = await runCommand(argv, { ...made, openEngine: async () => engine })
    const ids = written.stdout.split('\n').flatMap((line) => (line === '' ? [] : [String(JSON.parse(line).id)]))
    return { status, ids, ...written }
  }

  it.each([
    ['no JSON', '{"id": 1, "text"'],
    ['no object', '["id", "text"]'],
    ['null', 'null'],
    ['a text that is a number', '{"id":1,"text":5}'],
    ['an id that is an object', '{"id":{},"text":"Osk said so."}'],
    ['a depth no reader has', '['.repeat(20_000)],
    ['bytes that are no letters', '\ufffd\u0000'],
  ])('loses no line to one that holds %s', async (_, bad) => {
    const { status, ids, stderr } = await run([good(1), bad, good(3)].join('\n'))
    expect({ status, ids }).toEqual({ status: 1, ids: ['1', '3'] })
    expect(stderr).toMatch(/^Line 2: Expected a JSON object .+, got .+\.\n1 line failed; the others were answered\.\n$/)
  })

  it('loses no line to one on which the engine fails', async () => {
    const failing: typeof simpleEngine = {
      name: 'failing',
      attribute: async (article) => {
        if (article.text.includes('rain')) throw new TypeError('It rains.\u001B[2J')
        return simpleEngine.attribute(article)
      },
    }
    const lines = [good(1), good(2).replace('ferries run', 'rain will end'), good(3)].join('\n')
    expect(await run(lines, failing)).toMatchObject({
      status: 1,
      ids: ['1', '3'],
      stderr:
        'Line 2: Something went wrong in Hearsay itself: It rains.[2J\n1 line failed; the others were answered.\n',
    })
  })

  it.each(['', '\n \n'])('says so when there is no line: %j', async (nothing) => {
    await expect(run(nothing)).rejects.toThrow(
      /^Expected JSON lines, one object a line, got nothing\. Pipe them in; --help .+\.$/,
    )
  })

  it('lets nothing through that acts on a terminal, and changes no value by it', async () => {
    const id = 'a\u001B[2J\u009B31m\u202E\u2066'
    const { status, stdout } = await run(
      JSON.stringify({ id, text: 'Osk\u009B2J said that the \u202Eferries\u200F run on.', outlet: '\u0085' }),
    )
    expect(status).toBe(0)
    expect(stdout).not.toMatch(acting)
    expect(JSON.parse(stdout).id).toBe(id)
  })
})

it('names a bad file without what its name does to a terminal, and three of a thousand reasons', async () => {
  const pages = tools(JSON.stringify({ id: 1, file: 'none\u001B[2J\u202E.html' }))
  expect(await runCommand(['predict', 'pages'], pages.tools)).toBe(1)
  expect(pages.written.stderr).not.toMatch(acting)
  const events = tools(JSON.stringify({ id: 1, text: 'Osk ran.', events: Array(1000).fill({ start: 'a' }) }))
  expect(await runCommand(['predict', 'factuality'], events.tools)).toBe(1)
  expect(events.written.stderr.length).toBeLessThan(500)
  expect(events.written.stderr).toContain('and 1997 more')
})

it('passes over a line that is too long to be held, and reads on', async () => {
  const long = `{"id":2,"text":"${'a'.repeat(41_000_000)}"}`
  const bytes = Buffer.from([good(1), long, good(3)].join('\n'))
  const pieces = Array.from({ length: Math.ceil(bytes.length / 65_536) }, (_, i) =>
    bytes.subarray(i * 65_536, (i + 1) * 65_536),
  )
  const source = async function* () {
    yield* pieces
  }
  const lines: Line<{ id: number }>[] = []
  for await (const line of readJsonLines(source(), z.object({ id: z.number() }))) lines.push(line)
  expect(lines.map((line) => ('value' in line ? line.value.id : line.error))).toEqual([1, expect.any(InputError), 3])
  expect(lines[1]).toMatchObject({ number: 2, error: { message: expect.stringContaining('more than 40 million') } })
  expect(lines.at(-1)?.bytes).toBe(bytes.length)
})

it('reads lines from a file that is there, and says what is wrong with another', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'hearsay-'))
  writeFileSync(join(folder, 'a.jsonl'), `\ufeff${good(1)}\r\n${good(2)}`)
  const { tools: made, written } = tools()
  expect(await runCommand(['breakdown', join(folder, 'a.jsonl'), '--jsonl'], made)).toBe(0)
  expect(written.stdout.split('\n')).toHaveLength(3)
  await expect(runCommand(['breakdown', folder, '--jsonl'], made)).rejects.toThrow('which is a folder')
})

it('writes JSON that reads as what went in', () => {
  const value = { text: 'a\u009B\u202E\u2028\\u202e\ud800"', more: [1, null] }
  expect(JSON.parse(json(value))).toEqual(value)
  expect(json(value)).not.toMatch(acting)
  expect(json({ a: 1 }, 2)).toBe('{\n  "a": 1\n}')
})
