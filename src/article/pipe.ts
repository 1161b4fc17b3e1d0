import { constants, openSync } from 'node:fs'
import { Socket } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import { InputError } from '../errors.ts'

/** Milliseconds between two looks at a pipe that nobody has opened for writing yet. */
const between = 50

/**
 * The bytes of a named pipe as they are written, without ever waiting for them for longer than a bound: opening a pipe that
 * has no writer would wait for one for ever, and nothing could end that.
 *
 * @param patience milliseconds without a byte after which it is given up
 * @throws InputError for a pipe that nothing comes from in that time
 */
export async function* piecesOfPipe(path: string, patience = 10_000): AsyncGenerator<Buffer> {
  const end = Date.now() + patience
  let came = 0
  // Without a writer a pipe ends at once; one may be on its way.
  for (; came === 0; await pause(between)) {
    if (Date.now() > end) throw silent(path, patience)
    const fd = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK)
    const socket = new Socket({ fd, readable: true, writable: false })
    socket.setTimeout(patience, () => socket.destroy(silent(path, patience)))
    for await (const piece of socket) {
      came += piece.length
      yield piece
    }
  }
}

function silent(path: string, patience: number): InputError {
  return new InputError({
    expected: `something to be written to ${path}, which is a pipe, within ${patience / 1000} s`,
    got: 'nothing',
    advice: 'Write to it, or name a file',
  })
}
