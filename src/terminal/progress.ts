import type { Console } from './console.ts'
import { counted } from './layout.ts'

const cells = 24
const clearLine = '\r\u001B[K'

/** A line on standard error that says how far a long run has come; draws nothing where that isn't a terminal. */
export interface Progress {
  /** @param share of the work that is done, 0 … 1, or null where the whole isn't known */
  advance(done: number, share: number | null): void
  /** Takes the line away, so that something else can be said. */
  clear(): void
}

/** @param what is counted, in the singular: "article" */
export function progressOn({ stderr, drawsProgress }: Console, what: string): Progress {
  if (!drawsProgress) return { advance() {}, clear() {} }
  return {
    advance(done, share) {
      const full = Math.round((share ?? 0) * cells)
      const bar = share === null ? '' : `${'█'.repeat(full)}${'░'.repeat(cells - full)} ${Math.round(share * 100)} % `
      stderr.write(`${clearLine}${bar}${counted(done, what)}`)
    },
    clear() {
      stderr.write(clearLine)
    },
  }
}
