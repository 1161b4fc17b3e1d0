import { parentPort, workerData } from 'node:worker_threads'
import { openModel } from '../model.ts'
import { type Reading, readWith } from './read.ts'

/** What the worker is asked: an article's text, with a number to tell the answers apart. */
export interface Question {
  readonly id: number
  readonly text: string
}

/** What it answers: ready, failed to open, a reading, or why one failed. */
export type Answer =
  | { readonly ready: true }
  | { readonly broken: string }
  | { readonly id: number; readonly reading: Reading }
  | { readonly id: number; readonly failed: string }

const port = parentPort
if (!port) throw new Error('Expected to run as a worker thread; open the reader instead.')
const say = (answer: Answer): void => port.postMessage(answer)

try {
  const machine = await openModel(workerData.folder)
  say({ ready: true })
  // One article after another: two at once would only share the same two cores.
  let queue = Promise.resolve()
  port.on('message', ({ id, text }: Question) => {
    queue = queue.then(async () => {
      try {
        say({ id, reading: await readWith(text, machine) })
      } catch (error) {
        say({ id, failed: error instanceof Error ? error.message : String(error) })
      }
    })
  })
} catch (error) {
  say({ broken: error instanceof Error ? error.message : String(error) })
}
