let last: Promise<unknown> = Promise.resolve()

/**
 * Waits for one's turn: one waiter goes on in each round of the event loop. What follows a first answer (a search, a
 * page) waits so, that the first answers of others, who have three seconds, are never behind it.
 */
export function inTurn(): Promise<void> {
  const turn = last.then(() => new Promise<void>((done) => setImmediate(done)))
  last = turn
  return turn
}
