const bins = 10

/** What was believed of a thing, 0 … 1, and whether it was so. */
export interface Belief {
  readonly confidence: number
  readonly right: boolean
}

/**
 * The expected calibration error: in each of ten equal bins of confidence, how far the mean confidence lies from the
 * share that was right, weighed by how many beliefs the bin holds. 0 is perfect; 0 where there are none.
 */
export function calibrationError(beliefs: readonly Belief[]): number {
  const byBin = Map.groupBy(beliefs, ({ confidence }) => Math.min(bins - 1, Math.floor(confidence * bins)))
  let error = 0
  for (const inBin of byBin.values()) {
    const believed = inBin.reduce((sum, { confidence }) => sum + confidence, 0)
    error += Math.abs(believed - inBin.filter(({ right }) => right).length)
  }
  return beliefs.length === 0 ? 0 : error / beliefs.length
}
