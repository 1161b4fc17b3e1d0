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
  /** Those with a passage here that stands in no paragraph before it. */
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
 * claims' evidence. A passage that began before the stretch begins with it.
 *
 * @param stretch in UTF-16 units of `text`; all of it where none is given
 */
export function paragraphsOf(
  text: string,
  claims: readonly Numbered[],
  [start, end]: Span = [0, text.length],
): readonly Paragraph[] {
  const passages = passagesWithin(claims, [start, end])
  const noted = new Set<Numbered>()
  let next = 0
  let open: typeof passages = []
  return blocks(text.slice(start, end)).map(([blockFrom, blockTo]) => {
    const [from, to] = [start + blockFrom, start + blockTo]
    const begun = passages.slice(next, firstFrom(passages, to, next))
    next += begun.length
    const here = [...open, ...begun].filter(({ span }) => span[1] > from)
    open = here.filter(({ span }) => span[1] > to)
    const fresh = new Set(here.flatMap(({ one }) => (noted.has(one) ? [] : one)))
    for (const one of fresh) noted.add(one)
    // What began between two paragraphs begins with the second.
    const beginsAt = ({ span, one }: Passage): number => (fresh.has(one) ? Math.max(span[0], from) : span[0])
    return { pieces: piecesOf(here, beginsAt, [from, to]), claims: [...fresh] }
  })
}

/** A claim's passage, as much of it as lies within a stretch. */
export interface Passage {
  readonly span: Span
  readonly one: Numbered
}

/** All passages of a stretch, in order of place. */
export const passagesWithin = (claims: readonly Numbered[], [start, end]: Span): readonly Passage[] =>
  claims
    .flatMap((one) =>
      one.claim.evidence.map(
        ({ span }): Passage => ({ span: [Math.max(span[0], start), Math.min(span[1], end)], one }),
      ),
    )
    .filter(({ span }) => span[0] < span[1])
    .sort((a, b) => a.span[0] - b.span[0])

function firstFrom(passages: readonly Passage[], at: number, next: number): number {
  let index = next
  while (index < passages.length && passages[index]!.span[0] < at) index++
  return index
}

function piecesOf(here: readonly Passage[], beginsAt: (one: Passage) => number, [from, to]: Span): readonly Piece[] {
  const cuts = [...new Set([from, to, ...here.flatMap(({ span }) => span)])]
    .filter((at) => at >= from && at <= to)
    .sort((a, b) => a - b)
  return cuts.slice(1).map((until, i): Piece => {
    const at = cuts[i]!
    const covering = here
      .filter(({ span }) => span[0] <= at && span[1] >= until)
      .sort((a, b) => a.span[1] - a.span[0] - (b.span[1] - b.span[0]))
    return {
      span: [at, until],
      claims: [...new Set(covering.map(({ one }) => one))],
      begins: covering.filter((passage) => beginsAt(passage) === at).map(({ one }) => one),
    }
  })
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
