const empty = new Set(['the', 'a', 'an', 'of', 'mr', 'ms', 'mrs', 'dr', 'sir'])

/** The words of a name that count: lower case, without articles, titles and the possessive. */
export function nameWords(name: string): readonly string[] {
  const words =
    name
      .toLowerCase()
      .replace(/[’']s\b/g, '')
      .match(/[\p{L}\p{N}]+/gu) ?? []
  return words.filter((word) => !empty.has(word))
}

/**
 * Whether two names are of one source. A shorter form of a name holds its last word: "Osk" is "Marit Osk",
 * but "Russia" isn't "Russia's prosecutor general".
 */
export function sameName(a: string, b: string): boolean {
  const [x, y] = [nameWords(a), nameWords(b)]
  const [short, long] = x.length <= y.length ? [x, y] : [y, x]
  const shared = short.filter((word) => long.includes(word)).length
  if (shared === 0) return false
  const contained = shared === short.length && short.includes(long.at(-1) ?? '') && long.length <= short.length + 4
  return contained || (shared > 1 && shared / (x.length + y.length - shared) >= 0.5)
}
