import type { Attribution, Source } from '../types.ts'

/**
 * The pieces of a long article are read apart, so one may know only "Brandeis" where another gives "Oskar Brandeis". A
 * single-word name becomes the longer one that ends in it, where there is exactly one such name in the article.
 */
export function withFullestNames(attributions: readonly Attribution[]): readonly Attribution[] {
  const sources = attributions.flatMap(({ source, via }) => [...(source ? [source] : []), ...via])
  const names = [...new Set(sources.filter(({ named }) => named).map(({ name }) => name))]
  const fullest = new Map<string, string>()
  for (const name of names.filter((one) => /^\p{Lu}[\p{L}’'-]*$/u.test(one))) {
    const longer = names.filter((one) => one.endsWith(` ${name}`))
    if (longer.length === 1) fullest.set(name, longer[0]!)
  }
  const full = (source: Source): Source => ({ ...source, name: fullest.get(source.name) ?? source.name })
  return attributions.map((one) => ({ ...one, source: one.source && full(one.source), via: one.via.map(full) }))
}
