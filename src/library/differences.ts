import { sameName } from '../claims/same-name.ts'
import type { Certainty, Claim } from '../types.ts'
import type { Difference } from './types.ts'
import { telling, wordsOf } from './words.ts'

/** From this share of common words on, two claims say the same. */
const alike = 0.6
/** A word that stands in more claims than these finds no pair: a pair has others in common. */
const mostOften = 200

const soft: ReadonlySet<Certainty> = new Set(['alleged', 'open', 'attributed'])
const hard: ReadonlySet<Certainty> = new Set(['stated', 'confirmed'])
const order = ['hardened', 'source dropped', 'relabelled', 'added', 'removed'] as const

/**
 * What changed between two versions of one address. Claims are paired by the words they stand on or are put in, then by
 * source; figures that differ make another claim. Each pair gives one difference at most, the first that fits:
 * - hardened: alleged, left open or attributed before, stated or confirmed now, whoever says it
 * - source dropped: it had a source, or somebody who passed it on, and has none now
 * - relabelled: any other change of label
 *
 * What now has another source with the same label is a claim removed and one added; what is only worded otherwise is
 * no difference.
 *
 * @returns in that order, and in the article's order within a kind
 */
export function differences(before: readonly Claim[], after: readonly Claim[]): readonly Difference[] {
  const pairs = paired(before, after)
  const kept = new Set(pairs.keys())
  const found: Difference[] = []
  for (const claim of after) {
    const old = pairs.get(claim)
    if (!old) found.push({ kind: 'added', before: null, after: claim })
    else found.push(...between(old, claim))
  }
  const stayed = new Set([...kept].map((claim) => pairs.get(claim)))
  for (const claim of before) if (!stayed.has(claim)) found.push({ kind: 'removed', before: claim, after: null })
  return order.flatMap((kind) => found.filter((difference) => difference.kind === kind))
}

function between(before: Claim, after: Claim): readonly Difference[] {
  if (soft.has(before.certainty) && hard.has(after.certainty)) return [{ kind: 'hardened', before, after }]
  if ((before.source && !after.source) || (before.via.length > 0 && after.via.length === 0))
    return [{ kind: 'source dropped', before, after }]
  if (before.certainty !== after.certainty) return [{ kind: 'relabelled', before, after }]
  if (before.source && after.source && !sameSource(before, after))
    return [
      { kind: 'added', before: null, after },
      { kind: 'removed', before, after: null },
    ]
  return []
}

/** For each claim of the newer version the older one that says the same, each used once. */
function paired(before: readonly Claim[], after: readonly Claim[]): ReadonlyMap<Claim, Claim> {
  const pairs = new Map<Claim, Claim>()
  const used = new Set<Claim>()
  const pair = (now: Claim, then: Claim): void => {
    if (pairs.has(now) || used.has(then)) return
    pairs.set(now, then)
    used.add(then)
  }
  // Most of an article stays as it is; only the rest is worth comparing word by word.
  const unchanged = Map.groupBy(before, wholeOf)
  for (const now of after) {
    const then = unchanged.get(wholeOf(now))?.find((claim) => !used.has(claim))
    if (then) pair(now, then)
  }
  const byWord = new Map<string, Weighed[]>()
  for (const then of before.filter((claim) => !used.has(claim)).map(weighed))
    for (const word of then.all)
      byWord
        .set(word, byWord.get(word) ?? [])
        .get(word)!
        .push(then)
  const candidates = after
    .filter((claim) => !pairs.has(claim))
    .map(weighed)
    .flatMap((now) => {
      const others = [...now.all].map((word) => byWord.get(word) ?? []).filter(({ length }) => length <= mostOften)
      return [...new Set(others.flat())].map((then) => ({ now, then, score: likeness(now, then) }))
    })
  for (const { now, then, score } of candidates.sort((a, b) => b.score - a.score))
    if (score >= alike) pair(now.claim, then.claim)
  return pairs
}

const wholeOf = ({ evidence, source, certainty }: Claim): string =>
  JSON.stringify([evidence.map(({ words }) => words), source?.name.toLowerCase() ?? null, certainty])

interface Weighed {
  readonly claim: Claim
  readonly evidence: ReadonlySet<string>
  readonly text: ReadonlySet<string>
  readonly all: ReadonlySet<string>
  readonly figures: string
}

function weighed(claim: Claim): Weighed {
  const said = wordsOf(claim.evidence.map(({ words }) => words).join(' '))
  const evidence = new Set(telling(said))
  const text = new Set(telling(wordsOf(claim.text)))
  const figures = said.filter((word) => /^\p{N}/u.test(word))
  return { claim, evidence, text, all: new Set([...evidence, ...text]), figures: figures.sort().join(' ') }
}

// Above 1 for the same words of the same source with the same label, so that it is taken before all others.
function likeness(a: Weighed, b: Weighed): number {
  if (a.figures !== b.figures) return 0
  const wording = Math.max(share(a.evidence, b.evidence), share(a.text, b.text))
  if (wording < alike) return 0
  return wording + (sameSource(a.claim, b.claim) ? 0.2 : 0) + (a.claim.certainty === b.claim.certainty ? 0.1 : 0)
}

/** Dice's measure: 1 for the same words, 0 for none in common. */
const share = (a: ReadonlySet<string>, b: ReadonlySet<string>): number =>
  (2 * [...a].filter((word) => b.has(word)).length) / Math.max(a.size + b.size, 1)

function sameSource({ source: a }: Claim, { source: b }: Claim): boolean {
  if (!a || !b) return a === b
  return a.name.toLowerCase() === b.name.toLowerCase() || sameName(a.name, b.name)
}
