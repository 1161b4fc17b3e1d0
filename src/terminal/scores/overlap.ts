import type { Span } from '../../types.ts'

const mark = /\S/

/** Offsets of the characters that the spans cover, white space left out; what lies beyond the text isn't counted. */
export function charactersIn(text: string, spans: readonly Span[] = []): ReadonlySet<number> {
  const covered = new Set<number>()
  for (const [start, end] of spans)
    for (let i = start; i < end && i < text.length; i++) if (mark.test(text[i]!)) covered.add(i)
  return covered
}

/**
 * Each unbroken stretch of the spans as a key of its first and last character that isn't white space: spans that touch, or
 * have only white space between them, are one. The unit of the published exact scores on PolNeAR.
 */
export function stretchesIn(text: string, spans: readonly Span[] = []): readonly string[] {
  const merged: [number, number][] = []
  for (const [start, end] of [...spans].sort((a, b) => a[0] - b[0])) {
    const last = merged.at(-1)
    if (last && !mark.test(text.slice(last[1], start))) last[1] = Math.max(last[1], end)
    else merged.push([start, end])
  }
  return merged.flatMap(([from, to]) => {
    const words = text.slice(from, to)
    const start = from + words.length - words.trimStart().length
    const end = start + words.trim().length
    return end > start ? [`${start}-${end}`] : []
  })
}

/** How many members two sets share. */
export function shared<T>(a: ReadonlySet<T>, b: ReadonlySet<T>): number {
  let count = 0
  for (const one of a) if (b.has(one)) count++
  return count
}

/** Shared members among all of both: 0 … 1, and 0 for two empty sets. */
export function overlap<T>(a: ReadonlySet<T>, b: ReadonlySet<T>): number {
  const both = shared(a, b)
  const all = a.size + b.size - both
  return all === 0 ? 0 : both / all
}

/** Below this, two stretches of text aren't the same thing found. */
export const enough = 0.5

/** Pairs gold with answers, one to one: the best first, of equals the first in order; none below {@link enough}. */
export function matched<Gold, Answer>(
  gold: readonly Gold[],
  answers: readonly Answer[],
  nearness: (gold: Gold, answer: Answer) => number,
): readonly (readonly [Gold, Answer])[] {
  const near = gold.flatMap((g, i) =>
    answers.flatMap((a, j) => {
      const score = nearness(g, a)
      return score >= enough ? [{ score, i, j }] : []
    }),
  )
  near.sort((a, b) => b.score - a.score)
  const taken = { gold: new Set<number>(), answers: new Set<number>() }
  return near.flatMap(({ i, j }) => {
    if (taken.gold.has(i) || taken.answers.has(j)) return []
    taken.gold.add(i)
    taken.answers.add(j)
    return [[gold[i]!, answers[j]!] as const]
  })
}
