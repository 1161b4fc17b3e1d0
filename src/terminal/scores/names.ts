import { overlap, shared } from './overlap.ts'

const empty = new Set(['the', 'a', 'an', 'of', 'mr', 'ms', 'mrs', 'dr'])

/** A source, as far as the measure looks at it. */
export interface Named {
  readonly name?: string | null | undefined
}

/**
 * Whether two sources count as the same: half of the words of both names are shared, or one name is a shorter form of the
 * other and holds its last word. Two that have no name are the same: the article's own voice. This is the measure's own
 * rule, kept apart from the one the engine merges names by, so that a change there can't raise a figure.
 */
export function sameSource(a: Named | null | undefined, b: Named | null | undefined): boolean {
  if (!a?.name || !b?.name) return !a?.name && !b?.name
  const [x, y] = [wordsOf(a.name), wordsOf(b.name)]
  const [short, long] = x.size <= y.size ? [x, y] : [y, x]
  const both = shared(x, y)
  if (both === 0) return false
  const shortened = both === short.size && long.size <= short.size + 4 && short.has([...long].at(-1)!)
  return shortened || overlap(x, y) >= 0.5
}

/** Whether two chains have the same links in the same order. */
export function sameChain(a: readonly Named[] = [], b: readonly Named[] = []): boolean {
  return a.length === b.length && a.every((link, i) => sameSource(link, b[i]))
}

function wordsOf(name: string): ReadonlySet<string> {
  const words =
    name
      .toLowerCase()
      .replace(/[’']s\b/g, '')
      .match(/[\p{L}\p{N}]+/gu) ?? []
  return new Set(words.filter((word) => !empty.has(word)))
}
