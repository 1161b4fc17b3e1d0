/** Does something so often, one after another. Gives milliseconds each; a deed that gives a number measured itself. */
export async function times(count: number, deed: (i: number) => Promise<unknown>): Promise<readonly number[]> {
  const taken: number[] = []
  for (let i = 0; i < count; i++) {
    const before = performance.now()
    const own = await deed(i)
    taken.push(typeof own === 'number' ? own : performance.now() - before)
  }
  return taken
}

/** A line with median, 95th percentile and longest of some milliseconds. */
export function timed(name: string, taken: readonly number[]): string {
  const sorted = [...taken].sort((a, b) => a - b)
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
  return line(name, ...[at(0.5), at(0.95), at(1)].map((one) => `${one.toFixed(1)} ms`))
}

/** A name and its cells. */
export const line = (name: string, ...cells: readonly string[]): string =>
  `${name.padEnd(27)}${cells.map((cell) => cell.padStart(14)).join('')}\n`
