import { spawn } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { articleOf } from '../article/article-of.ts'
import type { Version } from '../library/types.ts'
import { learnedEngine } from '../nlp/engine.ts'
import { picturesApart } from '../pictures/pictures-apart.ts'
import { breakDown } from '../pipeline.ts'
import type { Drawing, MeasuringBrowser, StartedPlayground } from '../terminal/bench-page.ts'
import { chromiumAt } from './chromium.ts'

const main = fileURLToPath(new URL('../main.ts', import.meta.url))
/** Milliseconds for the playground to start on a slow machine. */
const patience = 60_000

/**
 * `npm start` without a token.
 *
 * @param kept the home to use; without one it has a home of its own, which goes afterwards
 * @param port of the page; any that is free by default
 */
export async function startPlayground(kept: string | null = null, port = 0): Promise<StartedPlayground> {
  const home = kept ?? (await mkdtemp(join(tmpdir(), 'hearsay-')))
  const before = performance.now()
  const child = spawn(process.execPath, [...process.execArgv, main], {
    cwd: home,
    env: { HEARSAY_HOME: home, PLAYGROUND_PORT: String(port), NO_COLOR: '1' },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const close = async (): Promise<void> => {
    const over = new Promise((done) => child.once('exit', done))
    if (child.exitCode === null && child.kill()) await over
    if (kept === null) await rm(home, { recursive: true, force: true })
  }
  const said = { text: '', firstBreakdown: 0, errors: '' }
  let late: NodeJS.Timeout | undefined
  try {
    const url = await new Promise<string>((resolve, reject) => {
      late = setTimeout(() => reject(new Error('The playground didn’t start within a minute.')), patience)
      child.once('error', reject)
      child.once('exit', () =>
        reject(new Error(`The playground ended before it was there. ${said.errors.trim().split('\n').at(-1)}`)),
      )
      child.stderr.on('data', (piece: Buffer) => {
        said.errors += piece.toString()
      })
      child.stdout.on('data', (piece: Buffer) => {
        said.text += piece.toString()
        if (said.firstBreakdown === 0 && /\d claims: /.test(said.text)) said.firstBreakdown = performance.now() - before
        const [address] = /http:\/\/127\.0\.0\.1:\d+/.exec(said.text) ?? []
        if (address) resolve(address)
      })
    })
    return { url, firstBreakdown: said.firstBreakdown, served: performance.now() - before, close }
  } catch (error) {
    await close()
    throw error
  } finally {
    clearTimeout(late)
  }
}

/** The pictures of a text, broken down by the engine that comes with the project; drawn in a process of its own, as the bot does. */
export async function openDrawing(text: string, title: string): Promise<Drawing> {
  const { article, claims, engine } = await breakDown(articleOf(text, { kind: 'news', title }), learnedEngine())
  const addedAt = new Date().toISOString()
  const version: Version = { article, claims, engine, remarks: [], addedBy: 'the bench', addedAt, link: null }
  const pictures = picturesApart()
  return {
    claims: claims.length,
    annotated: () => pictures.annotated(version),
    claim: () => pictures.claim(version, claims[0]!),
    whoSaidWhat: () => pictures.whoSaidWhat(version),
    close: pictures.close,
  }
}

/** A Chromium without a screen, driven by playwright-core; null where either of them isn't installed. */
export async function openMeasuringBrowser(named: string | null): Promise<MeasuringBrowser | null> {
  const executablePath = chromiumAt(named)
  const driver = executablePath ? await import('playwright-core').catch(() => null) : null
  if (!executablePath || !driver) return null
  const browser = await driver.chromium.launch({ executablePath, args: ['--no-sandbox'] })
  const folder = await mkdtemp(join(tmpdir(), 'hearsay-'))
  const page = await browser.newPage({ viewport: { width: 1200, height: 850 } })
  const paper = await browser.newPage({ viewport: { width: 550, height: 850 }, deviceScaleFactor: 2 })
  const timed = async (deed: () => Promise<unknown>): Promise<number> => {
    const before = performance.now()
    await deed()
    return performance.now() - before
  }
  return {
    open: (url) =>
      timed(async () => {
        await page.goto(url)
        await page.locator('html[data-ready="true"]').waitFor({ state: 'attached' })
      }),
    openEmpty: () => timed(() => page.goto('data:text/html,<p>nothing</p>')),
    picture: async (html) => {
      const file = join(folder, 'page.html')
      await writeFile(file, html)
      return timed(async () => {
        await paper.goto(pathToFileURL(file).href)
        await paper.screenshot({ fullPage: true })
      })
    },
    close: async () => {
      await browser.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
}
