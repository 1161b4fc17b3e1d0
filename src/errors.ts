/**
 * The error classes. A message says what was expected, what came and what to do, in sentences a reporter can read;
 * it never holds a secret or the body of an article.
 */

/** Something a person gave that can't be used: an empty text, a page without an article, a locked PDF. Exit status 1. */
export class InputError extends Error {
  override readonly name = 'InputError'
  readonly expected: string
  readonly got: string
  readonly advice: string

  /** Each part is a fragment without a full stop: "Expected {expected}, got {got}. {advice}." */
  constructor(parts: { expected: string; got: string; advice: string }, options?: ErrorOptions) {
    super(`Expected ${parts.expected}, got ${parts.got}. ${parts.advice}.`, options)
    this.expected = parts.expected
    this.got = parts.got
    this.advice = parts.advice
  }
}

/** A link that couldn't or mustn't be fetched. `reason` is for programs, the message for people. Exit status 1. */
export class FetchError extends InputError {
  readonly reason: 'address' | 'scheme' | 'port' | 'redirects' | 'status' | 'timeout' | 'size' | 'type' | 'network'

  constructor(
    reason: FetchError['reason'],
    parts: { expected: string; got: string; advice: string },
    options?: ErrorOptions,
  ) {
    super(parts, options)
    this.reason = reason
  }
}

/** The command was called wrongly: an unknown option, a missing argument. Exit status 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
}

/** One or more settings are missing or bad; the message names every one of them. Exit status 2. */
export class SettingsError extends Error {
  override readonly name = 'SettingsError'
}

/**
 * The library's store couldn't be opened, read or written; what was stored before stands. Its message names the kind of
 * store and its place (a file, or a host without user and password), never more of an address. Exit status 1.
 */
export class StoreError extends Error {
  override readonly name = 'StoreError'
  readonly kind: StoreKind
  /** A file, or host and port. */
  readonly place: string

  /** `problem` and `advice` are fragments without a full stop: "{kind} at {place}: {problem}. {advice}." */
  constructor(parts: { kind: StoreKind; place: string; problem: string; advice: string }, options?: ErrorOptions) {
    super(`${parts.kind} at ${parts.place}: ${parts.problem}. ${parts.advice}.`, options)
    this.kind = parts.kind
    this.place = parts.place
  }
}

/** What keeps the library, or finds things in it. */
export type StoreKind = 'SQLite' | 'Redis' | 'PostgreSQL' | 'Search index'
