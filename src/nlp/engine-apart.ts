import { Worker } from 'node:worker_threads'
import type { Attributed, Engine } from '../types.ts'
import type { Delivery, Order } from './thread.ts'

/** The offline engine in a thread of its own, for a process that must answer meanwhile. */
export interface EngineApart extends Engine {
  readonly close: () => Promise<void>
}

interface Waiting {
  readonly resolve: (attributed: Attributed) => void
  readonly reject: (error: Error) => void
}

/**
 * The offline engine, rules and all, in a thread: no heartbeat waits for a long article. The thread is started with the
 * first article, keeps no process alive while it has nothing to do, and a new one takes its place when it died.
 *
 * @param patience milliseconds without any answer after which the thread is given up, and with it what it was reading
 */
export function engineApart(patience = 120_000): EngineApart {
  const waiting = new Map<number, Waiting>()
  let worker: Worker | null = null
  let name = 'offline model and rules'
  let next = 0
  let watch: NodeJS.Timeout | undefined

  const giveUp = (error: Error): void => {
    const dead = worker
    worker = null
    clearTimeout(watch)
    for (const one of waiting.values()) one.reject(error)
    waiting.clear()
    void dead?.terminate()
  }
  const look = (): void => {
    clearTimeout(watch)
    if (waiting.size === 0) worker?.unref()
    else watch = setTimeout(() => giveUp(new Error('Reading this article took too long.')), patience).unref()
  }
  const start = (): Worker => {
    const thread = new Worker(new URL('./thread.ts', import.meta.url))
    const died = (error: Error) => thread === worker && giveUp(error)
    thread.on('error', died)
    thread.on('exit', () => died(new Error('The thread that reads articles ended.')))
    thread.on('message', (delivery: Delivery) => {
      const one = waiting.get(delivery.id)
      waiting.delete(delivery.id)
      if ('attributed' in delivery) {
        name = delivery.attributed.engine
        one?.resolve(delivery.attributed)
      } else one?.reject(new Error(delivery.failed))
      look()
    })
    return thread
  }
  return {
    get name() {
      return name
    },
    attribute: (article) =>
      new Promise((resolve, reject) => {
        worker ??= start()
        worker.ref()
        waiting.set(next, { resolve, reject })
        worker.postMessage({ id: next++, article } satisfies Order)
        if (waiting.size === 1) look()
      }),
    close: async () => giveUp(new Error('The engine was closed.')),
  }
}
