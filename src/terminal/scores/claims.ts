import { type Certainty, certainties, type Span } from '../../types.ts'
import { type Belief, calibrationError } from './calibration.ts'
import { type Figure, f1, type Pair, ratio, type Scores, type Tally, tally } from './figure.ts'
import { type Named, sameChain, sameSource } from './names.ts'
import { charactersIn, enough, matched, overlap } from './overlap.ts'

/** A claim as far as it is scored. What the gold leaves out isn't scored for it. */
export interface ScoredClaim {
  readonly evidence: readonly Span[]
  readonly source: (Named & { readonly kind?: string | undefined; readonly named?: boolean | undefined }) | null
  readonly via?: readonly Named[] | undefined
  readonly certainty: Certainty
  readonly speech?: string | undefined
  readonly text?: string | undefined
  /** Of an answer: that source and certainty are right, 0 … 1. */
  readonly confidence?: number | undefined
}

type Covering = ScoredClaim & { readonly characters: ReadonlySet<number> }

/**
 * Scores whole claims: found (half of the characters of both), with source and label, chains, the mean of the labels, the
 * wording, and the same by character, which doesn't depend on where claims end.
 */
export function scoreClaims(pairs: readonly Pair<readonly ScoredClaim[], readonly ScoredClaim[]>[]): Scores {
  const [found, strict, chains, wording, covered, bothLabels] = [tally(), tally(), tally(), tally(), tally(), tally()]
  const labels = new Map(certainties.map((certainty) => [certainty, tally()]))
  const details = { speech: tally(), kind: tally(), named: tally() }
  const [sources, certain] = [tally(), tally()]
  const errors = new Map<string, number>()
  const beliefs: Belief[] = []
  for (const { text, gold, answer } of pairs) {
    const covering = (claim: ScoredClaim): Covering => ({ ...claim, characters: charactersIn(text, claim.evidence) })
    const [wanted, given] = [gold.map(covering), answer.map(covering)]
    for (const [claims, side] of [
      [wanted, 'wanted'],
      [given, 'given'],
    ] as const) {
      for (const one of [found, strict]) one[side] += claims.length
      for (const { certainty } of claims) labels.get(certainty)![side]++
      chains[side] += claims.filter(({ via }) => via?.length).length
    }
    for (const [g, a] of matched(wanted, given, nearness)) {
      const source = sameSource(g.source, a.source)
      const certainty = g.certainty === a.certainty
      found.right++
      count(sources, source)
      count(certain, certainty)
      beliefs.push({ confidence: a.confidence ?? 0, right: source && certainty })
      if (source && certainty) strict.right++
      if (source && certainty) labels.get(g.certainty)!.right++
      if (g.via?.length && source && sameChain(g.via, a.via)) chains.right++
      if (g.speech !== undefined) count(details.speech, g.speech === a.speech)
      if (g.source?.kind !== undefined) count(details.kind, g.source.kind === a.source?.kind)
      if (g.source?.named !== undefined) count(details.named, g.source.named === a.source?.named)
      countWords(wording, g.text, a.text)
      if (certainty) continue
      const error = `${g.certainty} taken for ${a.certainty}`
      errors.set(error, (errors.get(error) ?? 0) + 1)
    }
    const [goldClaims, answered] = [painted(wanted), painted(given)]
    covered.wanted += goldClaims.size
    covered.given += answered.size
    for (const [at, g] of goldClaims) {
      const a = answered.get(at)
      if (!a) continue
      covered.right++
      if (sameSource(g.source, a.source) && g.certainty === a.certainty) bothLabels.right++
    }
  }
  const byLabel = [...labels].filter(([, { wanted }]) => wanted > 0).map(([label, of]) => f1(`label ${label}`, of))
  return {
    counts: { articles: pairs.length, claims: found.wanted },
    figures: [
      f1('claims found', found),
      f1('claim, source and label', strict),
      f1('chains with their source', chains),
      {
        name: 'mean of labels',
        value: ratio(
          byLabel.reduce((sum, { value }) => sum + value, 0),
          byLabel.length,
        ),
      },
      ...byLabel,
      f1('wording of the claims found', wording),
      f1('characters in claims', covered),
      f1('characters with both labels', { ...bothLabels, given: covered.given, wanted: covered.wanted }),
      share('source right, of those found', sources),
      share('label right, of those found', certain),
      share('speech right, of those found', details.speech),
      share('kind right, of those found', details.kind),
      share('named right, of those found', details.named),
      { name: 'calibration error', value: calibrationError(beliefs), lowerIsBetter: true },
    ],
    labelErrors: Object.fromEntries([...errors].sort(([x, n], [y, m]) => m - n || (x < y ? -1 : 1))),
  }
}

// Where two overlap as much, the one with the right label and source is meant.
function nearness(gold: Covering, answer: Covering): number {
  const near = overlap(gold.characters, answer.characters)
  const agreed = Number(gold.certainty === answer.certainty) + Number(sameSource(gold.source, answer.source))
  return near >= enough ? near + 1e-6 * agreed : 0
}

/** Each character with its claim; the shorter claim where one lies within another. */
function painted(claims: readonly Covering[]): ReadonlyMap<number, Covering> {
  const owners = new Map<number, Covering>()
  for (const claim of claims.toSorted((a, b) => b.characters.size - a.characters.size))
    for (const at of claim.characters) owners.set(at, claim)
  return owners
}

function countWords(into: Tally, gold = '', answer = ''): void {
  const [wanted, given] = [bagOf(gold), bagOf(answer)]
  for (const [word, times] of wanted) {
    into.right += Math.min(times, given.get(word) ?? 0)
    into.wanted += times
  }
  for (const times of given.values()) into.given += times
}

function bagOf(words: string): ReadonlyMap<string, number> {
  const bag = new Map<string, number>()
  for (const word of words.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []) bag.set(word, (bag.get(word) ?? 0) + 1)
  return bag
}

function count(into: Tally, right: boolean): void {
  into.wanted++
  if (right) into.right++
}

const share = (name: string, { right, wanted }: Tally): Figure => ({ name, value: ratio(right, wanted) })
