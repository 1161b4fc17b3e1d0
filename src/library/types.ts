import type { Article, Certainty, Claim } from '../types.ts'

/**
 * What the library keeps, on one page. Everything belongs to a guild (a newsroom) and, within it, to the channel it was
 * added in: whoever can't see that channel must not learn that it exists.
 */

/** Where something is asked from: one guild, and the channels of it that whoever asks can view now. */
export interface Viewer {
  readonly guild: string
  readonly channels: ReadonlySet<string>
}

/** One text at its address, as it was read and broken down. */
export interface Version {
  /** Its `version` counts from 1 within its entry; `supersedes` is the id of the article before it. */
  readonly article: Article
  /** Through the evidence gate when they were stored and again when they were read back. */
  readonly claims: readonly Claim[]
  /** What was said about the reading: paywall, cut paste, boxes left out. */
  readonly remarks: readonly string[]
  readonly engine: string
  /** Who added it: a Discord user id, or "terminal". */
  readonly addedBy: string
  /** ISO 8601. */
  readonly addedAt: string
  /** The link to the message it came from or was answered with, or null. */
  readonly link: string | null
}

/** One article of the library: an address, or a text without one, in one channel. One aggregate, one key. */
export interface Entry {
  /** Ten characters, derived from channel and address (or text). */
  readonly id: string
  readonly guild: string
  readonly channel: string
  /** In order; at least one. */
  readonly versions: readonly Version[]
}

/** What is to be kept; the library gives it its id, its version and its place. */
export interface Addition {
  readonly guild: string
  readonly channel: string
  readonly version: Version
}

/** A change between two versions of one address. */
export interface Difference {
  readonly kind: 'hardened' | 'source dropped' | 'relabelled' | 'added' | 'removed'
  readonly before: Claim | null
  readonly after: Claim | null
}

/** What became of an addition. */
export interface Added {
  readonly entry: Entry
  /** `new`: first at its address; `version`: another text at a known one; `known`: the very text was there already. */
  readonly outcome: 'new' | 'version' | 'known'
  /** For `version`: against the version before, hardened and dropped sources first. Else empty. */
  readonly differences: readonly Difference[]
}

/** What `/who` asks. */
export interface Question {
  /** Words to be found in claim, evidence, headline or the names of who says it; empty for none. */
  readonly words: string
  /** Words, or beginnings of words, in the name of who says it or passes it on. */
  readonly source?: string
  /** Part of a headline, an entry's id or an address. */
  readonly article?: string
  readonly label?: Certainty
  /** ISO 8601: added then or later. */
  readonly since?: string
  /** From 0. */
  readonly page: number
  /** How many a page, 1 to 25. */
  readonly size: number
}

/** One claim that answers a question, of the newest version of its entry. */
export interface Found {
  readonly entry: Entry
  readonly version: Version
  readonly claim: Claim
}

export interface FoundPage {
  readonly found: readonly Found[]
  /** Of all pages. */
  readonly total: number
}

/** A source of the library with how much it says. */
export interface Counted {
  readonly name: string
  readonly claims: number
  readonly articles: number
}

/** A headline or a claim to choose from while somebody types. */
export interface Suggestion {
  readonly entry: string
  /** Null for the whole article. */
  readonly claim: string | null
  /** The headline, or the article's first words. Never a claim's own text alone. */
  readonly title: string
  readonly outlet: string | null
  readonly addedAt: string
}

/** Claims per guild: kept, found, and shown only to who may see them. Every method may reject with `StoreError`. */
export interface Library {
  /** Keeps a breakdown; the same text at its address isn't kept twice, another text there is its next version. */
  readonly add: (addition: Addition) => Promise<Added>
  /**
   * The newest entry with this very text, in its newest version, that the viewer can see, in whatever channel; null for
   * none.
   */
  readonly sameText: (viewer: Viewer, contentHash: string) => Promise<Entry | null>
  /** An entry by its id, or by a claim's; null where there is none or it may not be seen: both look the same. */
  readonly entry: (viewer: Viewer, id: string) => Promise<Entry | null>
  /** A claim of a newest version, by its id, or by entry and id ("entry/claim"): two entries may have the same id. */
  readonly claim: (viewer: Viewer, claimId: string) => Promise<Found | null>
  /** The best first: all words, then most of them. At most 100 ms (p95) over 250,000 claims. */
  readonly who: (viewer: Viewer, question: Question) => Promise<FoundPage>
  /** Who says most, at most `size` of them, and how many sources there are; whom no article identifies isn't one. */
  readonly sources: (
    viewer: Viewer,
    page: number,
    size: number,
  ) => Promise<{ readonly sources: readonly Counted[]; readonly total: number }>
  /** At most 25: a claim whose id begins so, headlines with these words or beginnings of words; the newest first when empty. */
  readonly suggest: (viewer: Viewer, typed: string) => Promise<readonly Suggestion[]>
  /** The newest entries first. */
  readonly articles: (
    viewer: Viewer,
    page: number,
    size: number,
  ) => Promise<{ readonly entries: readonly Entry[]; readonly total: number }>
  /** The channels of a guild in which anything was added, for asking who may view them. */
  readonly channels: (guild: string) => Promise<readonly string[]>
  readonly counts: (viewer: Viewer) => Promise<{ readonly articles: number; readonly claims: number }>
  /** Replaces the link of an entry's newest version, once its answer has been posted. */
  readonly linkTo: (guild: string, entry: string, link: string) => Promise<void>
  readonly remove: (guild: string, entry: string) => Promise<boolean>
  /** All of a guild, when the bot was removed from it; all of a channel, when that was deleted. */
  readonly forgetGuild: (guild: string) => Promise<number>
  readonly forgetChannel: (guild: string, channel: string) => Promise<number>
  readonly close: () => Promise<void>
}
