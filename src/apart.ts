import { parentPort, Worker } from 'node:worker_threads'

/** Work that is done in a thread of its own, for a process that must answer meanwhile. */
export interface Apart<Order, Result> {
  /** Rejects with the error's message where the work fails, and where the thread died or was closed. */
  readonly ask: (order: Order) => Promise<Result>
  readonly close: () => Promise<void>
}

export interface ApartOptions {
  /** The module that the thread runs; it calls {@link answerOrders}. */
  readonly module: URL
  /** What it does, as a sentence goes on after "The thread that". */
  readonly does: string
  /** Milliseconds without any answer after which the thread is given up, and with it what it was doing; 120,000 by default. */
  readonly patience?: number
  /** Milliseconds with nothing to do after which the thread ends and its memory is free; it stays where none is given. */
  readonly rest?: number
  /** Megabytes of the thread's young generation; the process's own where none is given. */
  readonly young?: number
}

interface Asked<Order> {
  readonly id: number
  readonly order: Order
}
type Delivery<Result> =
  | { readonly id: number; readonly result: Result }
  | { readonly id: number; readonly failed: string }

interface Waiting<Result> {
  readonly resolve: (result: Result) => void
  readonly reject: (error: Error) => void
}

/**
 * Nothing is started before the first order. The thread keeps no process alive while it has nothing to do, and a new one
 * takes its place when it died.
 */
export function openApart<Order, Result>(options: ApartOptions): Apart<Order, Result> {
  const { module, does, patience = 120_000, rest, young } = options
  const waiting = new Map<number, Waiting<Result>>()
  let worker: Worker | null = null
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
    if (waiting.size > 0)
      watch = setTimeout(() => giveUp(new Error(`The thread that ${does} took too long.`)), patience).unref()
    else {
      worker?.unref()
      if (rest !== undefined) watch = setTimeout(() => giveUp(new Error('Nothing is waiting.')), rest).unref()
    }
  }
  const start = (): Worker => {
    const thread = new Worker(
      module,
      young === undefined ? {} : { resourceLimits: { maxYoungGenerationSizeMb: young } },
    )
    const died = (error: Error) => thread === worker && giveUp(error)
    thread.on('error', died)
    thread.on('exit', () => died(new Error(`The thread that ${does} ended.`)))
    thread.on('message', (delivery: Delivery<Result>) => {
      const one = waiting.get(delivery.id)
      waiting.delete(delivery.id)
      if ('result' in delivery) one?.resolve(delivery.result)
      else one?.reject(new Error(delivery.failed))
      look()
    })
    return thread
  }
  return {
    ask: (order) =>
      new Promise((resolve, reject) => {
        worker ??= start()
        worker.ref()
        waiting.set(next, { resolve, reject })
        worker.postMessage({ id: next++, order } satisfies Asked<Order>)
        if (waiting.size === 1) look()
      }),
    close: async () => giveUp(new Error(`The thread that ${does} was closed.`)),
  }
}

/** In the thread: does what comes in, one order beside another where `deed` waits for something. */
export function answerOrders<Order, Result>(deed: (order: Order) => Promise<Result>): void {
  const port = parentPort
  if (!port) throw new Error('Expected to run as a worker thread; open it with openApart instead.')
  port.on('message', async ({ id, order }: Asked<Order>) => {
    try {
      port.postMessage({ id, result: await deed(order) } satisfies Delivery<Result>)
    } catch (error) {
      port.postMessage({
        id,
        failed: error instanceof Error ? error.message : String(error),
      } satisfies Delivery<Result>)
    }
  })
}
