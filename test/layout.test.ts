import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, normalize, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import type { Attribution, Claim, Evidence } from '../src/types.ts'
import { byHand, doors, forDevelopment, rooms } from './layout-table.ts'

const root = fileURLToPath(new URL('..', import.meta.url))

interface SourceFile {
  /** From src/, with forward slashes. */
  readonly path: string
  readonly source: string
  /** As written: './tag.ts', 'node:fs', 'zod'. */
  readonly imports: readonly string[]
}

function filesIn(folder: string): readonly SourceFile[] {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
    .map((entry) => {
      const file = join(entry.parentPath, entry.name)
      const source = readFileSync(file, 'utf8')
      const imports = [...source.matchAll(/(?:\bfrom |\bimport |\bimport\(|\brequire\()\s*'([^']+)'/g)].map(
        ([, name]) => name!,
      )
      return { path: relative(join(root, folder), file).replaceAll('\\', '/'), source, imports }
    })
}

const files = [...filesIn('src'), ...filesIn('commands').map((file) => ({ ...file, path: `commands/${file.path}` }))]
const roomOf = (path: string): string => path.split('/')[0]!
// A file of another folder than its own, as the table names it.
const target = (path: string, name: string): string =>
  normalize(join(path.startsWith('commands/') ? dirname(path) : join('src', dirname(path)), name))
    .replaceAll('\\', '/')
    .replace(/^src\//, '')
const packageJson = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
const lockfile = readFileSync(join(root, 'package-lock.json'), 'utf8')

describe('rooms', () => {
  it('are all in the table', () => {
    const found = new Set(files.map(({ path }) => roomOf(path)))
    expect([...found].filter((room) => !rooms[room])).toEqual([])
  })

  it('import only whom the table lets them', () => {
    const trespasses = files
      .filter(({ path }) => !byHand.some((folder) => path.startsWith(folder)))
      .flatMap(({ path, imports }) =>
        imports
          .filter((name) => name.startsWith('.'))
          .map((name) => roomOf(target(path, name)))
          .filter((room) => room !== roomOf(path) && !rooms[roomOf(path)]?.includes(room))
          .map((room) => `${path} imports ${room}`),
      )
    expect(trespasses).toEqual([])
  })

  it('know neither clock nor chance where the same text must give the same breakdown', () => {
    const moody = files.filter(
      ({ path, source }) =>
        /^(?:text|nlp|claims|replies)\//.test(path) && /\bDate\b|\bperformance\.|Math\.random|randomUUID/.test(source),
    )
    expect(moody.map(({ path }) => path)).toEqual([])
  })

  it('know of the library only what it keeps, in replies and in Discord', () => {
    const inside = files.flatMap(({ path, imports }) =>
      imports
        .filter((name) => /^(?:replies|discord|commands|desk\.ts)/.test(path) && name.startsWith('.'))
        .map((name) => target(path, name))
        .filter((name) => name.startsWith('library/') && name !== 'library/types.ts')
        .map((name) => `${path} imports ${name}`),
    )
    expect(inside).toEqual([])
  })

  it('never wait in replies, nor read a file or the network', () => {
    const waiting = files.filter(
      ({ path, source }) => path.startsWith('replies/') && /\basync\b|\bawait\b|'node:|\bfetch\(/.test(source),
    )
    expect(waiting.map(({ path }) => path)).toEqual([])
  })
})

describe('dependencies', () => {
  const nameOf = (name: string): string =>
    name
      .split('/')
      .slice(0, name.startsWith('@') ? 2 : 1)
      .join('/')

  it('come in through their own door, and each door is used', () => {
    const found = files.flatMap(({ path, imports }) =>
      imports.filter((name) => !/^(?:\.|node:)/.test(name)).map((name) => ({ path, name: nameOf(name) })),
    )
    const byName = [...Map.groupBy(found, ({ name }) => name)].map(
      ([name, uses]) => [name, [...new Set(uses.map(({ path }) => path))].sort()] as const,
    )
    const opened = Object.fromEntries(
      byName.map(([name, paths]) => {
        const door = doors[name]
        // Where several doors lead out of a room, each of them is in it.
        return [name, door instanceof RegExp && paths.every((path) => door.test(path)) ? door : paths]
      }),
    )
    expect(opened).toEqual(doors)
  })

  it('are the ones in package.json', () => {
    const needed = Object.keys(doors).filter((name) => !forDevelopment.includes(name))
    expect(Object.keys(packageJson.dependencies).sort()).toEqual(needed.sort())
    expect(Object.keys(packageJson.devDependencies)).toEqual(expect.arrayContaining(forDevelopment))
  })

  it('stand at one version each, from no host of anybody in particular', () => {
    for (const version of Object.values({ ...packageJson.dependencies, ...packageJson.devDependencies }))
      expect(version).toMatch(/^\d+\.\d+\.\d+$/)
    expect(lockfile).not.toMatch(/"resolved"/)
  })

  it('run no install script that nobody approved', () => {
    const packages: Record<string, { hasInstallScript?: boolean }> = JSON.parse(lockfile).packages
    const scripted = Object.entries(packages)
      .filter(([, { hasInstallScript }]) => hasInstallScript)
      .map(([path]) => path.replace(/^.*node_modules\//, ''))
    expect(scripted.filter((name) => packageJson.allowScripts[name] === undefined)).toEqual([])
  })
})

describe('a claim', () => {
  const inRooms = (pattern: RegExp): readonly SourceFile[] => files.filter(({ path }) => pattern.test(path))

  it('has its text read by replies/sentence.ts alone, of all that comes before a reader', () => {
    // What else has a `text` there: an article, a page, a line of input, a piece of an article between two marks.
    const others = /^(?:article|bounds|page|piece|value)$/
    const reading = inRooms(
      /^(?:replies|terminal|exports|discord|commands|playground(?!\/discord))\/|^(?:cli|main)\.ts$/,
    ).filter(({ path, source }) => {
      const direct = [...source.matchAll(/(\w+|[)\]!])\??\.text\b/g)].some(([, of]) => !others.test(of!))
      const taken = /\{[^{}]*\btext\b[^{}]*\}\s*(?:=\s*\w*claim\b|:\s*(?:Claim|Pick<Claim)\b)|\['text'\]/i.test(source)
      // The measure of wording counts its words beside those of the gold; none of them is shown.
      const counts = path === 'terminal/scores/claims.ts'
      return path !== 'replies/sentence.ts' && !counts && (direct || taken)
    })
    expect(reading.map(({ path }) => path)).toEqual([])
  })

  it('is made by claims/ground.ts alone', () => {
    const making = files.filter(({ source }) =>
      /\bas (?:unknown as )?(?:Claim|Evidence)\b|(?<!Set|Map)<(?:Claim|Evidence)>\s*[({]/.test(source),
    )
    expect(making.map(({ path }) => path)).toEqual(['claims/ground.ts'])
  })

  it('is neither an attribution nor anything that only looks like one, which the compiler checks', () => {
    const attribution = null as unknown as Attribution
    const lookalike = null as unknown as Omit<Claim, symbol>
    const words = { span: [0, 1], words: 'a' } as const
    const stored: unknown[] = [
      // @ts-expect-error an attribution can't be stored as a claim
      attribution satisfies Claim,
      // @ts-expect-error nor can an object with all the fields of one
      lookalike satisfies Claim,
      // @ts-expect-error words that nobody looked up in the article are no evidence
      words satisfies Evidence,
    ]
    expect(stored).toHaveLength(3)
  })
})

describe('files', () => {
  const all = [...files, ...filesIn('test')]

  it('hold at most 300 lines', () => {
    const long = all.filter(({ source }) => source.split('\n').length > 301)
    expect(long.map(({ path }) => path)).toEqual([])
  })

  it('are named in kebab case, as the thing or the deed', () => {
    const odd = all.filter(
      ({ path }) =>
        !/^(?:[a-z0-9-]+\/)*[a-z0-9-]+(?:\.test|\.config)?\.ts$/.test(path) ||
        /\b(?:utils?|helpers?|misc|common)\b/.test(path),
    )
    expect(odd.map(({ path }) => path)).toEqual([])
  })

  it('read the environment in config.ts alone', () => {
    const reading = files.filter(({ source }) => /\bprocess\.env\b|\bloadEnvFile\b/.test(source))
    expect(reading.map(({ path }) => path)).toEqual(['config.ts'])
  })

  it('lie in the rooms, not at the top', () => {
    const allowed = [
      'LICENSE',
      'README.md',
      'commands',
      'package-lock.json',
      'package.json',
      'prompts',
      'src',
      'test',
      'tsconfig.json',
    ]
    const ignored = ['node_modules', 'coverage']
    const top = readdirSync(root).filter(
      (name) => !name.startsWith('.') && !ignored.includes(name) && !name.endsWith('.log'),
    )
    expect(top.filter((name) => !allowed.includes(name))).toEqual([])
  })
})
