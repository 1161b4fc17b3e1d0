import type { Claim, Span } from '../types.ts'

/** A claim with the number that it has in the picture, from 1 in order of place. */
export interface Numbered {
  readonly claim: Claim
  readonly number: number
}

/** A stretch of the article within one paragraph, all of it in the passages of the same claims. */
export interface Piece {
  readonly span: Span
  /** The claims whose words it is, the shortest passage first; none between passages. */
  readonly claims: readonly Numbered[]
  /** Those whose passage begins here. */
  readonly begins: readonly Numbered[]
}

export interface Paragraph {
  readonly pieces: readonly Piece[]
  /** Those whose first passage begins here. */
  readonly claims: readonly Numbered[]
}

/** All claims, numbered in the order in which their passages begin. */
export function numbered(claims: readonly Claim[]): readonly Numbered[] {
  return [...claims]
    .sort((a, b) => startOf(a) - startOf(b) || endOf(b) - endOf(a))
    .map((claim, i) => ({ claim, number: i + 1 }))
}

/** Where the claim's first passage begins. */
export const startOf = ({ evidence }: Claim): number => evidence[0]?.span[0] ?? 0
const endOf = ({ evidence }: Claim): number => evidence[0]?.span[1] ?? 0

/**
 * The article's paragraphs, each in pieces that are or aren't a claim's words. Pieces that are marked cover exactly the
 * claims' evidence.
 *
 * @param end where to stop, in UTF-16 units of `text`
 */
export function paragraphsOf(text: string, claims: readonly Numbered[], end = text.length): readonly Paragraph[] {
  const passages = claims
    .flatMap((one) => one.claim.evidence.map(({ span }) => ({ span, one })))
    .filter(({ span }) => span[0] < end)
    .sort((a, b) => a.span[0] - b.span[0])
  let next = 0
  let open: typeof passages = []
  return blocks(text.slice(0, end)).map(([from, to]) => {
    while (next < passages.length && passages[next]!.span[0] < to) open.push(passages[next++]!)
    const here = open.filter(({ span }) => span[1] > from)
    open = here.filter(({ span }) => span[1] > to)
    const cuts = [...new Set([from, to, ...here.flatMap(({ span }) => span)])]
      .filter((at) => at >= from && at <= to)
      .sort((a, b) => a - b)
    const pieces = cuts.slice(1).map((until, i): Piece => {
      const at = cuts[i]!
      const covering = here
        .filter(({ span }) => span[0] <= at && span[1] >= until)
        .sort((a, b) => a.span[1] - a.span[0] - (b.span[1] - b.span[0]))
      return {
        span: [at, until],
        claims: [...new Set(covering.map(({ one }) => one))],
        begins: covering.filter(({ span }) => span[0] === at).map(({ one }) => one),
      }
    })
    const first = here.filter(({ span, one }) => span[0] >= from && span[0] === startOf(one.claim))
    return { pieces, claims: [...new Set(first.map(({ one }) => one))] }
  })
}

/** The paragraphs of a stretch, each cut to it. */
export function paragraphsWithin(text: string, claims: readonly Numbered[], [start, end]: Span): readonly Paragraph[] {
  return paragraphsOf(text, claims, end)
    .map(({ pieces, claims: own }) => ({
      claims: own.filter(({ claim }) => startOf(claim) >= start),
      pieces: pieces
        .filter(({ span }) => span[1] > start)
        .map((piece) => ({ ...piece, span: [Math.max(piece.span[0], start), piece.span[1]] as const })),
    }))
    .filter(({ pieces }) => pieces.length > 0)
}

function blocks(text: string): readonly Span[] {
  const found: Span[] = []
  let at = 0
  for (const gap of [...text.matchAll(/\n\s*\n/g), null]) {
    const end = gap ? gap.index : text.length
    if (end > at) found.push([at, end])
    at = gap ? end + gap[0].length : end
  }
  return found
}
