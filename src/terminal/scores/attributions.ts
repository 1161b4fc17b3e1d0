import type { Span } from '../../types.ts'
import { type Figure, f1, type Pair, ratio, type Scores, tally } from './figure.ts'
import { charactersIn, enough, matched, overlap, shared, stretchesIn } from './overlap.ts'

const roles = ['source', 'cue', 'content'] as const

/** Who said what, as spans; a role that isn't there has none. */
export type AttributionSpans = { readonly [role in (typeof roles)[number]]?: readonly Span[] | undefined }

/**
 * Scores attributions as the literature on PolNeAR does: each role by exact span and by character, contents that are
 * found (half of the characters of both), with their source, and exact.
 */
export function scoreAttributions(
  pairs: readonly Pair<readonly AttributionSpans[], readonly AttributionSpans[]>[],
): Scores {
  const exactly = { source: tally(), cue: tally(), content: tally() }
  const byCharacter = { source: tally(), cue: tally(), content: tally() }
  const [found, linked, exactLinked] = [tally(), tally(), tally()]
  const heard = { direct: tally(), mixed: tally(), indirect: tally() }
  for (const { text, gold, answer } of pairs) {
    for (const role of roles) {
      const spansOf = (all: readonly AttributionSpans[]) => all.flatMap((one) => one[role] ?? [])
      const stretches = (all: readonly AttributionSpans[]) => new Set(all.flatMap((a) => stretchesIn(text, a[role])))
      count(exactly[role], stretches(gold), stretches(answer))
      count(byCharacter[role], charactersIn(text, spansOf(gold)), charactersIn(text, spansOf(answer)))
    }
    const covering = (one: AttributionSpans) => ({
      content: charactersIn(text, one.content),
      source: charactersIn(text, one.source),
      heard: speechOf(text, one.content),
    })
    const [wanted, given] = [gold.map(covering), answer.map(covering)]
    for (const one of [found, linked, exactLinked]) {
      one.wanted += wanted.length
      one.given += given.length
    }
    for (const one of wanted) heard[one.heard].wanted++
    for (const [g, a] of matched(wanted, given, (x, y) => overlap(x.content, y.content))) {
      found.right++
      heard[g.heard].right++
      const sourceRight = (g.source.size === 0 && a.source.size === 0) || overlap(g.source, a.source) >= enough
      if (!sourceRight) continue
      linked.right++
      if (overlap(g.content, a.content) === 1) exactLinked.right++
    }
  }
  const recall = (kind: keyof typeof heard): Figure => ({
    name: `${kind} content, recall`,
    value: ratio(heard[kind].right, heard[kind].wanted),
  })
  return {
    counts: { articles: pairs.length, attributions: found.wanted },
    figures: [
      ...roles.map((role) => f1(`${role}, exact span`, exactly[role])),
      ...roles.map((role) => f1(`${role}, by character`, byCharacter[role])),
      f1('content found', found),
      f1('content and its source', linked),
      f1('content exact and its source', exactLinked),
      recall('direct'),
      recall('mixed'),
      recall('indirect'),
    ],
  }
}

function count<T>(into: ReturnType<typeof tally>, gold: ReadonlySet<T>, answer: ReadonlySet<T>): void {
  into.right += shared(gold, answer)
  into.given += answer.size
  into.wanted += gold.size
}

/** Direct: all letters and digits within quotation marks; mixed: some; indirect: no mark at all. */
function speechOf(text: string, spans: readonly Span[] = []): 'direct' | 'mixed' | 'indirect' {
  const words = spans.map((span) => text.slice(...span)).join(' ')
  if (!/["“”]/.test(words)) return 'indirect'
  return /[\p{L}\p{N}]/u.test(words.replace(/“[^”]*(?:”|$)|"[^"]*(?:"|$)/g, '')) ? 'mixed' : 'direct'
}
