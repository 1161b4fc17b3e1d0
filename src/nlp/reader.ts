import { Worker } from 'node:worker_threads'
import { modelFolder } from './model.ts'
import type { Reading } from './network/read.ts'
import type { Answer, Question } from './network/worker.ts'

/** The trained model in a thread of its own, so that nothing else waits while it reads. */
export interface Reader {
  /** Reads an article; articles are read one after another. Rejects when the thread died. */
  readonly read: (text: string) => Promise<Reading>
  readonly close: () => Promise<void>
}

/**
 * Opens the reader; it keeps no process alive.
 *
 * @param folder where the model lies
 * @throws {Error} when the model is missing, damaged, or can't run on this machine
 */
export function openReader(folder: string = modelFolder): Promise<Reader> {
  const worker = new Worker(new URL('./network/worker.ts', import.meta.url), {
    workerData: { folder },
    // Its heap holds one article's numbers at a time; room for young objects beyond this only delays their collection.
    resourceLimits: { maxYoungGenerationSizeMb: 12 },
  })
  const waiting = new Map<number, { resolve: (reading: Reading) => void; reject: (error: Error) => void }>()
  let next = 0
  let dead: Error | null = null
  const reader: Reader = {
    read: (text) =>
      new Promise((resolve, reject) => {
        if (dead) return reject(dead)
        worker.ref()
        waiting.set(next, { resolve, reject })
        worker.postMessage({ id: next++, text } satisfies Question)
      }),
    close: async () => void (await worker.terminate()),
  }
  return new Promise((resolve, reject) => {
    const die = (error: Error): void => {
      dead = error
      reject(error)
      for (const one of waiting.values()) one.reject(error)
      waiting.clear()
    }
    worker.on('error', die)
    worker.on('exit', () => die(new Error('The thread that reads with the trained model ended.')))
    worker.on('message', (answer: Answer) => {
      if ('ready' in answer) {
        worker.unref()
        resolve(reader)
      } else if ('broken' in answer) {
        die(new Error(answer.broken))
        worker.terminate()
      } else {
        const one = waiting.get(answer.id)
        waiting.delete(answer.id)
        if (waiting.size === 0) worker.unref()
        if ('reading' in answer) one?.resolve(answer.reading)
        else one?.reject(new Error(answer.failed))
      }
    })
  })
}
