import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Browser, chromium as engine, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { chromium } from './chromium.ts'

const main = fileURLToPath(new URL('../../../src/main.ts', import.meta.url))

describe.skipIf(chromium === null)('a newcomer’s walk in Chromium', () => {
  let home: string
  let child: ChildProcess
  let browser: Browser
  let address: string
  const errors: string[] = []

  beforeAll(async () => {
    home = await mkdtemp(join(tmpdir(), 'hearsay-'))
    child = spawn(process.execPath, [main], {
      cwd: home,
      env: { PATH: process.env.PATH, PLAYGROUND_PORT: '0', HEARSAY_HOME: home },
    })
    let said = ''
    child.stdout!.on('data', (piece) => {
      said += piece
    })
    await vi.waitFor(() => expect(said).toContain('Ctrl-C ends it'), { timeout: 30_000, interval: 100 })
    address = /http:\/\/127\.0\.0\.1:\d+/.exec(said)![0]
    browser = await engine.launch({ executablePath: chromium!, args: ['--no-sandbox'] })
  }, 60_000)
  afterAll(async () => {
    await browser?.close()
    child?.kill('SIGKILL')
    await rm(home, { recursive: true, force: true })
  })

  const open = async (width: number): Promise<Page> => {
    const page = await browser.newPage({ viewport: { width, height: 850 } })
    page.on('console', (message) => message.type() === 'error' && errors.push(message.text()))
    page.on('pageerror', (error) => errors.push(String(error)))
    await page.goto(address)
    return page
  }

  test.each([1200, 360])(
    'pastes the showcase, turns its pages and opens a claim, %i pixels wide',
    async (width) => {
      const page = await open(width)
      await page
        .getByRole('button', { name: /Aldmark bans/ })
        .first()
        .click()
      await page
        .getByRole('dialog')
        .getByRole('button', { name: /^submit$/i })
        .click()
      await page.getByText('The two sides discussed a meeting of their prime ministers').first().waitFor()
      await page.getByText('Only you can see this').first().waitFor()
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width)
      await page.getByRole('button', { name: 'More', exact: true }).last().click()
      await page.getByText('Page 2 of').first().waitFor()
      await page.getByRole('button', { name: 'Text as read' }).last().click()
      await page.getByText('VELLGRAD, March 14').first().waitFor()
      expect(errors).toEqual([])
      await page.close()
    },
    60_000,
  )

  test('an outsider doesn’t see the private channel', async () => {
    const page = await open(1200)
    await page.getByLabel('Account').selectOption({ index: 2 })
    await page.getByText('# investigations').waitFor({ state: 'detached' })
    expect(errors).toEqual([])
    await page.close()
  }, 60_000)
})
