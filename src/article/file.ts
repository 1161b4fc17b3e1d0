import { createReadStream } from 'node:fs'
import { InputError } from '../errors.ts'

/** In bytes; a page, a file or a pasted text may be as large as this. */
export const mostBytes = 5 * 1024 * 1024

/**
 * The bytes of a file, at most one more than is allowed.
 *
 * @throws InputError for a file that isn't there or can't be opened
 */
export async function bytesOf(path: string): Promise<Uint8Array> {
  try {
    const pieces: Buffer[] = []
    // One byte more than is allowed tells a file that is too large; a pipe or a device may never end.
    for await (const piece of createReadStream(path, { end: mostBytes })) pieces.push(piece)
    return Buffer.concat(pieces)
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? ''
    const [got, advice] =
      code === 'ENOENT' || code === 'ENOTDIR'
        ? [`${path}, which isn't there`, 'Check the path']
        : code === 'EISDIR'
          ? [`${path}, which is a folder`, 'Name one file in it']
          : code === 'EACCES' || code === 'EPERM'
            ? [`${path}, which may not be opened`, 'Change its permissions, or copy it']
            : [`${path}, which can't be read (${code || String(error)})`, 'Check the file']
    throw new InputError({ expected: 'a file that can be read', got, advice }, { cause: error })
  }
}

/** @returns the error for what is larger than {@link mostBytes} */
export function tooLarge(): InputError {
  return new InputError({
    expected: `at most ${mostBytes / 1024 / 1024} MB`,
    got: 'more',
    advice: 'Cut it to the article, or paste the part you need',
  })
}
