import { openApart } from '../apart.ts'
import type { Article, Attributed, Engine } from '../types.ts'

/** The offline engine in a thread of its own, for a process that must answer meanwhile. */
export interface EngineApart extends Engine {
  readonly close: () => Promise<void>
}

/**
 * The offline engine, rules and all, in a thread: no heartbeat waits for a long article.
 *
 * @param patience milliseconds without any answer after which the thread is given up, and with it what it was reading
 */
export function engineApart(patience?: number): EngineApart {
  const { ask, close } = openApart<Article, Attributed>({
    module: new URL('./thread.ts', import.meta.url),
    who: 'The thread that reads articles',
    as: 'thread',
    ...(patience === undefined ? {} : { patience }),
  })
  let name = 'offline model and rules'
  return {
    get name() {
      return name
    },
    attribute: async (article) => {
      const attributed = await ask(article)
      name = attributed.engine
      return attributed
    },
    close,
  }
}
