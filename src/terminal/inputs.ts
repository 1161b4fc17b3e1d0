import { type Reading, readBytes, readFile, readLink } from '../article/read.ts'
import { InputError } from '../errors.ts'
import type { Article } from '../types.ts'
import type { Console } from './console.ts'

/** What stands for standard input on the command line. */
export const standardInput = '-'

// As much as any other text may have; see the reading of files.
const mostBytes = 5 * 1024 * 1024
/** In milliseconds. */
const patience = 3000
/** In UTF-16 units; some 8,000 words, which a slow machine takes ten seconds for. */
const longText = 50_000
/** In UTF-16 units; a novel of 170,000 words, which takes minutes. */
const longestText = 1_000_000

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

/**
 * Checks that a text can be broken down within minutes, and says on a terminal that a long one takes its time.
 *
 * @throws InputError for a text that is longer than any article
 */
export function checkLength({ text }: Article, { stderr, drawsProgress }: Console): void {
  if (text.length > longestText)
    throw new InputError({
      expected: `a text of at most ${longestText.toLocaleString('en')} characters to break down`,
      got: `one of ${text.length.toLocaleString('en')}`,
      advice: 'Cut it to the article, or into parts',
    })
  if (!drawsProgress || text.length < longText) return
  stderr.write(`A long text of ${text.length.toLocaleString('en')} characters; this can take a minute or more.\n`)
}

/**
 * The bytes of standard input. It is said what is waited for: at once on a terminal, and where else nothing comes for a
 * while, since a command that waits for a silent pipe looks like one that hangs.
 */
export async function* openStdin({ stdin, stderr }: Console, awaited: string): AsyncGenerator<Buffer> {
  if (stdin.isTTY) stderr.write(`Waiting for ${awaited}; end it with Enter and Ctrl-D.\n`)
  const note = stdin.isTTY
    ? undefined
    : setTimeout(() => stderr.write(`Waiting for ${awaited} on standard input.\n`), patience)
  try {
    for await (const piece of stdin) {
      clearTimeout(note)
      yield Buffer.from(piece)
    }
  } finally {
    clearTimeout(note)
  }
}

async function readAll(console: Console): Promise<Uint8Array> {
  const pieces: Buffer[] = []
  let size = 0
  for await (const piece of openStdin(console, 'the text of an article')) {
    pieces.push(piece)
    size += piece.length
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
