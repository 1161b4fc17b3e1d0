import { writeFileSync } from 'node:fs'
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PassThrough } from 'node:stream'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { FetchError, UsageError } from '../../src/errors.ts'
import { cutTo, peers } from '../../src/terminal/bench.ts'
import { runCommand } from '../../src/terminal/commands.ts'
import { exitStatus, lookOf } from '../../src/terminal/process.ts'
import { tools } from './stand-ins.ts'

afterEach(() => {
  vi.restoreAllMocks()
  vi.useRealTimers()
})

describe('a wrong call', () => {
  const rows = [
    [
      [],
      'Expected a command, one of breakdown, read, explain, who, articles, predict, eval, bench, got none. See npm run -s hearsay -- --help.',
    ],
    [['brake-down', 'x'], 'got "brake-down"'],
    [['breakdown'], 'Expected breakdown with <FILE|URL|->, got nothing. See npm run -s hearsay -- breakdown --help.'],
    [['breakdown', 'a.txt', 'b.txt'], 'Expected one argument for breakdown, got "b.txt" as well.'],
    [['breakdown', 'a.txt', '-'], 'Expected one argument for breakdown, got "-" as well.'],
    [['breakdown', 'a.txt', '--xml'], 'Expected an option of breakdown, got --xml.'],
    // The option takes the file for its value; what is missing then is not the file.
    [['breakdown', '--xml', 'a.txt'], 'Expected an option of breakdown, got --xml.'],
    [['breakdown', ''], 'Expected <FILE|URL|->, got an empty word.'],
    [['bench', 'a.txt'], 'Expected no argument for bench, got "a.txt".'],
    [['eval', 'gold'], 'Expected no argument for eval, got "gold".'],
    [['--xml'], 'Expected a command, one of breakdown, read, explain, who, articles, predict, eval, bench, got --xml.'],
    [['brake-down', '--help'], 'got "brake-down"'],
    [['help', 'brake-down'], 'got "brake-down"'],
    [['breakdown', 'a.txt', '--json', '--jsonl'], 'Expected --json or --jsonl, got both.'],
    [['predict', 'weather'], 'Expected a task, one of attributions, factuality, claims, pages, got "weather".'],
  ] as const
  it.each(rows)('%j is told what was expected', async (argv, message) => {
    const shown = vi.spyOn(console, 'info').mockImplementation(() => {})
    const call = runCommand(argv, tools().tools)
    await expect(call).rejects.toThrow(UsageError)
    expect(shown).not.toHaveBeenCalled()
    await expect(call).rejects.toThrow(message)
  })
})

describe('help', () => {
  it.each([[['--help']], [['breakdown', '--help']], [['predict', '-h']], [['help', 'read']], [['eval', '--help']]])(
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

  it('takes what comes after -- for a file, whatever it begins with', async () => {
    for (const argv of [
      ['read', '--', '-file.txt'],
      ['read', '--', '--json'],
      ['--', 'read', '-file.txt'],
    ])
      await expect(runCommand(argv, tools().tools)).rejects.toThrow(`got ${argv.at(-1)}, which isn't there`)
    const { tools: made, written } = tools('Marit Osk said that the ferries run.')
    expect(await runCommand(['read', '--', '-'], made)).toBe(0)
    expect(written.stdout).toContain('the ferries run.')
  })

  it('says what it waits for where nothing comes', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    const { tools: made, written } = tools()
    const stdin = new PassThrough()
    const reading = runCommand(['read', '-'], { ...made, console: { ...made.console, stdin } })
    await vi.advanceTimersByTimeAsync(2900)
    expect(written.stderr).toBe('')
    await vi.advanceTimersByTimeAsync(200)
    expect(written.stderr).toBe('Waiting for the text of an article on standard input.\n')
    vi.useRealTimers()
    stdin.end('Marit Osk said that the ferries run.')
    expect(await reading).toBe(0)
  })

  it('takes whatever has a scheme for a link', async () => {
    await expect(runCommand(['read', 'ftp://127.0.0.1/a'], tools().tools)).rejects.toThrow(FetchError)
    await expect(runCommand(['read', 'http://127.0.0.1/a'], tools().tools)).rejects.toThrow(FetchError)
  })
})

describe('bench', () => {
  it('says how long 600 words take, and how long the model and the peers take', async () => {
    const { tools: made, written } = tools()
    expect(await runCommand(['bench'], made)).toBe(0)
    expect(written.stdout).toMatch(/^Text +600 words/)
    expect(written.stdout).toMatch(/\nStart +\d+ ms from opening the engine to the first breakdown,\n/)
    for (const what of ['sentences', 'trained model', 'whole breakdown', 'a peer, its reading'])
      expect(written.stdout).toMatch(new RegExp(`\\n${what} +[\\d.]+ ms +[\\d.]+ ms +[\\d,]+\\n`))
    expect(written.stdout).toMatch(/\nRatio +a breakdown takes [\d.]+ times as long as a peer, its reading\n/)
    for (const line of written.stdout.split('\n')) expect(line.length).toBeLessThanOrEqual(80)
  })
  it('names what is not there, and goes on', async () => {
    const { tools: made, written } = tools()
    const missing = async () => {
      throw Object.assign(new Error('no such package'), { code: 'ERR_MODULE_NOT_FOUND' })
    }
    const openModel = async () => {
      throw new Error('no weights')
    }
    const status = await runCommand(['bench'], {
      ...made,
      openModel,
      openPeers: () => [{ name: 'a peer', open: missing }],
    })
    expect(status).toBe(0)
    expect(written.stdout).toMatch(/\na peer +not installed\n/)
    expect(written.stdout).toMatch(/\ntrained model +away: .*no weights\n/)
    expect(written.stdout).toMatch(/\nwhole breakdown +[\d.]+ ms/)
  })
  it('reads with each peer that is installed', async () => {
    for (const { open } of peers) expect((await open())('Osk said that the ferries run.')).toBeTruthy()
  })
  it('shows memory as a thousand articles go by', async () => {
    const { tools: made, written } = tools()
    expect(await runCommand(['bench', '--memory'], made)).toBe(0)
    const shown = [...written.stdout.matchAll(/^after +(\d+) +\d+ MB resident/gm)].map(([, after]) => after)
    expect(shown).toEqual(['1', '250', '500', '750', '1000'])
    expect(written.stdout).toMatch(/\nat most +\d+ MB resident\n$/)
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
