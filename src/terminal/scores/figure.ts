/** One figure of a set. Rounded to three decimals only when it is written or shown. */
export interface Figure {
  readonly name: string
  /** F1 where there are precision and recall. */
  readonly value: number
  readonly precision?: number
  readonly recall?: number
  /** For errors: a smaller one is a gain. */
  readonly lowerIsBetter?: true
}

/** What came out of one set. */
export interface Scores {
  /** How much was scored, by what is counted: articles, claims. */
  readonly counts: Readonly<Record<string, number>>
  readonly figures: readonly Figure[]
  /** Kinds of wrong labels with how often they came: "stated taken for open". */
  readonly labelErrors?: Readonly<Record<string, number>>
}

/** A gold line's answers and those of the engine, for one text. */
export interface Pair<Gold, Answer> {
  readonly text: string
  readonly gold: Gold
  readonly answer: Answer
}

/** A share of two counts, 0 where there is nothing to share. */
export const ratio = (part: number, whole: number): number => (whole === 0 ? 0 : part / whole)

/** Counts that give precision and recall. */
export interface Tally {
  right: number
  given: number
  wanted: number
}

export const tally = (): Tally => ({ right: 0, given: 0, wanted: 0 })

/** Precision, recall and F1, their harmonic mean, as one figure. */
export function f1(name: string, { right, given, wanted }: Tally): Figure {
  const precision = ratio(right, given)
  const recall = ratio(right, wanted)
  return { name, value: ratio(2 * precision * recall, precision + recall), precision, recall }
}
