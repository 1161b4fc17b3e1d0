import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import type { AxeResults } from 'axe-core'
import type { Browser, Locator, Page } from 'playwright-core'
import { expect } from 'vitest'

const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js')
const screenshots = fileURLToPath(new URL('../../../.screenshots/', import.meta.url))

/** A page of the playground as somebody uses it, and what its console complained of. */
export interface Visit {
  readonly page: Page
  readonly complaints: readonly string[]
  /** The newest message. */
  readonly last: () => Locator
  /** Waits until the newest message is there in whole and says so. */
  readonly says: (words: string | RegExp) => Promise<Locator>
  readonly account: (name: string) => Promise<void>
  /** Presses a button of the newest message. */
  readonly press: (label: string) => Promise<void>
  /** Types a line into the message box and sends it. */
  readonly send: (line: string) => Promise<void>
  /** An entry of a message's menu. */
  readonly choose: (message: Locator, entry: string) => Promise<void>
  /** Saves what is seen, and looks that nothing stands out beyond the window's width and no component is missing. */
  readonly see: (name: string) => Promise<void>
  /** What axe-core finds serious or worse; it must have been let in. */
  readonly barriers: () => Promise<readonly string[]>
}

export interface VisitOptions {
  readonly width: number
  readonly scheme?: 'dark' | 'light'
  /** Lets axe-core in, as its own adapters do: the page's policy would keep it out. False by default. */
  readonly withAxe?: boolean
}

/** Opens the page and waits until it can be used. */
export async function visit(
  browser: Browser,
  url: string,
  { width, scheme = 'dark', withAxe = false }: VisitOptions,
): Promise<Visit> {
  const context = await browser.newContext({
    viewport: { width, height: width < 600 ? 780 : 900 },
    colorScheme: scheme,
    acceptDownloads: true,
    bypassCSP: withAxe,
  })
  const page = await context.newPage()
  page.setDefaultTimeout(15_000)
  const complaints: string[] = []
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()))
  page.on('pageerror', (error) => complaints.push(String(error)))
  await page.goto(url)
  await page.locator('html[data-ready="true"]').waitFor({ state: 'attached' })
  const last = (): Locator => page.locator('[data-message]').last()
  const box = page.locator('[data-part="box"]')
  return {
    page,
    complaints,
    last,
    says: async (words) => {
      const said = page.locator('[data-message]:not([data-loading])').last().filter({ hasText: words })
      await said.waitFor()
      // The same one, whatever is said after it.
      return page.locator(`[data-message="${await said.getAttribute('data-message')}"]`)
    },
    account: async (name) => {
      const list = page.locator('[data-part="account"]')
      const option = list.locator('option', { hasText: name })
      await list.selectOption((await option.getAttribute('value'))!)
      await page.locator('[data-part="account"] option:checked', { hasText: name }).waitFor({ state: 'attached' })
    },
    press: async (label) => {
      await last().getByRole('button', { name: label, exact: true }).click()
    },
    send: async (line) => {
      await box.fill(line)
      await page.locator('#send').click()
      await expect.poll(() => box.inputValue()).toBe('')
    },
    choose: async (message, entry) => {
      await message.locator('.more').click()
      await page.getByRole('menuitem', { name: entry }).click()
    },
    see: async (name) => {
      await page.screenshot({ path: `${screenshots}${name}-${scheme}-${width}.png` })
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width)
      expect(await page.locator('.missing').allTextContents()).toEqual([])
    },
    barriers: async () => {
      await page.addScriptTag({ path: axe })
      const { violations } = await page.evaluate(() =>
        (globalThis as unknown as { axe: { run(): Promise<AxeResults> } }).axe.run(),
      )
      return violations
        .filter(({ impact }) => impact === 'serious' || impact === 'critical')
        .flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`))
    },
  }
}
