import type { Span } from '../types.ts'

/** Who said what, as a rule found it in the text: places only, nothing resolved yet. */
export interface Relation {
  /** The rule's name. */
  readonly rule: string
  /** Index of the sentence in which the cue stands. */
  readonly sentence: number
  /** The words that name the source there, or null when it isn't named. */
  readonly source: Span | null
  readonly cue: readonly Span[]
  /** In order of place, quotation marks included. */
  readonly content: readonly Span[]
  /** Dictionary form of the cue's main word ("say", "according to"). */
  readonly lemma: string
  /** What follows the cue, as `readFrame` names it; "closing" when the content came first. */
  readonly frame: string
  readonly passive: boolean
  /** Whom it was told, or null. */
  readonly recipient: Span | null
  /** Who passes it on, when another is cited: "the Courier, quoting a diplomat". */
  readonly passedOn?: Span
  /** How likely the source is the right one by the trained model, 0 … 1; absent where a rule found it. */
  readonly sure?: number
}
