import { describe, expect, onTestFinished, test, vi } from 'vitest'
import { openApart } from '../src/apart.ts'

describe.each(['thread', 'process'] as const)('a %s', (as) => {
  const opened = (more: { readonly rest?: number; readonly patience?: number } = {}) => {
    const apart = openApart<string, { readonly said: string; readonly by: string }>({
      module: new URL('./apart-doer.ts', import.meta.url),
      who: 'The one that repeats',
      as,
      ...more,
    })
    onTestFinished(apart.close)
    return apart
  }

  test('answers all orders; one that fails doesn’t end it', async () => {
    const apart = opened()
    const [one, two] = await Promise.all([apart.ask('one'), apart.ask('two')])
    expect([one.said, two.said]).toEqual(['one', 'two'])
    await expect(apart.ask('fail')).rejects.toThrow('It was told to.')
    expect(await apart.ask('three')).toEqual({ said: 'three', by: one.by })
  })

  test('takes what it was doing along when it dies; another takes its place', async () => {
    const apart = opened()
    const { by } = await apart.ask('one')
    await expect(apart.ask('die')).rejects.toThrow('The one that repeats ended.')
    expect((await apart.ask('two')).by).not.toBe(by)
  })

  test('ends after its rest', async () => {
    const apart = opened({ rest: 1 })
    const { by } = await apart.ask('one')
    await vi.waitFor(async () => expect((await apart.ask('two')).by).not.toBe(by), { timeout: 10_000 })
  })

  test('is given up when it never answers', async () => {
    const apart = opened({ patience: 1 })
    await expect(apart.ask('one')).rejects.toThrow('The one that repeats took too long.')
  })
})
