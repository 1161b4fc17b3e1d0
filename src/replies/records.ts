import type { Breakdown, Claim } from '../types.ts'
import { sentenceOf } from './sentence.ts'

/** A claim for a program: all its fields and, since its `text` never goes out alone, the sentence a reader is shown. */
export function claimRecord(claim: Claim): Claim & { readonly sentence: string } {
  return { ...claim, sentence: sentenceOf(claim) }
}

/** A breakdown for a program, ready for `JSON.stringify`; `remarks` are those of the reading. */
export function breakdownRecord(breakdown: Breakdown, remarks: readonly string[]) {
  const { article, claims, attributions, rejected, unclaimed, engine } = breakdown
  return { article, claims: claims.map(claimRecord), attributions, rejected, unclaimed, engine, remarks }
}
