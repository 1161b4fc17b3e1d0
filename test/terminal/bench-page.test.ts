import { expect, test } from 'vitest'
import { benchPage, type MeasuringBrowser } from '../../src/terminal/bench-page.ts'
import { keptConsole } from './stand-ins.ts'

let drawings = 0
const drawn = async () => ({
  claims: 12,
  annotated: async () => ({ page: '<p>' }),
  claim: async () => 20,
  whoSaidWhat: async () => 90,
  close: async () => void drawings++,
})

test.each([
  ['with a browser', true],
  ['without one', false],
])('shows what it measured, %s, and ends what it started', async (_, there) => {
  const { console, written } = keptConsole()
  let [playgrounds, browsers] = [0, 0]
  drawings = 0
  const browser: MeasuringBrowser = {
    open: async () => 400,
    openEmpty: async () => 100,
    picture: async () => 800,
    close: async () => void browsers++,
  }
  await benchPage(
    'Osk said that the ferries run.',
    {
      openDrawing: drawn,
      openBrowser: async () => (there ? browser : null),
      startPlayground: async () => ({
        url: 'http://127.0.0.1:1',
        firstBreakdown: 1500,
        served: 1900,
        close: async () => void playgrounds++,
      }),
    },
    console,
  )
  expect(written.stdout).toContain('600 words, 12 claims')
  expect(written.stdout).toMatch(/who said what +90\.0 ms +90\.0 ms +90\.0 ms/)
  expect(written.stdout).toMatch(/start to first breakdown +1500\.0 ms/)
  expect(written.stdout).toMatch(there ? /page opened until ready +400\.0 ms/ : /No Chromium here/)
  if (there) expect(written.stdout).toContain('4.00 times as long as an empty one')
  expect([playgrounds, browsers, drawings]).toEqual([1, there ? 1 : 0, 1])
})
