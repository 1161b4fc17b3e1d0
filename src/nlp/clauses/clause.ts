import type { Range } from '../noun-phrases.ts'

/** How a clause hangs on its host. */
export type ClauseKind = 'main' | 'coordinate' | 'relative' | 'participle' | 'adverbial' | 'apposition'

/** A stretch of a sentence that could be true or false on its own. */
export interface Clause {
  /** Token numbers; more than one when something was inserted into it. Without its comma, conjunction or "who". */
  readonly ranges: readonly Range[]
  readonly kind: ClauseKind
  /** The clause it hangs on, for a subject it doesn't have itself; null for the first. */
  readonly host: Clause | null
}

/** Where another clause begins: the host's words stop at `at`, its own begin at `from`. */
export interface Boundary {
  readonly at: number
  readonly from: number
  readonly kind: ClauseKind
}
