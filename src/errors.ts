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
