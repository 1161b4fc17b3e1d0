import type { Entry, Version } from '../../library/types.ts'

/** Of one article: what is shown, and to whom. */
export interface Shown {
  readonly entry: Entry
  readonly version: Version
  /** Whose taps are answered. */
  readonly user: string
  /** Whether it may be posted for everybody where it is shown: never elsewhere than in its own channel. */
  readonly shareable: boolean
}
