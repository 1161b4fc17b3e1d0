import { expect, test } from 'vitest'
import { openFullLibrary } from '../../src/rehearsal/desk.ts'
import { benchDesk } from '../../src/terminal/bench-desk.ts'
import { keptConsole } from './stand-ins.ts'

test('shows what it measured, and what was lost', async () => {
  const { console, written } = keptConsole()
  let closed = 0
  await benchDesk(
    'Osk said that the ferries run.',
    {
      // As many as make the measuring go through, not as many as it is for.
      openFullLibrary: () => openFullLibrary(2500),
      openRehearsedBot: async () => ({
        paste: async () => 120,
        crowd: async (count) => Array.from({ length: count }, (_, i) => (i === 7 ? Number.POSITIVE_INFINITY : 300)),
        close: async () => {
          closed++
        },
      }),
    },
    console,
  )
  expect(written.stdout).toContain('in 100 articles')
  for (const name of ['/who, two words', '/who without words', 'choices while typing'])
    expect(written.stdout).toMatch(new RegExp(`${name} +[\\d.]+ ms +[\\d.]+ ms`))
  expect(written.stdout).toMatch(/a paste of 600 words +120\.0 ms/)
  expect(written.stdout).toMatch(/first of 200 at once +300\.0 ms +300\.0 ms +Infinity ms/)
  expect(written.stdout).toContain('1 lost')
  expect(closed).toBe(1)
})
