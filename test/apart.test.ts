import { expect, onTestFinished, test, vi } from 'vitest'
import { openApart } from '../src/apart.ts'

const opened = (more: { readonly rest?: number } = {}) => {
  const apart = openApart<string, { readonly said: string; readonly thread: number }>({
    module: new URL('./apart-thread.ts', import.meta.url),
    does: 'repeats',
    ...more,
  })
  onTestFinished(apart.close)
  return apart
}

test('one thread answers all orders; one that fails doesn’t end it', async () => {
  const apart = opened()
  const [one, two] = await Promise.all([apart.ask('one'), apart.ask('two')])
  expect([one.said, two.said]).toEqual(['one', 'two'])
  await expect(apart.ask('fail')).rejects.toThrow('It was told to.')
  expect(await apart.ask('three')).toEqual({ said: 'three', thread: one.thread })
})

test('what a thread was doing when it died fails; another takes its place', async () => {
  const apart = opened()
  const { thread } = await apart.ask('one')
  await expect(apart.ask('die')).rejects.toThrow('The thread that repeats ended.')
  expect((await apart.ask('two')).thread).not.toBe(thread)
})

test('a thread with nothing to do ends after its rest', async () => {
  const apart = opened({ rest: 1 })
  const { thread } = await apart.ask('one')
  await vi.waitFor(async () => expect((await apart.ask('two')).thread).not.toBe(thread))
})
