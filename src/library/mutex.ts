/** Runs what is given for a key after all that was given for it before; other keys don't wait. */
export type Mutex = <Value>(key: string, work: () => Promise<Value>) => Promise<Value>

/** A queue per key, so that reading, changing and writing one value is never done by two at once in this process. */
export function mutex(): Mutex {
  const last = new Map<string, Promise<unknown>>()
  return (key, work) => {
    const run = (last.get(key) ?? Promise.resolve()).then(work, work)
    const settled = run.then(
      () => {},
      () => {},
    )
    last.set(key, settled)
    settled.then(() => last.get(key) === settled && last.delete(key))
    return run
  }
}
