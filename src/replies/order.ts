import type { Certainty, Claim } from '../types.ts'
import { nameWords } from './source-words.ts'

// Allegations first, with whom they are against.
const order: readonly Certainty[] = ['alleged', 'denied', 'open', 'confirmed', 'attributed', 'stated']

/** The claims in the order in which a desk reads them: by label, then by source, then by place. */
export function inOrder(claims: readonly Claim[]): readonly Claim[] {
  const first = new Map<string, number>()
  for (const [i, claim] of claims.entries()) if (!first.has(whoOf(claim))) first.set(whoOf(claim), i)
  return claims
    .map((claim, place) => ({ claim, place }))
    .sort(
      (a, b) =>
        order.indexOf(a.claim.certainty) - order.indexOf(b.claim.certainty) ||
        first.get(whoOf(a.claim))! - first.get(whoOf(b.claim))! ||
        a.place - b.place,
    )
    .map(({ claim }) => claim)
}

const whoOf = ({ source }: Claim): string => (source ? nameWords(source) : '')
