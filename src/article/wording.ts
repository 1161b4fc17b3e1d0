/** Pieces that the patterns for a page's wording are put together from. Patterns are meant for one trimmed line of text. */

/** Signs that may stand before the first word. No quotation marks: what is quoted is somebody's words. */
export const lead = '[\\s>*•▶►→|(\\[_–—-]*'

/** @returns a pattern for any of some pieces of pattern */
export function any(...pieces: readonly string[]): string {
  return `(?:${pieces.join('|')})`
}

/** @returns a pattern that the line starts with one of the pieces, capitals and small letters alike */
export function starting(...pieces: readonly string[]): RegExp {
  return new RegExp(`^${lead}${any(...pieces)}`, 'iu')
}

/** @returns a pattern that the line is one of the pieces and nothing else but signs */
export function whole(...pieces: readonly string[]): RegExp {
  return new RegExp(`^${lead}${any(...pieces)}\\s*[:.…»>)\\]|]*$`, 'iu')
}

/** Whether a line tells what somebody said: then a phrase such as "join us" is part of the news. */
export function isReporting(text: string): boolean {
  return /[“”"„«]|\b(?:said|says|told|added|announced|according to|warned|asked|urged)\b/i.test(text)
}

/** One sort of line that stands around an article. */
export interface Line {
  /** The longest that a line of this sort is, in characters; longer ones are text. */
  readonly upTo: number
  readonly like: RegExp
  /** Only where the line doesn't tell what somebody said. */
  readonly unlessReporting?: true
}
