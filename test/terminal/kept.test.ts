import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { UsageError } from '../../src/errors.ts'
import { openLibrary } from '../../src/library/library.ts'
import { runCommand } from '../../src/terminal/commands.ts'
import { tools } from './stand-ins.ts'

let home: string
beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'hearsay-'))
})
afterEach(() => rm(home, { recursive: true, force: true }))

/** Runs a command line on the library of this test. */
async function run(argv: readonly string[], stdin = ''): Promise<string> {
  const { tools: made, written } = tools(stdin)
  await runCommand(argv, { ...made, openLibrary: () => openLibrary({ store: '', home }) })
  return written.stdout
}

const article = 'Ada Osk said that the quay moved. Bo Lund denied that the quay moved. The strait is calm.'

test('what is kept with --save is found again, by its words and by who said it', async () => {
  expect(await run(['breakdown', '-', '--save'], article)).toMatch(/Kept as [2-9b-z]{10}\.\n$/)
  expect(await run(['who', 'quay'])).toMatch(/^2 claims found in 1 article\n[\s\S]*Ada Osk: The quay moved\./)
  expect(await run(['who', 'quay', '--label', 'denied'])).toMatch(/^1 claim found in 1 article\n[\s\S]*Bo Lund denies/)
  expect(await run(['who', '--source', 'osk'])).toContain('1 claim found')
  expect(await run(['who', 'lighthouse'])).toBe('Nothing found in 1 article.\n')
})

test('without words: who says most; and the articles, the newest first', async () => {
  expect(await run(['articles'])).toContain('Nothing is kept yet')
  await run(['breakdown', '-', '--save'], article)
  expect(await run(['who'])).toContain('2 sources in 1 article\n  Ada Osk — 1 claim in 1 article')
  expect(await run(['articles'])).toMatch(
    /^1 article, the newest first\n[2-9b-z]{10} {2}Without a headline — \d{4}-\d\d-\d\d · 3 claims\n$/,
  )
})

test('the same text isn’t kept twice, and nothing is kept unasked', async () => {
  await run(['breakdown', '-'], article)
  expect(await run(['articles'])).toContain('Nothing is kept yet')
  await run(['breakdown', '-', '--save'], article)
  expect(await run(['breakdown', '-', '--save'], article)).toContain('This very text is kept already')
  expect(await run(['articles'])).toContain('1 article,')
})

test.each([
  ['a label that is none', ['who', 'quay', '--label', 'true'], 'Expected a label, one of denied, alleged'],
  ['a day that is none', ['who', 'quay', '--since', 'yesterday'], 'Expected a day like 2031-05-12, got "yesterday"'],
  ['--save beside --json', ['breakdown', '-', '--save', '--json'], 'Expected --save alone'],
])('refuses %s', async (_, argv, expected) => {
  const call = run(argv, article)
  await expect(call).rejects.toThrow(UsageError)
  await expect(call).rejects.toThrow(expected)
})
