import { type Pair, ratio, type Scores } from './figure.ts'

/**
 * Scores values of events, -3 … +3, in the order of the events: the mean absolute error and Pearson's r over all events
 * of the set. An event without a value counts as 0.
 */
export function scoreFactuality(pairs: readonly Pair<readonly number[], readonly (number | undefined)[]>[]): Scores {
  const wanted = pairs.flatMap(({ gold }) => gold)
  const given = pairs.flatMap(({ gold, answer }) => gold.map((_, i) => answer[i] ?? 0))
  const [wantedMean, givenMean] = [mean(wanted), mean(given)]
  const together = wanted.reduce((sum, x, i) => sum + (x - wantedMean) * (given[i]! - givenMean), 0)
  return {
    counts: { texts: pairs.length, events: wanted.length },
    figures: [
      { name: 'mean absolute error', value: mean(wanted.map((x, i) => Math.abs(x - given[i]!))), lowerIsBetter: true },
      { name: 'Pearson’s r', value: ratio(together, spread(wanted, wantedMean) * spread(given, givenMean)) },
    ],
  }
}

const mean = (values: readonly number[]): number =>
  ratio(
    values.reduce((a, b) => a + b, 0),
    values.length,
  )

const spread = (values: readonly number[], around: number): number =>
  Math.sqrt(values.reduce((sum, x) => sum + (x - around) ** 2, 0))
