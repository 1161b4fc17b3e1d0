import { nameWords } from '../replies/source-words.ts'
import type { Claim } from '../types.ts'
import type { Numbered } from './passages.ts'

/** Who says it, as a note in the margin names them. */
export const whoOf = ({ source }: Claim): string => (source ? nameWords(source) : 'no source given')
/** Through whom, the one nearest the source first; '' for nobody. */
export const viaOf = ({ via }: Claim): string => via.map((one) => `via ${nameWords(one)}`).join(', ')

/** The same for claims of which one note can tell: those under one label by one source through the same. */
export const noteKey = (claim: Claim, more: readonly string[] = []): string =>
  JSON.stringify([claim.certainty, whoOf(claim), viaOf(claim), ...more])

/**
 * The claims, those together of which one note in the margin tells.
 *
 * @param more what else must be the same
 */
export const oneNote = (
  claims: readonly Numbered[],
  more: (claim: Claim) => readonly string[] = () => [],
): readonly (readonly Numbered[])[] => [...Map.groupBy(claims, ({ claim }) => noteKey(claim, more(claim))).values()]
