import { type Reading, readBytes, readFile, readLink } from '../article/read.ts'
import { InputError } from '../errors.ts'
import type { Console } from './console.ts'

/** What stands for standard input on the command line. */
export const standardInput = '-'

// As much as any other text may have; see the reading of files.
const mostBytes = 5 * 1024 * 1024

/**
 * Reads what a person named on the command line: a link, a file, or `-` for standard input.
 *
 * @throws InputError or FetchError, as the reading does
 */
export async function readInput(named: string, console: Console): Promise<Reading> {
  if (named === standardInput) return readBytes(await readAll(console))
  // Whatever has a scheme is meant as a link, also one that can't be fetched: it is told why.
  return /^[a-z][a-z0-9+.-]*:\/\//i.test(named) ? readLink(named) : readFile(named)
}

/** Standard input; on a terminal, where nothing seems to happen otherwise, it is said what is waited for. */
export function openStdin({ stdin, stderr }: Console, awaited: string): Console['stdin'] {
  if (stdin.isTTY) stderr.write(`Waiting for ${awaited}; end it with Enter and Ctrl-D.\n`)
  return stdin
}

async function readAll(console: Console): Promise<Uint8Array> {
  const pieces: Buffer[] = []
  let size = 0
  for await (const piece of openStdin(console, 'the text of an article')) {
    pieces.push(Buffer.from(piece))
    size += pieces.at(-1)!.length
    if (size > mostBytes) break
  }
  if (size === 0)
    throw new InputError({
      expected: 'an article on standard input',
      got: 'nothing',
      advice: 'Pipe a text in, or name a file or a link',
    })
  return Buffer.concat(pieces)
}
