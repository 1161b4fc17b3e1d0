/**
 * The data model on one page. Every offset is a UTF-16 code unit of the article's `text`,
 * so `text.slice(start, end)` is exactly what a reader sees quoted.
 */

/** `[start, end)` in UTF-16 code units of an article's `text`. */
export type Span = readonly [start: number, end: number]

/** What sort of text it is; decides whose voice the text's own voice is. Guessed, shown, changeable. */
export type ArticleKind = 'news' | 'release' | 'statement' | 'transcript' | 'opinion' | 'live'

/** A text as it was read. Cleaned once, in `article/`, and never changed after. */
export interface Article {
  /** Short, derived from the text (and address), the same for the same input. */
  readonly id: string
  readonly kind: ArticleKind
  /** Headline, or null when none was found. Not repeated in `text`. */
  readonly title: string | null
  readonly outlet: string | null
  readonly byline: string | null
  readonly url: string | null
  /** ISO 8601 date or date-time as the page gives it, or null. */
  readonly publishedAt: string | null
  /** ISO 8601 date-time of the fetch, or null for text that wasn't fetched. */
  readonly fetchedAt: string | null
  /** Plain text, paragraphs separated by one blank line. */
  readonly text: string
  /** SHA-256 of `text`, hex. */
  readonly contentHash: string
  /** 1 for the first text seen at an address, counting up. */
  readonly version: number
  /** Id of the version before this one, or null. */
  readonly supersedes: string | null
  readonly addedBy: string | null
  readonly addedIn: string | null
  readonly addedAt: string | null
}

/** The six labels, in the order of precedence: the first that fits is taken. */
export const certainties = ['denied', 'alleged', 'open', 'confirmed', 'attributed', 'stated'] as const
export type Certainty = (typeof certainties)[number]

/** In whose words: all within quotation marks, none, some, or the article's own voice (then `source` is null). */
export type Speech = 'direct' | 'indirect' | 'mixed' | 'none'

export const sourceKinds = ['official', 'party', 'organisation', 'person', 'media', 'document', 'anonymous'] as const
export type SourceKind = (typeof sourceKinds)[number]

/** Words that an engine says stand at `start`. A proposal: only the evidence gate turns it into {@link Evidence}. */
export interface Words {
  readonly words: string
  /** Where the engine believes they begin; -1 when it doesn't know. */
  readonly start: number
}

/** Who asserts something, or passes it on. `M` is how its mentions are held: proposed or grounded. */
export interface Source<M = Words> {
  /** The fullest form the article gives; "unidentified" when a pronoun can't be resolved. */
  readonly name: string
  /** What the article says of them ("Chief Ukrainian Delegate"), or null. */
  readonly role: string | null
  readonly kind: SourceKind
  /** True for a person, institution, unique office or document that can be identified. */
  readonly named: boolean
  /** The places that name them for this claim, nearest to the cue first. */
  readonly mentions: readonly M[]
}

/** One thing that could be true or false, within an attribution. */
export interface Proposition {
  /** Readable on its own: frame removed, pronouns and dates resolved where the article lets us. */
  readonly text: string
  readonly evidence: readonly Words[]
  /** The hedge or verb that decides this proposition's label, where it isn't the attribution's own cue. */
  readonly cue: Words | null
  readonly certainty: Certainty
  /** -3 … +3: how far the article commits to the event having happened. */
  readonly factuality: number
  /** Whom an accusation is against, or null. */
  readonly about: string | null
}

/**
 * Somebody said something, as an engine read it: source, cue and content as in PolNeAR, with the propositions that
 * the content holds. The article's own voice is an attribution without a source. Can't be stored or shown as a claim.
 */
export interface Attribution {
  readonly source: Source | null
  /** The words that name the source where it speaks ("he"); empty when there are none. */
  readonly sourceWords: readonly Words[]
  /** The reporting verb or phrase, in one or more pieces; empty for the article's own voice. */
  readonly cue: readonly Words[]
  /** All that is attributed, in one or more pieces, quotation marks included. */
  readonly content: readonly Words[]
  /** Who passes it on, from the one nearest the source outward. */
  readonly via: readonly Source[]
  readonly speech: Speech
  readonly propositions: readonly Proposition[]
  /** Name of the rule that found it ("according-to"), or of the model. */
  readonly rule: string
  /** 0 … 1: the engine's own estimate that source and certainty are right. */
  readonly confidence: number
}

/** Words that are there: `words === article.text.slice(...span)`. Made by `claims/ground.ts` only. */
export interface Evidence {
  readonly span: Span
  readonly words: string
  readonly [grounded]: true
}

/** What the target of an accusation says of it in the article. */
export type Answer = 'denies' | 'declines' | 'no immediate comment' | "couldn't be reached" | 'none in the article'

declare const grounded: unique symbol

/** One attributed claim whose words stand in the article. Made by `claims/ground.ts` only: nothing else type-checks. */
export interface Claim {
  /** Short and quotable in chat, stable for the life of the article. */
  readonly id: string
  readonly articleId: string
  /** Never shown alone: `replies/sentence.ts` renders it with its label and source. */
  readonly text: string
  /** One or more stretches of the article that state it, in order of place. */
  readonly evidence: readonly Evidence[]
  /** The reporting verb or hedge nearest the source, or null. */
  readonly cue: Evidence | null
  /** Who asserts it, or null for the article's own voice. */
  readonly source: Source<Evidence> | null
  readonly via: readonly Source<Evidence>[]
  readonly speech: Speech
  readonly certainty: Certainty
  /** Whom an accusation is against, or null. */
  readonly about: string | null
  /** For an accusation, what its target says in the article; null for anything else. */
  readonly answer: Answer | null
  /** -3 … +3. */
  readonly factuality: number
  /** 0 … 1. */
  readonly confidence: number
  readonly rule: string
  readonly [grounded]: true
}

/** A proposition that was turned away at the evidence gate, and why. */
export interface Rejection {
  readonly words: string
  readonly reason: 'not in the article' | 'empty'
}

/** Turns an article into attributions. Both engines have this one shape, so nothing after them asks which one spoke. */
export interface Engine {
  /** Who reads; after a reading, who read last. Whoever shows who read an article takes the name beside its attributions. */
  readonly name: string
  attribute(article: Article): Promise<Attributed>
}

/** What an engine read in one article. */
export interface Attributed {
  readonly attributions: readonly Attribution[]
  /** Who read this article: where a model was away, what read in its place, and why. */
  readonly engine: string
}

/** All that came of one article. */
export interface Breakdown {
  readonly article: Article
  readonly claims: readonly Claim[]
  readonly attributions: readonly Attribution[]
  readonly rejected: readonly Rejection[]
  /** Sentences that gave no claim, in order of place. */
  readonly unclaimed: readonly Span[]
  readonly engine: string
}
