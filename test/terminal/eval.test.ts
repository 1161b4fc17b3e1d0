import { existsSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import { InputError } from '../../src/errors.ts'
import { runCommand } from '../../src/terminal/commands.ts'
import { tools } from './stand-ins.ts'

const text = 'Osk said that the ferries run. Tam denied that it rains.'
const goldText = text
const span = (words: string) => [text.indexOf(words), text.indexOf(words) + words.length]
const goldClaims = [
  { evidence: [span('the ferries run.')], source: { name: 'Osk' }, via: [], certainty: 'attributed' },
  { evidence: [span('it rains.')], source: { name: 'Tam' }, via: [], certainty: 'open' },
]
const attribution = { source: [span('Osk')], cue: [span('said')], content: [span('the ferries run.')] }

let folder = ''
let results = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'hearsay-'))
  results = join(folder, 'results.json')
  mkdirSync(join(folder, 'gold'))
  mkdirSync(join(folder, 'data'))
})

const put = (name: string, ...lines: readonly object[]) =>
  writeFileSync(join(folder, name), lines.map((line) => `${JSON.stringify(line)}\n`).join(''))
const putGold = (claims: readonly object[], text: string = goldText) => {
  writeFileSync(join(folder, 'gold', 'ferries.md'), `---\ntitle: Ferries: they run\nkind: news\n---\n\n${text}\n`)
  put('gold/ferries.json', { claims })
}
const quoted = goldClaims.map((claim, i) => ({ ...claim, evidence: [['the ferries run.', 'it rains.'][i]] }))

async function run(argv: readonly string[], data: string | null = join(folder, 'data')) {
  const { tools: made, written } = tools()
  const evaluation = { gold: join(folder, 'gold'), results, data }
  return { status: await runCommand(['eval', ...argv], { ...made, evaluation }), ...written }
}
const kept = () => JSON.parse(readFileSync(results, 'utf8')).sets

describe('eval', () => {
  it('scores each set that is there, keeps the figures, and says so', async () => {
    put('data/claims-one.jsonl', { id: 'a', text, title: 'Ferries', claims: goldClaims })
    put('data/attributions-one.jsonl', { id: 'a', text, annotations: { z: [], y: [attribution] } })
    put('data/factuality-one.jsonl', { id: 'a', text, events: [{ start: 4, end: 8, factuality: 1 }] })
    put('data/relations-one.jsonl', { id: 'a' })
    const { status, stdout, stderr } = await run([])
    expect(status).toBe(0)
    expect(stderr).toBe(`Kept in ${results}.\n`)
    expect(Object.keys(kept())).toEqual(['attributions-one', 'claims-one', 'factuality-one'])
    // Both claims are found, one label of two is wrong; one attribution of two is in the gold of the first annotator.
    expect(kept()['claims-one']).toMatchObject({
      engine: 'the stand-in',
      counts: { articles: 1, claims: 2 },
      figures: { 'claims found': { f1: 1 }, 'claim, source and label': { f1: 0.5 } },
      labelErrors: { 'open taken for denied': 1 },
    })
    expect(kept()['attributions-one'].figures['content found']).toEqual({ f1: 0.667, precision: 0.5, recall: 1 })
    // The stand-in judges 3.
    expect(kept()['factuality-one'].figures['mean absolute error']).toBe(2)
    expect(stdout).toContain('claims-one: 1 article, 2 claims')
    expect(stdout).toMatch(/^ {2}claim, source and label +0\.500 +0\.500 +0\.500 +new$/m)
    expect(stdout).toContain('label errors: 1 open taken for denied')
    for (const line of stdout.split('\n')) expect(line.length).toBeLessThanOrEqual(80)
  })

  it('shows what was gained and lost since, an error that falls being a gain', async () => {
    const one = (factuality: number) =>
      put('data/factuality-one.jsonl', { id: 'a', text, events: [{ start: 4, end: 8, factuality }] })
    put('data/claims-one.jsonl', { id: 'a', text, claims: goldClaims })
    one(1)
    await run([])
    put('data/claims-one.jsonl', { id: 'a', text, claims: [goldClaims[0], { ...goldClaims[1], certainty: 'denied' }] })
    one(2.5)
    const better = await run([])
    expect(better.stdout).toMatch(/^ {2}claim, source and label +1\.000 +1\.000 +1\.000 +\+0\.500$/m)
    expect(better.stdout).toMatch(/^ {2}mean absolute error \(lower is better\) +0\.500 +\+1\.500$/m)
    one(2)
    expect((await run([])).stdout).toMatch(/^ {2}mean absolute error \(lower is better\) +1\.000 +−0\.500$/m)
    // Nothing changed since: nothing gained, nothing lost.
    expect((await run([])).stdout).not.toMatch(/[+−]\d|new$/m)
  })

  it('scores the gold of the project when nothing is pointed at, and keeps the other sets as they were', async () => {
    putGold([])
    await run([], null)
    put('data/claims-one.jsonl', { id: 'a', text, claims: goldClaims })
    await run([])
    const before = kept()['claims-one']
    putGold(quoted)
    await run([], null)
    expect(Object.keys(kept())).toEqual(['claims-one', 'gold'])
    expect(kept()['claims-one']).toEqual(before)
    expect(kept().gold.figures).toEqual(before.figures)
    const first = readFileSync(results, 'utf8')
    await run([], null)
    expect(readFileSync(results, 'utf8')).toBe(first)
  })

  it('takes the place that is meant where words stand more than once, and refuses to guess', async () => {
    const twice = 'Osk said that it rains. Tam denied that it rains.'
    const denied = { ...quoted[1], evidence: [{ quote: 'it rains.', nth: 2 }], certainty: 'denied' }
    putGold([denied], twice)
    await run([], null)
    // Two answers, one of them meant.
    expect(kept().gold.figures['claim, source and label']).toEqual({ f1: 0.667, precision: 0.5, recall: 1 })
    putGold([{ ...quoted[0], evidence: ['that'] }])
    await expect(run([], null)).rejects.toThrow('"that", which stands in the article 2 times')
    putGold([{ ...quoted[0], evidence: ['it snows'] }])
    await expect(run([], null)).rejects.toThrow('"it snows", which stands in the article 0 times')
  })

  it('leaves out the sets that the engine was trained on', async () => {
    put('data/claims-one-train.jsonl', { id: 'a', text, claims: goldClaims })
    await expect(run([])).rejects.toThrow('only claims-one-train; a figure from the training set is no figure')
    put('data/claims-one.jsonl', { id: 'a', text, claims: goldClaims })
    expect((await run([])).stderr).toContain(
      'claims-one-train was left out: a figure from the training set is no figure.\n',
    )
    expect(Object.keys(kept())).toEqual(['claims-one'])
  })

  it.each([
    ['an empty folder', () => {}, 'in {folder}/data, got none.'],
    ['a bad line', () => put('data/claims-one.jsonl', { id: 'a', text, claims: [] }, { id: 'b' }), 'gold in line 2 of'],
    ['results of something else', () => put('results.json', {}), 'the results of an evaluation in'],
  ])('fails for %s and keeps nothing', async (what, prepare, message) => {
    if (what === 'results of something else') put('data/claims-one.jsonl', { id: 'a', text, claims: goldClaims })
    prepare()
    const before = existsSync(results) && readFileSync(results, 'utf8')
    const running = run([])
    await expect(running).rejects.toThrow(InputError)
    await expect(running).rejects.toThrow(message.replace('{folder}', folder))
    expect(existsSync(results) && readFileSync(results, 'utf8')).toBe(before)
  })

  it('says that a folder is not there', async () => {
    await expect(run([], join(folder, 'none'))).rejects.toThrow("none, which isn't there or can't be read")
  })
})

describe('eval --check', () => {
  beforeEach(() => put('data/claims-one.jsonl', { id: 'a', text, claims: goldClaims }))
  const change = (by: number) => {
    const sets = kept()
    sets['claims-one'].figures['mean of labels'] += by
    put('results.json', { sets })
    return readFileSync(results, 'utf8')
  }

  it.each([
    [0, 0, ''],
    // What is kept is lower than what comes out now: a gain.
    [-0.1, 0, ''],
    [0.005, 0, ''],
    [0.006, 1, 'mean of labels of claims-one lost 0.006.\n'],
  ] as const)('with a figure kept %d too high ends with %d and writes nothing', async (by, status, said) => {
    await run([])
    const before = change(by)
    const { status: ended, stderr } = await run(['--check'])
    expect({ ended, stderr }).toEqual({ ended: status, stderr: said })
    expect(readFileSync(results, 'utf8')).toBe(before)
  })

  it('fails where nothing was kept that it could compare with', async () => {
    await expect(run(['--check'])).rejects.toThrow('got none. Run npm run eval without --check once')
    expect(existsSync(results)).toBe(false)
  })
})
