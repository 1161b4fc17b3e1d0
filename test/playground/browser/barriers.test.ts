import { type Browser, chromium as engine } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startPlayground } from '../../../src/rehearsal/playground.ts'
import type { StartedPlayground } from '../../../src/terminal/bench-page.ts'
import { chromium } from './chromium.ts'
import { visit } from './visit.ts'

describe.skipIf(chromium === null)('axe-core in Chromium', () => {
  let browser: Browser
  let playground: StartedPlayground
  beforeAll(async () => {
    browser = await engine.launch({ executablePath: chromium!, args: ['--no-sandbox'] })
    playground = await startPlayground()
  }, 60_000)
  afterAll(async () => {
    await browser?.close()
    await playground?.close()
  })

  test.each([
    ['dark', 1200],
    ['light', 1200],
    ['dark', 360],
    ['light', 360],
  ] as const)(
    'finds nothing serious, %s, %i pixels wide',
    async (scheme, width) => {
      const { page, barriers, says, press, last, see, complaints, send, choose } = await visit(
        browser,
        playground.url,
        {
          width,
          scheme,
          withAxe: true,
        },
      )
      const found: Record<string, readonly string[]> = {}
      const look = async (what: string): Promise<void> => {
        found[what] = await barriers()
        await see(`axe-${what}`)
      }
      await page.locator(`[data-channel="${width > 600 ? 'desk' : 'investigations'}"]`).click()
      await look('opened')
      await page.locator('[data-part="box"]').fill('/who label:')
      await page.locator('[data-offer="Alleged"]').waitFor()
      await look('offers')
      await page.locator('[data-part="box"]').fill('/claims')
      await page.locator('#send').click()
      await page.getByRole('dialog').locator('[data-example^="Ferry company"]').click()
      await look('window')
      await page.getByRole('dialog').getByRole('button', { name: 'Submit' }).click()
      await says('Strait Lines denies')
      await look('breakdown')
      await press('More')
      await says('Annotated article')
      await press('Annotated article')
      await says('Each passage is underlined')
      await look('annotated')
      await send('Tam Oye said that the ferry had sold two lifeboats.')
      const post = await says('sold two lifeboats')
      await post.locator('.more').click()
      await page.getByRole('menuitem', { name: 'Who said this?' }).waitFor()
      await look('menu')
      await page.keyboard.press('Escape')
      await choose(post, 'Who said this?')
      await says('Who said it')
      await page.locator('[data-part="traffic"] summary').click()
      await page.locator('[data-passage] button').first().click()
      await page.locator('[data-part="body"]').waitFor()
      await look('traffic')
      await expect(last().count()).resolves.toBe(1)
      expect(found).toEqual(Object.fromEntries(Object.keys(found).map((what) => [what, []])))
      expect(complaints).toEqual([])
      await page.context().close()
    },
    60_000,
  )
})
