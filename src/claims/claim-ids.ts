import { createHash } from 'node:crypto'

// No vowels and no look-alikes: an id read aloud or typed from a phone is neither a word nor mistaken.
const alphabet = '23456789bcdfghjkmnpqrstvwxz'
const shortest = 4

/**
 * Ids for the claims of one article: short, quotable in chat, and the same as long as the words are the same, whatever
 * claims are added or go around them and however they come to be labelled.
 *
 * @param articleId the article's id, so that the same words in two articles have two ids
 * @param evidence for each claim the words it stands on, in order of place
 * @returns as many ids as claims, all different; four characters, longer only where two would be the same
 */
export function claimIds(articleId: string, evidence: readonly string[]): readonly string[] {
  const taken = new Set<string>()
  const seen = new Map<string, number>()
  return evidence.map((words) => {
    const repeat = seen.get(words) ?? 0
    seen.set(words, repeat + 1)
    const long = letters(`${articleId}\n${words.replace(/\s+/g, ' ')}\n${repeat}`)
    let length = shortest
    while (taken.has(long.slice(0, length)) && length < long.length) length++
    const id = long.slice(0, length)
    taken.add(id)
    return id
  })
}

/** The SHA-256 of a text in this alphabet, some 54 letters; any beginning of it serves as an id. */
export function letters(text: string): string {
  let number = BigInt(`0x${createHash('sha256').update(text).digest('hex')}`)
  const base = BigInt(alphabet.length)
  let out = ''
  while (number > 0n) {
    out += alphabet[Number(number % base)]
    number /= base
  }
  return out
}
