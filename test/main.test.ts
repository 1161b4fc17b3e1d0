import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openLoopback } from '../src/playground/discord/open.ts'
import type { LoopbackDiscord } from '../src/playground/discord/types.ts'

const main = fileURLToPath(new URL('../src/main.ts', import.meta.url))
let home: string
let discord: LoopbackDiscord
const started: ChildProcess[] = []
beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'hearsay-'))
  discord = await openLoopback()
})
afterEach(async () => {
  // One that a failed test left running.
  for (const child of started.splice(0)) if (child.exitCode === null) child.kill('SIGKILL')
  await discord.close()
  await rm(home, { recursive: true, force: true })
})

/** `npm start` in a folder of its own, with nothing in its environment but these. */
function start(env: Record<string, string>) {
  const child = spawn(process.execPath, [main], {
    cwd: home,
    env: { PATH: process.env.PATH, HEARSAY_HOME: join(home, 'kept'), ...env },
  })
  started.push(child)
  const said = { out: '', error: '' }
  child.stdout.on('data', (piece) => {
    said.out += piece
  })
  child.stderr.on('data', (piece) => {
    said.error += piece
  })
  const ended = new Promise<number | null>((done) => child.on('exit', (code) => done(code)))
  return { child, said, ended }
}

const login = (): Record<string, string> => ({ DISCORD_TOKEN: discord.token, DISCORD_API_URL: discord.apiUrl })

test('with a token: one line when it is ready; what was added is there after a restart; ends when it is told to', async () => {
  const guild = discord.addGuild()
  const desk = guild.addChannel({ name: 'desk' })
  const mira = guild.addMember({ name: 'Mira' })
  const first = start({ ...login(), DISCORD_GUILD_ID: guild.id })
  await expect
    .poll(() => first.said.out, { timeout: 15_000 })
    .toMatch(/^\S+ is ready in 1 guild, 5 commands registered\. Invite it: https?:\/\/\S+\n$/)
  const window = await mira.command('claims', {}, { channel: desk })
  const submitted = await mira.submit(window, { text: 'Ada Osk denied that the quay had moved.' })
  const { message } = await submitted.settled(15_000)
  expect(message?.text).toContain('Ada Osk denies that the quay had moved.')
  expect(message?.text).toContain('offline model and rules')
  first.child.kill('SIGTERM')
  expect(await first.ended).toBe(0)
  const second = start({ ...login(), DISCORD_GUILD_ID: guild.id })
  await expect.poll(() => second.said.out, { timeout: 15_000 }).toContain('commands unchanged')
  const found = await (await mira.command('who', { words: 'quay' }, { channel: desk })).settled()
  expect(found.message?.text).toContain('1 claim found')
  second.child.kill('SIGINT')
  expect(await second.ended).toBe(0)
  expect(first.said.error + second.said.error).toBe('')
}, 60_000)

test.each([
  [
    'a token that Discord refuses',
    { DISCORD_TOKEN: 'wrong-token-of-somebody-0123456789' },
    'got one that Discord refuses',
    2,
  ],
  [
    'a store of no kind',
    { KEYV_URL: 'mysql://desk:hunter2@127.0.0.1/x' },
    'Expected KEYV_URL as an address that starts with',
    2,
  ],
  ['a store in a place that can’t be', { KEYV_URL: 'sqlite:///dev/null/library.sqlite' }, 'SQLite at /dev/null/', 1],
  [
    'a language model without its name',
    { HEARSAY_ENGINE: 'openai', OPENAI_API_KEY: 'sk-hunter2' },
    'Expected OPENAI_MODEL, got nothing',
    2,
  ],
])('%s ends it with a sentence and without the secret', async (_, env, expected, status) => {
  const { said, ended } = start({ ...login(), ...env } as Record<string, string>)
  expect(await ended).toBe(status)
  expect(said.error).toContain(expected)
  expect(said.error).not.toMatch(/hunter2|wrong-token|\n\s+at /)
  expect(said.out).toBe('')
})

test('without a token, where the playground’s port is taken: a sentence, and the end', async () => {
  const { port } = new URL(discord.apiUrl)
  const { said, ended } = start({ PLAYGROUND_PORT: port })
  expect(await ended).toBe(2)
  expect(said.error).toContain(`Expected port ${port} of this machine to be free`)
  expect(said.out).toContain('Aldmark bans relief group')
})
