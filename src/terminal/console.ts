import type { Readable } from 'node:stream'

/** A stream that takes text: standard output, standard error, or a stand-in of a test. */
export interface Output {
  write(text: string): boolean
  once(event: 'drain', then: () => void): unknown
}

/** What a command speaks to. Data goes to `stdout`, all that is about it to `stderr`. */
export interface Console {
  readonly stdin: Readable & { readonly isTTY?: boolean }
  readonly stdout: Output
  readonly stderr: Output
  readonly look: Look
  /** Whether standard error is a terminal, on which progress may be drawn. */
  readonly drawsProgress: boolean
}

/** How the output may look. */
export interface Look {
  readonly colour: boolean
  /** Columns to fill. */
  readonly columns: number
}

/** Writes and waits while the other side is slower, so that a long stream isn't held in memory. */
export async function write(output: Output, text: string): Promise<void> {
  if (!output.write(text)) await new Promise<void>((resolve) => output.once('drain', resolve))
}
