import learned from '../lexicon/factuality-weights.json' with { type: 'json' }
import type { Features } from './features.ts'

const weights: ReadonlyMap<string, number> = new Map(Object.entries(learned.weights))
// Both numbers below were chosen by cross-validation on the training sentences.
// Sentences that deny are few, so the fit is timid there: where the rules read a denial, this is their share.
const shareOfRules = 0.3
// People read a plain assertion as 3; a fit that hedges its errors stays below. From the first value on, the scale is
// stretched so that the second reads 3.
const stretch = { from: 2.4, full: 2.75 }

/** The factuality of an event with these features: -3 … +3, to two decimals. */
export function scoreOf(features: Features): number {
  let sum = learned.intercept
  for (const [name, value] of features) sum += (weights.get(name) ?? 0) * value
  const ruled = features.get('rules') ?? 0
  if (ruled < 0) sum += shareOfRules * (3 * ruled - sum)
  if (sum > stretch.from)
    sum = stretch.from + ((sum - stretch.from) * (3 - stretch.from)) / (stretch.full - stretch.from)
  // An adverb is too rare for the fit to weigh, and plain: what it leaves is the most that there can be.
  const most = 3 * (features.get('hedged') ?? 1)
  return Math.round(Math.max(-3, Math.min(most, sum)) * 100) / 100
}
