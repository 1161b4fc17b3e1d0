import { cutTo } from './bench.ts'
import { line, timed, times } from './bench-table.ts'
import { type Console, write } from './console.ts'

/** The playground as a process of its own. Milliseconds from its start. */
export interface StartedPlayground {
  readonly url: string
  /** Until the example's claims stood on the screen. */
  readonly firstBreakdown: number
  /** Until the page was there to be opened. */
  readonly served: number
  readonly close: () => Promise<void>
}

/** The pictures of one article. */
export interface Drawing {
  readonly claims: number
  readonly annotated: () => Promise<{ readonly page: string }>
  readonly claim: () => Promise<unknown>
  readonly whoSaidWhat: () => Promise<unknown>
  readonly close: () => Promise<void>
}

/** A browser that measures. Milliseconds throughout. */
export interface MeasuringBrowser {
  /** From asking for the playground's page until it can be used. */
  readonly open: (url: string) => Promise<number>
  /** The same for a page with nothing on it. */
  readonly openEmpty: () => Promise<number>
  /** A picture of an HTML page, as wide as those that Hearsay draws itself. */
  readonly picture: (html: string) => Promise<number>
  readonly close: () => Promise<void>
}

/** What the bench of the page measures with. */
export interface PageTools {
  readonly startPlayground: () => Promise<StartedPlayground>
  readonly openDrawing: (text: string, title: string) => Promise<Drawing>
  /** Null where this machine has no Chromium, or playwright-core isn't installed. */
  readonly openBrowser: () => Promise<MeasuringBrowser | null>
}

const words = 600
const runs = 15

/**
 * Times the start of the playground, its page in a browser, and the pictures of 600 words; beside them, in the same run, an
 * empty page and the same article as a browser pictures it.
 */
export async function benchPage(
  example: string,
  { startPlayground, openDrawing, openBrowser }: PageTools,
  { stdout }: Console,
): Promise<void> {
  const drawing = await openDrawing(cutTo(words, example), 'An article to measure with')
  const first = await times(1, drawing.annotated)
  const pictures = await times(runs, drawing.annotated)
  await write(
    stdout,
    `Pictures   ${words} words, ${drawing.claims} claims\n\n${line('', 'median', 'p95', 'longest')}${timed('annotated article', pictures)}${timed('  the first of a process', first)}`,
  )
  await write(stdout, timed('one claim', await times(runs, drawing.claim)))
  await write(stdout, timed('who said what', await times(runs, drawing.whoSaidWhat)))
  const browser = await openBrowser()
  try {
    const { page } = await drawing.annotated()
    const theirs = browser && (await times(runs, () => browser.picture(page)))
    if (theirs) await write(stdout, timed('annotated, by Chromium', theirs))
    const started = await startPlayground()
    try {
      await write(
        stdout,
        `\n${timed('start to first breakdown', [started.firstBreakdown])}${timed('start to page served', [started.served])}`,
      )
      if (!browser || !theirs)
        return void (await write(
          stdout,
          '\nNo Chromium here, or playwright-core isn’t installed, so its page wasn’t opened. HEARSAY_CHROMIUM says where a Chromium is.\n',
        ))
      const opened = await times(runs, () => browser.open(started.url))
      const empty = await times(runs, browser.openEmpty)
      await write(stdout, `${timed('page opened until ready', opened)}${timed('an empty page', empty)}`)
      await write(
        stdout,
        `\nRatio      a picture takes ${ratio(pictures, theirs)} of what Chromium takes for the same page
           the page takes ${ratio(opened, empty)} times as long as an empty one\n`,
      )
    } finally {
      await started.close()
    }
  } finally {
    await Promise.all([browser?.close(), drawing.close()])
  }
}

const median = (taken: readonly number[]): number => [...taken].sort((a, b) => a - b)[Math.floor(taken.length / 2)] ?? 0
const ratio = (ours: readonly number[], theirs: readonly number[]): string => (median(ours) / median(theirs)).toFixed(2)
