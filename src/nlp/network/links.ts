import type { Role, WordSpan } from './tags.ts'
import type { Window } from './windows.ts'

/** What a kind of link asks with, and what answers it: which cue a content has, which source a content or a cue has. */
export const kinds = [
  { asker: 'content', answer: 'cue', asks: 0, answers: 1 },
  { asker: 'content', answer: 'source', asks: 2, answers: 3 },
  { asker: 'cue', answer: 'source', asks: 4, answers: 5 },
] as const satisfies readonly { asker: Role; answer: Role; asks: number; answers: number }[]

/** The learned numbers that the links are scored with. */
export interface LinkWeights {
  /** For each kind the vector of "none of them". */
  readonly null: readonly (readonly number[])[]
  readonly nullBias: readonly number[]
  /** For each kind a score by the distance in words, see `bucket`. */
  readonly distance: readonly (readonly number[])[]
  /** How many numbers a projection has. */
  readonly linkDim: number
}

/** How likely each candidate is, as a logarithm; `null` stands for "none of them". */
export type Answers = ReadonlyMap<WordSpan | null, number>

/** A window's words with the projections that the network gave them, six of `dim` numbers one after another. */
export interface Projected {
  readonly window: Window
  readonly links: readonly Float32Array[]
}

/**
 * Who answers a span, among the candidates in its window.
 *
 * @param kind number in {@link kinds}
 */
export function answersTo(
  asker: WordSpan,
  candidates: readonly WordSpan[],
  kind: number,
  { window, links }: Projected,
  weights: LinkWeights,
): Answers {
  const { asks, answers } = kinds[kind]!
  const dim = weights.linkDim
  const root = Math.sqrt(dim)
  const vector = (span: WordSpan, projection: number): Float32Array => {
    const a = links[span.first - window.first]!
    const b = links[span.last - window.first]!
    const out = new Float32Array(dim)
    for (let i = 0; i < dim; i++) out[i] = (a[projection * dim + i]! + b[projection * dim + i]!) / 2
    return out
  }
  const question = vector(asker, asks)
  const scores: [WordSpan | null, number][] = [
    [null, dot(question, weights.null[kind]!) / root + weights.nullBias[kind]!],
  ]
  for (const candidate of candidates) {
    const near = weights.distance[kind]![bucket(candidate.first - asker.first, weights.distance[kind]!.length)]!
    scores.push([candidate, dot(question, vector(candidate, answers)) / root + near])
  }
  const top = Math.max(...scores.map(([, score]) => score))
  const total = top + Math.log(scores.reduce((sum, [, score]) => sum + Math.exp(score - top), 0))
  return new Map(scores.map(([span, score]) => [span, score - total]))
}

/** The row of the distance table: by powers of two, those before the asker in the second half. */
export function bucket(delta: number, count: number): number {
  const size = Math.min(Math.abs(delta).toString(2).length - (delta === 0 ? 1 : 0), count / 2 - 1)
  return delta >= 0 ? size : size + count / 2
}

function dot(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let sum = 0
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!
  return sum
}
