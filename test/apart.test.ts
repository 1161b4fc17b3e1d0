import { fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { describe, expect, type TestContext, test, vi } from 'vitest'
import { openApart } from '../src/apart.ts'

const module = new URL('./apart-doer.ts', import.meta.url)

// At once: most of the time is waiting.
describe.concurrent.each(['thread', 'process'] as const)('a %s', (as) => {
  const opened = (
    { onTestFinished }: TestContext,
    more: { readonly rest?: number; readonly patience?: number } = {},
  ) => {
    const apart = openApart<string, { readonly said: string; readonly by: string }>({
      module,
      who: 'The one that repeats',
      as,
      ...more,
    })
    onTestFinished(apart.close)
    return apart
  }

  test('answers all orders; one that fails doesn’t end it', async (context) => {
    const { expect } = context
    const apart = opened(context)
    const [one, two] = await Promise.all([apart.ask('one'), apart.ask('two')])
    expect([one.said, two.said]).toEqual(['one', 'two'])
    await expect(apart.ask('fail')).rejects.toThrow('It was told to.')
    expect(await apart.ask('three')).toEqual({ said: 'three', by: one.by })
  })

  test('takes what it was doing along when it dies; another takes its place', async (context) => {
    const { expect } = context
    const apart = opened(context)
    const { by } = await apart.ask('one')
    await expect(apart.ask('die')).rejects.toThrow('The one that repeats ended (exit status 3).')
    expect((await apart.ask('two')).by).not.toBe(by)
  })

  test('ends after its rest', async (context) => {
    const { expect } = context
    const apart = opened(context, { rest: 1 })
    const { by } = await apart.ask('one')
    await vi.waitFor(async () => expect((await apart.ask('two')).by).not.toBe(by), { timeout: 10_000 })
  })

  test('is given up when it never answers; another takes its place', async (context) => {
    const { expect } = context
    const apart = opened(context, { patience: 1500 })
    await expect(apart.ask('hang')).rejects.toThrow('The one that repeats took too long.')
    expect((await apart.ask('two')).said).toBe('two')
  })

  test('an order that can’t be sent is refused, and leaves nothing behind', async (context) => {
    const { expect } = context
    const apart = openApart<unknown, { readonly said: string }>({
      module,
      who: 'The one that repeats',
      as,
      patience: 2000,
    })
    context.onTestFinished(apart.close)
    await expect(apart.ask(() => {})).rejects.toThrow()
    expect((await apart.ask('one')).said).toBe('one')
    await expect(apart.ask('hang')).rejects.toThrow('took too long')
  })

  test('what is asked once it is closed, or while it closes, is told so', async (context) => {
    const { expect } = context
    const apart = opened(context)
    const asked = expect(apart.ask('hang')).rejects.toThrow('The one that repeats was closed.')
    const closing = apart.close()
    await asked
    await expect(apart.ask('one')).rejects.toThrow('The one that repeats was closed.')
    await closing
    await apart.close()
  })
})

test.each([
  ['thread', 'answered'],
  ['process', 'answered'],
  ['thread', 'refused'],
  ['process', 'refused'],
])('a %s that has nothing to do keeps nobody from ending: all was %s', async (as, then) => {
  const starter = fork(fileURLToPath(new URL('./apart-starter.ts', import.meta.url)), [as, then], { stdio: 'ignore' })
  expect(await once(starter, 'exit')).toEqual([0, null])
})

test('a process goes when whoever started it is killed', async () => {
  const starter = fork(fileURLToPath(new URL('./apart-starter.ts', import.meta.url)), ['process', 'stay'], {
    stdio: 'ignore',
  })
  const [by] = (await once(starter, 'message')) as [string]
  const pid = Number(by.split(' ')[0])
  starter.kill('SIGKILL')
  await vi.waitFor(() => expect(() => process.kill(pid, 0)).toThrow(), { timeout: 10_000 })
})
