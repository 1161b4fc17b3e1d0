import { parentPort } from 'node:worker_threads'
import type { Article, Attributed } from '../types.ts'
import { learnedEngine } from './engine.ts'

/** An article to read, with a number to tell the answers apart. */
export interface Order {
  readonly id: number
  readonly article: Article
}

/** What became of it. */
export type Delivery =
  | { readonly id: number; readonly attributed: Attributed }
  | { readonly id: number; readonly failed: string }

const port = parentPort
if (!port) throw new Error('Expected to run as a worker thread; open the engine in engine-apart.ts instead.')
const engine = learnedEngine()
port.on('message', async ({ id, article }: Order) => {
  try {
    port.postMessage({ id, attributed: await engine.attribute(article) } satisfies Delivery)
  } catch (error) {
    port.postMessage({ id, failed: error instanceof Error ? error.message : String(error) } satisfies Delivery)
  }
})
