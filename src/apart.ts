import { type ChildProcess, fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { parentPort, Worker } from 'node:worker_threads'

/** Work that is done elsewhere, for a process that must answer meanwhile. */
export interface Apart<Order, Result> {
  /** Rejects with the error's message where the work fails, and where what does it died or was closed. */
  readonly ask: (order: Order) => Promise<Result>
  /** Resolves once it has ended. What is asked afterwards is rejected. */
  readonly close: () => Promise<void>
}

export interface ApartOptions {
  /** The module that does it; it calls {@link answerOrders}. */
  readonly module: URL
  /** Who does it, as a sentence begins: "The thread that reads articles". */
  readonly who: string
  /**
   * A thread shares the memory of this process, and with it its end; what draws with code that isn't JavaScript, or wants
   * another heap than ours, gets a process of its own.
   */
  readonly as: 'thread' | 'process'
  /** Milliseconds without any answer after which it is given up, and with it what it was doing; 120,000 by default. */
  readonly patience?: number
  /** Milliseconds with nothing to do after which it ends and its memory is free; it stays where none is given. */
  readonly rest?: number
}

interface Asked<Order> {
  readonly id: number
  readonly order: Order
}
type Delivery<Result> =
  | { readonly id: number; readonly result: Result }
  | { readonly id: number; readonly failed: Failed }

/** An error as it goes over: where it comes from is what a log tells of it. */
interface Failed {
  readonly name: string
  readonly message: string
  readonly stack: string
  readonly code?: unknown
}

interface Waiting<Result> {
  readonly resolve: (result: Result) => void
  readonly reject: (error: Error) => void
}

/** A thread or a process, as far as both are the same. */
interface Doer {
  /** Throws what can't be sent. */
  readonly send: (message: object) => void
  readonly end: () => Promise<unknown>
  /** Whether it keeps this process alive. */
  readonly hold: (hold: boolean) => void
}

/**
 * Nothing is started before the first order. It keeps no process alive while it has nothing to do, and another takes its
 * place when it died.
 */
export function openApart<Order, Result>(options: ApartOptions): Apart<Order, Result> {
  const { who, patience = 120_000, rest } = options
  const waiting = new Map<number, Waiting<Result>>()
  let doer: Doer | null = null
  let next = 0
  let watch: NodeJS.Timeout | undefined
  let closed = false
  let ending: Promise<unknown> = Promise.resolve()

  const giveUp = async (error: Error): Promise<void> => {
    const dead = doer
    doer = null
    clearTimeout(watch)
    for (const one of waiting.values()) one.reject(error)
    waiting.clear()
    if (dead) ending = Promise.all([ending, dead.end()])
    await ending
  }
  const look = (): void => {
    clearTimeout(watch)
    if (waiting.size > 0) watch = setTimeout(() => void giveUp(told(`${who} took too long`)), patience).unref()
    else {
      doer?.hold(false)
      if (rest !== undefined) watch = setTimeout(() => void giveUp(new Error('Nothing is waiting.')), rest).unref()
    }
  }
  const start = (): Doer => {
    const own: Doer = (options.as === 'thread' ? thread : child)(options.module, {
      died: (how) => {
        if (own === doer) void giveUp(told(`${who} ended (${how})`))
      },
      delivered: (message) => {
        const delivery = message as Delivery<Result>
        const one = waiting.get(delivery.id)
        waiting.delete(delivery.id)
        if ('result' in delivery) one?.resolve(delivery.result)
        else one?.reject(Object.assign(new Error(delivery.failed.message), delivery.failed))
        if (own === doer) look()
      },
    })
    return own
  }
  return {
    ask: (order) =>
      new Promise((resolve, reject) => {
        if (closed) return reject(new Error(`${who} was closed.`))
        doer ??= start()
        const id = next++
        try {
          doer.send({ id, order } satisfies Asked<Order>)
        } catch (error) {
          // What can't be sent isn't waited for.
          if (waiting.size === 0) look()
          return reject(error)
        }
        doer.hold(true)
        waiting.set(id, { resolve, reject })
        if (waiting.size === 1) look()
      }),
    close: async () => {
      closed = true
      await giveUp(new Error(`${who} was closed.`))
    },
  }
}

// Without the words of an order, so that a log may have it whole.
const told = (what: string): Error => Object.assign(new Error(`${what}.`), { code: what })

interface Events {
  /** @param how "exit status 1", "SIGKILL", or an error's code: nothing of what it worked on. */
  readonly died: (how: string) => void
  readonly delivered: (message: unknown) => void
}

function thread(module: URL, { died, delivered }: Events): Doer {
  const worker = new Worker(module)
  worker.on('error', (error) => died(String((error as { code?: unknown }).code ?? error.name)))
  worker.on('exit', (status) => died(`exit status ${status}`))
  worker.on('message', delivered)
  return {
    send: (message) => worker.postMessage(message),
    end: () => worker.terminate(),
    hold: (hold) => (hold ? worker.ref() : worker.unref()),
  }
}

function child(module: URL, { died, delivered }: Events): Doer {
  // Node's own flags aren't handed on; bytes go over as they are.
  const started: ChildProcess = fork(fileURLToPath(module), {
    execArgv: [],
    serialization: 'advanced',
    // Why it can't start is told where errors are.
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  const over = new Promise((resolve) => {
    started.once('exit', resolve)
    started.once('error', resolve)
  })
  started.on('error', (error) => died((error as NodeJS.ErrnoException).code ?? error.name))
  started.on('exit', (status, signal) => died(signal ?? `exit status ${status}`))
  started.on('message', delivered)
  return {
    // Where it is gone, its exit tells so.
    send: (message) => void started.send(message, () => {}),
    end: () => {
      started.kill('SIGKILL')
      return over
    },
    hold: (hold) => {
      const channel = started.channel
      if (hold) {
        started.ref()
        channel?.ref()
      } else {
        started.unref()
        channel?.unref()
      }
    },
  }
}

/** In the thread or process: does what comes in, one order beside another where `deed` waits for something. */
export function answerOrders<Order, Result>(deed: (order: Order) => Promise<Result>): void {
  const port = parentPort
  const deliver = async ({ id, order }: Asked<Order>, send: (delivery: Delivery<Result>) => void): Promise<void> => {
    try {
      send({ id, result: await deed(order) })
    } catch (error) {
      const { name, message, stack = '', code } = (error instanceof Error ? error : new Error(String(error))) as Failed
      send({ id, failed: { name, message, stack, ...(code === undefined ? {} : { code }) } })
    }
  }
  if (port) port.on('message', (asked: Asked<Order>) => void deliver(asked, (delivery) => port.postMessage(delivery)))
  else if (process.send) {
    process.on('message', (asked: Asked<Order>) => void deliver(asked, (delivery) => void process.send?.(delivery)))
    // Whoever asked is gone.
    process.on('disconnect', () => process.exit())
  } else throw new Error('Expected to run as a thread or a process apart; open it with openApart instead.')
}
