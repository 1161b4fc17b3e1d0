import type { Certainty, Source } from '../types.ts'
import type { Relation } from './relation.ts'

/**
 * How often a source was right on the development articles of the attribution corpus, by what the network itself said of
 * the link: `[its probability, share that was right]`. Between two points a straight line.
 */
const links: readonly (readonly [number, number])[] = [
  [0, 0.3],
  [0.5, 0.55],
  [0.8, 0.75],
  [0.95, 0.88],
  [1, 0.95],
]
/** The same of the label, by label, on the development claims. */
const labels: Readonly<Record<Certainty, number>> = {
  denied: 0.8,
  alleged: 0.9,
  open: 0.65,
  confirmed: 0.75,
  attributed: 0.92,
  stated: 0.95,
}
/** Rules that look at marks and fixed phrases, and the others. */
const ruled = { sure: 0.9, other: 0.8 }

/**
 * The engine's own estimate that the source and the label of a claim are right, calibrated on development data; the model
 * card says how well.
 *
 * @param relation who says it, or null for the article's own voice
 * @returns 0 … 1
 */
export function confidenceOf(relation: Relation | null, source: Source | null, certainty: Certainty): number {
  if (!relation) return labels[certainty]
  if (!source || source.name === 'unidentified') return 0.35
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
