import type { Claim, Source } from '../types.ts'

/** A source with mentions of either sort: proposed by an engine, or grounded. */
export type NamedSource = Source<{ readonly words: string }>

/** "X" or "X, via Y": who says it and through whom, the one nearest the source first. Never shortened. */
export function chainWords(source: NamedSource, via: readonly NamedSource[]): string {
  return [nameWords(source), ...via.map((passing) => `via ${nameWords(passing)}`)].join(', ')
}

/**
 * The source's name as it stands before a reader: with the article or possessive that it has where it speaks ("a former
 * officer", "the Harbour Ledger"), which the name itself leaves out.
 */
export function nameWords({ name, mentions }: NamedSource): string {
  if (name === 'unidentified') return "somebody the article doesn't identify"
  for (const { words } of mentions) {
    const [, determiner] = /^(an?|the|its|his|her|their)\s/i.exec(words) ?? []
    const rest = words.slice(determiner?.length ?? 0).trimStart()
    // "The Commission, citing pictures" mentions the Commission; "the Commissioner" doesn't.
    const isIt = rest.toLowerCase().startsWith(name.toLowerCase()) && !/^[\p{L}\p{N}'’-]/u.test(rest.slice(name.length))
    if (determiner && isIt) return `${determiner.toLowerCase()} ${name}`
  }
  return name
}

/** From how many sources on a drawing of who said what reads better than a list. */
const fewestDrawn = 3

/** Whether so many sources speak that a drawing of who said what helps. */
export function hasManySources(claims: readonly Claim[]): boolean {
  const names = claims.flatMap(({ source }) => (source ? nameWords(source) : []))
  return new Set(names).size >= fewestDrawn
}

const plurals =
  /^(?:people|police|children|women|men|we|they|both|some|several|many|most|others|all)$|(?:[^siu]s|ies|men|people)$/i
const numbers = /^(?:two|three|four|five|six|seven|eight|nine|ten|several|many|some|dozens|hundreds|both|\d+)$/i
// Where the head of the phrase ends: "people | familiar with the matter", "officials | in the ministry".
const tail =
  /,|\s(?:of|in|at|on|from|with|by|for|to|close|familiar|who|whose|that|near|inside|within|including|working|briefed|seen|obtained|reviewed|published|issued)\s/i
// A name of one body that ends in s, or a people's or party's name in the plural.
const groupName = /(?:crats|cans|ists|ians|eans|ers|ents|ials|ors|ites|tives)$/

/**
 * Whether the source takes a plural verb ("officials say", "Orla Benn and Tam Oye say"). Guessed from the name alone:
 * a capitalised name in s counts as one body unless it is the name of a people or a profession.
 */
export function isPlural(source: NamedSource): boolean {
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
