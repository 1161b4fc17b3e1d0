import { type SpawnSyncReturns, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'

const root = fileURLToPath(new URL('..', import.meta.url))
const example = 'src/playground/examples/lifeboats.txt'
const { FORCE_COLOR: _, ...around } = process.env
const env = { ...around, NO_COLOR: '1', COLUMNS: '80' }

const run = (file: string, argv: readonly string[], more: Record<string, string> = {}): SpawnSyncReturns<string> =>
  spawnSync(process.execPath, [file, ...argv], { cwd: root, encoding: 'utf8', env: { ...env, ...more }, input: '' })

describe('the command line', () => {
  it('gives data on standard output and nothing else, with status 0', () => {
    const { status, stdout, stderr } = run('src/cli.ts', ['breakdown', example, '--json'])
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
    const { article, claims } = JSON.parse(stdout)
    expect(claims.length).toBeGreaterThan(3)
    for (const { evidence } of claims)
      for (const { span, words } of evidence) expect(article.text.slice(...span)).toBe(words)
  })

  it.each([
    [2, [], 'Expected a command'],
    [2, ['breakdown', example, '--yaml'], 'got --yaml'],
    [1, ['read', 'no-such-file.txt'], "no-such-file.txt, which isn't there"],
    [1, ['read', 'http://127.0.0.1/'], 'Expected'],
    [1, ['breakdown', '-'], 'got nothing'],
  ] as const)('ends with %i after %j, one line on standard error and no trace', (status, argv, message) => {
    const ended = run('src/cli.ts', argv)
    expect(ended.status).toBe(status)
    expect(ended.stdout).toBe('')
    expect(ended.stderr).toContain(message)
    expect(ended.stderr.trimEnd().split('\n')).toHaveLength(1)
  })

  it('ends with 2 when a setting is bad, and names it', () => {
    expect(run('src/cli.ts', ['read', example], { COLUMNS: 'wide' })).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('COLUMNS'),
    })
  })

  it('colours when it is told to, and not otherwise', () => {
    expect(run('src/cli.ts', ['read', example]).stdout).not.toContain('\u001B')
    expect(run('src/cli.ts', ['read', example], { FORCE_COLOR: '1' }).stdout).toContain('\u001B[1m')
  })

  it('ends quietly when nobody reads on', async () => {
    const child = spawn(process.execPath, ['src/cli.ts', 'breakdown', '-', '--jsonl'], { cwd: root, env })
    let said = ''
    child.stderr.on('data', (piece) => {
      said += piece
    })
    child.stdin.on('error', () => {})
    // More than a pipe holds, so that it is still writing when the reader goes.
    const text = 'Tam Oye said that the ferries run. '.repeat(400)
    for (let id = 0; id < 20; id++) child.stdin.write(`${JSON.stringify({ id, text })}\n`)
    child.stdin.end()
    await once(child.stdout, 'data')
    child.stdout.destroy()
    expect(await once(child, 'exit')).toEqual([0, null])
    expect(said).toBe('')
  })
})

describe('npm start', () => {
  it('breaks the example down, serves the playground, and ends with 0 when it is told to', async () => {
    const home = await mkdtemp(join(tmpdir(), 'hearsay-'))
    const child = spawn(process.execPath, ['src/main.ts'], {
      cwd: root,
      env: { ...env, PLAYGROUND_PORT: '0', HEARSAY_HOME: home, DISCORD_TOKEN: '' },
    })
    try {
      const said = { out: '', error: '' }
      child.stdout.on('data', (piece) => {
        said.out += piece
      })
      child.stderr.on('data', (piece) => {
        said.error += piece
      })
      await expect
        .poll(() => said.out, { timeout: 15_000 })
        .toMatch(/\nTry it in a browser: http:\/\/127\.0\.0\.1:\d+\n/)
      expect(said.out).toMatch(/^Aldmark bans relief group/)
      for (const line of said.out.split('\n')) expect(line.length).toBeLessThanOrEqual(80)
      child.kill('SIGTERM')
      expect(await once(child, 'exit')).toEqual([0, null])
      expect(said.error).toBe('')
    } finally {
      child.kill('SIGKILL')
      await rm(home, { recursive: true, force: true })
    }
  })
})
