import { type Certainty, certainties, type SourceKind } from '../types.ts'

/** How a label stands before a reader. */
export interface Label {
  /** The words of `claims.md`; "fact", "confirmed" and "open" never stand alone. */
  readonly words: string
  /** A shape that tells the labels apart without colour; neither a tick nor a cross, which would read as a verdict. */
  readonly mark: string
  /** Number in the 256-colour palette of terminals; no red and no green, and readable on dark and on light. */
  readonly colour: number
}

/** Each label's words, mark and colour. */
export const labels: Readonly<Record<Certainty, Label>> = {
  denied: { words: 'Denied', mark: '▼', colour: 133 },
  alleged: { words: 'Alleged', mark: '▲', colour: 178 },
  open: { words: 'Left open', mark: '○', colour: 38 },
  confirmed: { words: 'Confirmed by a source', mark: '◆', colour: 62 },
  attributed: { words: 'Attributed', mark: '●', colour: 137 },
  stated: { words: 'Stated as fact', mark: '■', colour: 245 },
}

/** What each kind of source is called before a reader. */
export const sourceKindWords: Readonly<Record<SourceKind, string>> = {
  official: 'official',
  party: 'party to it',
  organisation: 'organisation',
  person: 'person',
  media: 'media',
  document: 'document',
  anonymous: 'identity withheld',
}

/** How many claims carry each label, in the labels' own order, those that occur only. */
export function countLabels(
  claims: readonly { readonly certainty: Certainty }[],
): readonly (readonly [Certainty, number])[] {
  return certainties
    .map((certainty) => [certainty, claims.filter((claim) => claim.certainty === certainty).length] as const)
    .filter(([, count]) => count > 0)
}
