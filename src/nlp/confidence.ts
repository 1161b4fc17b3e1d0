import type { Certainty, Source } from '../types.ts'
import type { Relation } from './relation.ts'

/**
 * How often a source was right among the 1,654 contents of attributions-dev that the network found, by what it said of the
 * link itself: `[its mean probability, share that was right]`, eight bins, neighbours joined where the share fell. Between
 * two points a straight line; below 0.6 there was one link only, so the line there is drawn by hand.
 */
const links: readonly (readonly [number, number])[] = [
  [0, 0.2],
  [0.646, 0.44],
  [0.866, 0.77],
  [0.95, 0.79],
  [0.99, 0.9],
  [1, 0.96],
]
/** How often a label was right among the 195 claims of claims-dev that were found, each count with one of either added. */
const labels: Readonly<Record<Certainty, number>> = {
  denied: 0.67,
  alleged: 0.85,
  open: 0.62,
  confirmed: 0.75,
  attributed: 0.89,
  stated: 0.97,
}
// Set by hand: what the rules find beside the network is too little on the development sets to count.
const ruled = { sure: 0.9, other: 0.8 }
const unidentified = 0.35

/**
 * The engine's own estimate that the source and the label of a claim are right, calibrated on development data; the model
 * card says how well.
 *
 * @param relation who says it, or null for the article's own voice
 * @returns 0 … 1
 */
export function confidenceOf(relation: Relation | null, source: Source | null, certainty: Certainty): number {
  if (!relation) return labels[certainty]
  if (!source || source.name === 'unidentified') return unidentified
  const link =
    relation.sure === undefined
      ? /^(?:according-to|closing-tag|speaker-turn)$/.test(relation.rule)
        ? ruled.sure
        : ruled.other
      : along(links, relation.sure)
  return Math.round(link * labels[certainty] * 1000) / 1000
}

function along(points: readonly (readonly [number, number])[], at: number): number {
  const right = points.findIndex(([x]) => x >= at)
  const [x1, y1] = points[Math.max(1, right)]!
  const [x0, y0] = points[Math.max(1, right) - 1]!
  return y0 + ((y1 - y0) * (at - x0)) / (x1 - x0)
}
