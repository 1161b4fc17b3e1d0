import type { Source } from '../types.ts'

/** "X" or "X, via Y": who says it and through whom, the one nearest the source first. Never shortened. */
export function chainWords(source: Source<unknown>, via: readonly Source<unknown>[]): string {
  return [nameWords(source), ...via.map((passing) => `via ${nameWords(passing)}`)].join(', ')
}

/** The source's name as it stands before a reader. */
export function nameWords(source: Source<unknown>): string {
  return source.name === 'unidentified' ? "somebody the article doesn't identify" : source.name
}

const plurals =
  /^(?:people|police|children|women|men|we|they|both|some|several|many|most|others|all)$|(?:[^siu]s|ies|men|people)$/i
const numbers = /^(?:two|three|four|five|six|seven|eight|nine|ten|several|many|some|dozens|hundreds|both|\d+)$/i
// Where the head of the phrase ends: "people | familiar with the matter", "officials | in the ministry".
const tail =
  /,|\s(?:of|in|at|on|from|with|by|for|to|close|familiar|who|whose|that|near|inside|within|including|working|briefed)\s/i
// A name of one body that ends in s, or a people's or party's name in the plural.
const groupName = /(?:crats|cans|ists|ians|eans|ers|ents|ials|ors|ites|tives)$/

/**
 * Whether the source takes a plural verb ("officials say", "Orla Benn and Tam Oye say"). Guessed from the name alone:
 * a capitalised name in s counts as one body unless it is the name of a people or a profession.
 */
export function isPlural(source: Source<unknown>): boolean {
  if (source.kind === 'media' || source.name === 'unidentified') return false
  const head = (source.name.split(tail)[0] ?? '').trim()
  const words = head.split(/\s+/)
  const last = words.at(-1) ?? ''
  if (/\sand\s/i.test(head) && !/\b(?:Ministry|Department|Office|Commission|Committee|Agency)\b/.test(source.name)) {
    return source.kind === 'person' || source.kind === 'official' ? source.named : true
  }
  if (numbers.test(words[0] ?? '')) return true
  return /^\p{Lu}/u.test(last) ? groupName.test(last) && source.kind !== 'organisation' : plurals.test(last)
}
