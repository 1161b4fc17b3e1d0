import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { beforeAll, describe, expect, it, vi } from 'vitest'
import { variables } from '../src/config.ts'
import { labels } from '../src/replies/labels.ts'
import { runCommand } from '../src/terminal/commands.ts'
import { tasks } from '../src/terminal/predict.ts'
import { certainties } from '../src/types.ts'
import { tools } from './terminal/stand-ins.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const readme = readFileSync(`${root}README.md`, 'utf8')
const code = [...readme.matchAll(/```sh\n[\s\S]*?```|`[^`\n]+`/g)].join('\n')
const { scripts } = JSON.parse(readFileSync(`${root}package.json`, 'utf8'))

/** What a pattern's first group finds, each once, sorted. */
const named = (pattern: RegExp, text = readme): readonly string[] =>
  [...new Set([...text.matchAll(pattern)].map(([, found]) => found!))].sort()

async function help(...command: readonly string[]): Promise<string> {
  const said = vi.spyOn(console, 'info').mockImplementation(() => {})
  await runCommand([...command, '--help'], tools().tools)
  const text = said.mock.calls.flat().join('\n')
  said.mockRestore()
  return text
}

describe('the README names', () => {
  let commands: readonly string[] = []
  beforeAll(async () => {
    commands = named(
      /^ {2}([a-z]+)(?: [<[].*[>\]])? {2,}/gm,
      (await help()).split('Commands:')[1]?.split('Options:')[0],
    )
  })

  it('every script, and no other', () => {
    expect(named(/\bnpm (?:run (?:-s )?)?(?!ci\b|run\b)([a-z]+)\b/g, code)).toEqual(Object.keys(scripts).sort())
  })

  it('every command, and no other', () => {
    expect(commands.length).toBeGreaterThan(3)
    expect(named(/hearsay -- ([a-z]+)/g)).toEqual(commands)
  })

  it('every option, and no other', async () => {
    const pages = await Promise.all(
      [help(), ...commands.map((command) => help(command))].map(async (page) => await page),
    )
    const options = named(/^ {2}(?:-\w, )?(--[a-z]+)/gm, pages.join('\n'))
    expect(named(/(--[a-z]+)/g)).toEqual(options)
  })

  it('every task, and no other', () => {
    expect(named(/predict -- ([a-z]+)/g)).toEqual([...tasks].sort())
  })

  it('every variable, and no other', () => {
    expect(named(/^\| `([A-Z_]+)` \|/gm)).toEqual([...variables].sort())
  })

  it('every room, and no other', () => {
    const rooms = readdirSync(`${root}src`, { withFileTypes: true })
    const found = rooms.map((room) => `src/${room.name}${room.isDirectory() ? '/' : ''}`)
    expect(named(/(?<=^\|.*)`(src\/[\w.-]+\/?)`(?=.*\|.*\|$)/gm)).toEqual(found.sort())
  })

  it('every label with its mark, in the order of precedence', () => {
    const rows = [...readme.matchAll(/^\| (\S) \| ([A-Z][a-z ]+) \|/gm)].map(([, mark, words]) => [mark, words])
    expect(rows).toEqual(certainties.map((certainty) => [labels[certainty].mark, labels[certainty].words]))
  })

  it('no file that is not there', () => {
    const paths = named(/(?<![\w/])((?:src|test|\.ci)\/[\w./-]+|\.env\.example|LICENSE)/g)
    expect(paths.filter((path) => !existsSync(root + path))).toEqual([])
  })
})

it('the test command of the README is what .ci/run calls', () => {
  const [, command] = /Run the tests with\n\n```sh\n(.*)\n```/.exec(readme) ?? []
  expect(command).toBe('npm ci && npm test')
  expect(readFileSync(`${root}.ci/run`, 'utf8')).toContain(`(${command}) 2>&1`)
})

// After a change to what is printed, `npm run unit -- test/readme -u` writes it into the README.
it('the example of the README prints what the README shows', async () => {
  const { FORCE_COLOR: _, ...around } = process.env
  const example = /(```sh\nnpm run -s hearsay -- (breakdown .*)\n```\n\n```text\n)[\s\S]*?(?=```)/
  const printed = execFileSync(process.execPath, ['src/cli.ts', ...example.exec(readme)![2]!.split(' ')], {
    cwd: root,
    encoding: 'utf8',
    env: { ...around, NO_COLOR: '1', COLUMNS: '80' },
  })
  await expect(readme.replace(example, (_, before) => before + printed)).toMatchFileSnapshot('../README.md')
})
