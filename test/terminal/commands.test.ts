import { writeFileSync } from 'node:fs'
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { FetchError, UsageError } from '../../src/errors.ts'
import { cutTo } from '../../src/terminal/bench.ts'
import { runCommand } from '../../src/terminal/commands.ts'
import { exitStatus, lookOf } from '../../src/terminal/process.ts'
import { tools } from './stand-ins.ts'

afterEach(() => vi.restoreAllMocks())

describe('a wrong call', () => {
  const rows = [
    [
      [],
      'Expected a command, one of breakdown, read, explain, predict, bench, got none. See npm run -s hearsay -- --help.',
    ],
    [['brake-down', 'x'], 'got "brake-down"'],
    [['breakdown'], 'Expected breakdown with <FILE|URL|->, got nothing. See npm run -s hearsay -- breakdown --help.'],
    [['breakdown', 'a.txt', 'b.txt'], 'Expected one argument for breakdown, got "b.txt" as well.'],
    [['breakdown', 'a.txt', '--xml'], 'Expected an option of breakdown, got --xml.'],
    [['breakdown', 'a.txt', '--json', '--jsonl'], 'Expected --json or --jsonl, got both.'],
    [['predict', 'weather'], 'Expected a task, one of attributions, factuality, claims, pages, got "weather".'],
  ] as const
  it.each(rows)('%j is told what was expected', async (argv, message) => {
    const call = runCommand(argv, tools().tools)
    await expect(call).rejects.toThrow(UsageError)
    await expect(call).rejects.toThrow(message)
  })
})

describe('help', () => {
  it.each([[['--help']], [['breakdown', '--help']], [['predict', '-h']], [['help', 'read']]])(
    '%j names usage and exit status',
    async (argv) => {
      const said = vi.spyOn(console, 'info').mockImplementation(() => {})
      expect(await runCommand(argv, tools().tools)).toBe(0)
      const help = said.mock.calls.flat().join('\n')
      expect(help).toContain('npm run -s hearsay -- ')
      expect(help).toContain('Exit status')
      for (const line of help.split('\n')) expect(line.length).toBeLessThanOrEqual(80)
    },
  )
})

it('gives the version', async () => {
  const { tools: made, written } = tools()
  expect(await runCommand(['--version'], made)).toBe(0)
  expect(written.stdout).toBe(`hearsay 0.0.0, node ${process.version}\n`)
})

describe('read', () => {
  it('shows a file and standard input alike', async () => {
    const file = join(await mkdtemp(join(tmpdir(), 'hearsay-')), 'ferries.txt')
    const text = 'Marit Osk said that the ferries run.'
    writeFileSync(file, text)
    const [one, other] = [tools(), tools(text)]
    await runCommand(['read', file], one.tools)
    await runCommand(['read', '-'], other.tools)
    expect(one.written.stdout).toContain(`\n\n${text}\n`)
    expect(other.written.stdout).toBe(one.written.stdout)
    expect(one.opened).toEqual([])
  })

  it('takes whatever has a scheme for a link', async () => {
    await expect(runCommand(['read', 'ftp://127.0.0.1/a'], tools().tools)).rejects.toThrow(FetchError)
    await expect(runCommand(['read', 'http://127.0.0.1/a'], tools().tools)).rejects.toThrow(FetchError)
  })
})

describe('bench', () => {
  it('says how long 600 words take, and how long the peer takes', async () => {
    const { tools: made, written } = tools()
    expect(await runCommand(['bench'], made)).toBe(0)
    expect(written.stdout).toMatch(/^Text +600 words/)
    expect(written.stdout).toMatch(/\nBreakdown +min [\d.]+ ms +median [\d.]+ ms +\(\d+ runs\)\n/)
    expect(written.stdout).toMatch(/\nPeer +wink-nlp.*\nRatio +a breakdown takes [\d.]+ times/)
  })
  it('repeats a text and cuts it, paragraphs kept', () => {
    expect(cutTo(5, 'one two\n\nthree')).toBe('one two\n\nthree\n\none two')
    expect(cutTo(2, 'one two three')).toBe('one two')
    expect(cutTo(2, ' ')).toBe('')
  })
})

describe('the exit status', () => {
  const run = async (error: Error) => {
    const said: string[] = []
    const status = await exitStatus(
      async () => {
        throw error
      },
      { write: (text) => said.push(text) > 0 },
    )
    return { status, said: said.join('') }
  }
  it('is 2 for a wrong call and 1 for all else, with one line and no trace', async () => {
    expect(await run(new UsageError('Expected a file.'))).toEqual({ status: 2, said: 'Expected a file.\n' })
    expect(await run(new Error('boom\u001B[2J'))).toEqual({
      status: 1,
      said: 'Something went wrong in Hearsay itself: boom[2J\n',
    })
  })
})

it('colours and fills what the settings say, else what the terminal can', () => {
  const terminal = { isTTY: true, columns: 132, hasColors: () => true }
  const unset = { colour: null, columns: 80 }
  expect(lookOf(terminal, unset)).toEqual({ colour: true, columns: 132 })
  expect(lookOf(terminal, { colour: false, columns: 80 })).toEqual({ colour: false, columns: 132 })
  expect(lookOf({}, unset)).toEqual({ colour: false, columns: 80 })
  expect(lookOf({}, { colour: true, columns: 60 })).toEqual({ colour: true, columns: 60 })
})
