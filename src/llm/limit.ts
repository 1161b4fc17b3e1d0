/**
 * Lets at most so many deeds run at the same time; the others wait for their turn, in order.
 *
 * @returns runs a deed when its turn has come, and settles as it does
 */
export function atMost(most: number): <T>(deed: () => Promise<T>) => Promise<T> {
  let running = 0
  const waiting: (() => void)[] = []
  return async (deed) => {
    if (running < most) running++
    else await new Promise<void>((resolve) => waiting.push(resolve))
    try {
      return await deed()
    } finally {
      // Whose turn is next takes over the place, so that nobody slips in between.
      const next = waiting.shift()
      if (next) next()
      else running--
    }
  }
}
