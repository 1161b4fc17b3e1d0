import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { InputError } from '../errors.ts'
import { piecesOfPipe } from './pipe.ts'

/** In bytes; a page, a file or a pasted text may be as large as this. */
export const mostBytes = 5 * 1024 * 1024

/**
 * The bytes of a file, at most one more than is allowed.
 *
 * @throws InputError for a file that isn't there or can't be opened
 */
export async function bytesOf(path: string, most = mostBytes): Promise<Uint8Array> {
  const pieces: Buffer[] = []
  let length = 0
  // One byte more than is allowed tells a file that is too large; a pipe or a device may never end.
  for await (const piece of piecesOf(path)) {
    pieces.push(piece)
    length += piece.length
    if (length > most) break
  }
  return Buffer.concat(pieces).subarray(0, most + 1)
}

/**
 * The bytes of a file as they are read.
 *
 * @throws InputError for a file that isn't there or can't be opened, and for a pipe that nobody writes to
 */
export async function* piecesOf(path: string): AsyncGenerator<Buffer> {
  try {
    yield* (await stat(path)).isFIFO() ? piecesOfPipe(path) : createReadStream(path)
  } catch (error) {
    throw error instanceof InputError ? error : unreadable(path, error)
  }
}

function unreadable(path: string, error: unknown): InputError {
  const code = (error as NodeJS.ErrnoException).code ?? ''
  const [got, advice] =
    code === 'ENOENT' || code === 'ENOTDIR'
      ? [`${path}, which isn't there`, 'Check the path; a link starts with http:// or https://']
      : code === 'EISDIR'
        ? [`${path}, which is a folder`, 'Name one file in it']
        : code === 'EACCES' || code === 'EPERM'
          ? [`${path}, which may not be opened`, 'Change its permissions, or copy it']
          : [`${path}, which can't be read (${code || String(error)})`, 'Check the file']
  return new InputError({ expected: 'a file that can be read', got, advice }, { cause: error })
}

/** @returns the error for what is larger than {@link mostBytes} */
export function tooLarge(): InputError {
  return new InputError({
    expected: `at most ${mostBytes / 1024 / 1024} MB`,
    got: 'more',
    advice: 'Cut it to the article, or paste the part you need',
  })
}
