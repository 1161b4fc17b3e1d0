import { openApart } from '../apart.ts'
import type { Version } from '../library/types.ts'
import type { Claim } from '../types.ts'
import type { Pictures } from './pictures.ts'

/** What the process is asked for. */
export type Order =
  | { readonly kind: 'annotated' | 'whoSaidWhat'; readonly version: Version }
  | { readonly kind: 'claim'; readonly version: Version; readonly claim: Claim }

/** Milliseconds. Fonts and the drawing of some articles hold a hundred megabytes, which nobody needs between two. */
const rest = 60_000

/**
 * The pictures in a process of their own, which ends when nobody has asked for one for a minute. What paints isn't
 * JavaScript, and were it to fail on some article the bot would go on; and the small heap of the bot's process would make
 * drawing a third slower.
 */
export function picturesApart(): Pictures & { readonly close: () => Promise<void> } {
  const { ask, close } = openApart<Order, unknown>({
    module: new URL('./draw-process.ts', import.meta.url),
    who: 'The process that draws pictures',
    as: 'process',
    rest,
  })
  return {
    annotated: (version) => ask({ kind: 'annotated', version }) as ReturnType<Pictures['annotated']>,
    claim: (version, claim) => ask({ kind: 'claim', version, claim }) as ReturnType<Pictures['claim']>,
    whoSaidWhat: (version) => ask({ kind: 'whoSaidWhat', version }) as ReturnType<Pictures['whoSaidWhat']>,
    close,
  }
}
