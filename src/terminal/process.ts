import type { Settings } from '../config.ts'
import { InputError, SettingsError, StoreError, UsageError } from '../errors.ts'
import type { Look, Output } from './console.ts'
import { printable } from './layout.ts'

/** How the output of this process looks: as the settings say, else as its terminal can. */
export function lookOf(
  stdout: { readonly isTTY?: boolean; readonly columns?: number; hasColors?(): boolean },
  settings: Pick<Settings, 'colour' | 'columns'>,
): Look {
  return {
    colour: settings.colour ?? (stdout.isTTY === true && stdout.hasColors?.() === true),
    columns: (stdout.isTTY ? stdout.columns : undefined) ?? settings.columns,
  }
}

/**
 * Runs a command and turns whatever it throws into one sentence on standard error and an exit status: 1 for input that
 * can't be used and for a fault of ours, 2 for a wrong call or bad settings.
 */
export async function exitStatus(run: () => Promise<0 | 1>, stderr: Pick<Output, 'write'>): Promise<0 | 1 | 2> {
  try {
    return await run()
  } catch (error) {
    stderr.write(`${sentenceFor(error)}\n`)
    return error instanceof UsageError || error instanceof SettingsError ? 2 : 1
  }
}

/** What a person is told of an error, in one line and without its trace. */
export function sentenceFor(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error)
  const known =
    error instanceof InputError ||
    error instanceof StoreError ||
    error instanceof UsageError ||
    error instanceof SettingsError
  return printable(known ? message : `Something went wrong in Hearsay itself: ${message}`)
}

interface Pipe {
  on(event: 'error', then: (error: NodeJS.ErrnoException) => void): unknown
}

/**
 * Ends the process once its output can't be written to: quietly when nobody reads it any more, as after `| head -1`, with
 * a sentence and status 1 for anything else, as on a full disk.
 */
export function endWithOutput(...outputs: readonly Pipe[]): void {
  for (const output of outputs)
    output.on('error', (error) => {
      if (error.code === 'EPIPE') process.exit()
      // Standard error may be what is broken; then there is nobody left to tell.
      if (output !== process.stderr) process.stderr.write(`Expected an output that takes text, got ${error.message}.\n`)
      process.exit(1)
    })
}
