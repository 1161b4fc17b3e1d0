import { type Answers, answersTo, kinds, type LinkWeights, type Projected } from './links.ts'
import { bestTags, type Role, spansOf, type WordSpan } from './tags.ts'

/** What the network gives for a window, one entry a word of it. */
export interface WindowOutput extends Projected {
  readonly emissions: readonly ArrayLike<number>[]
}

/** The learned numbers outside the network. */
export interface DecoderWeights extends LinkWeights {
  /** The least log probability with which a cue that no content took takes one that its cue shares with others. */
  readonly leastCue: number
  readonly transitions: readonly (readonly number[])[]
}

/** An attribution as spans of words. */
export interface WordAttribution {
  readonly source: WordSpan | null
  readonly cue: WordSpan | null
  readonly content: readonly WordSpan[]
  /** How likely the link to the source is, 0 … 1. */
  readonly sure: number
}

// How much the source that a content asks for counts beside the one that its cue asks for.
const contentShare = 0.5
// For a source that only the content saw.
const unseen = -8

/** What the network gave for an article's windows, as attributions: spans, then links, then one attribution a cue. */
export function decode(outputs: readonly WindowOutput[], weights: DecoderWeights): readonly WordAttribution[] {
  const spans = outputs.flatMap(({ window, emissions }) =>
    spansOf(
      bestTags(emissions.slice(window.begin - window.first, window.end - window.first), weights.transitions),
      window.begin,
    ),
  )
  const answers: [Answered, Answered, Answered] = [new Map(), new Map(), new Map()]
  for (const output of outputs) {
    const { window } = output
    const near = spans.filter((s) => window.first <= s.first && s.last < window.last)
    for (const [kind, { asker, answer }] of kinds.entries()) {
      const candidates = near.filter((s) => s.role === answer)
      for (const span of near) {
        if (span.role !== asker || span.first < window.begin || span.first >= window.end) continue
        answers[kind as 0 | 1 | 2].set(span, answersTo(span, candidates, kind, output, weights))
      }
    }
  }
  return assemble(spans, answers, weights.leastCue)
}

type Answered = Map<WordSpan, Answers>

// Contents with one cue are one attribution; its source is the one that cue and contents ask for together.
function assemble(
  spans: readonly WordSpan[],
  [cueOf, sourceOfContent, sourceOfCue]: readonly [Answered, Answered, Answered],
  leastCue: number,
): readonly WordAttribution[] {
  const groups = new Map<WordSpan, { readonly cue: WordSpan | null; readonly content: WordSpan[] }>()
  for (const [content, cue] of cuesOf(spans, cueOf, leastCue)) {
    const key = cue ?? content
    const group = groups.get(key)
    if (group) group.content.push(content)
    else groups.set(key, { cue, content: [content] })
  }
  return [...groups.values()].map(({ cue, content }) => {
    const table = new Map<WordSpan | null, number>(cue ? (sourceOfCue.get(cue) ?? []) : [])
    const share = (cue ? contentShare : 1) / content.length
    for (const one of content)
      for (const [source, score] of sourceOfContent.get(one) ?? [])
        table.set(source, (table.get(source) ?? (cue ? unseen : 0)) + share * score)
    const source = best(table)
    return { source, cue, content, sure: probability(table, source) }
  })
}

// The cue of each content: its likeliest; then a cue that none took gets the content that gives it most, of those whose
// cue has others.
function cuesOf(spans: readonly WordSpan[], cueOf: Answered, leastCue: number): Map<WordSpan, WordSpan | null> {
  const taken = new Map<WordSpan, WordSpan | null>()
  const count = new Map<WordSpan | null, number>()
  for (const content of spans.filter((s) => s.role === ('content' satisfies Role))) {
    const found = cueOf.get(content)
    if (!found) continue
    const cue = best(found)
    taken.set(content, cue)
    count.set(cue, (count.get(cue) ?? 0) + 1)
  }
  const asked = Map.groupBy(
    [...taken.keys()].flatMap((content) => [...(cueOf.get(content)?.keys() ?? [])].map((cue) => ({ content, cue }))),
    ({ cue }) => cue,
  )
  for (const cue of spans.filter((s) => s.role === ('cue' satisfies Role))) {
    if (count.get(cue)) continue
    let chosen: WordSpan | null = null
    let score = Number.NEGATIVE_INFINITY
    for (const { content } of asked.get(cue) ?? []) {
      const now = taken.get(content) ?? null
      const value = cueOf.get(content)!.get(cue)!
      if (now && count.get(now)! > 1 && value > score) [chosen, score] = [content, value]
    }
    if (!chosen || score < leastCue) continue
    count.set(taken.get(chosen)!, count.get(taken.get(chosen)!)! - 1)
    taken.set(chosen, cue)
    count.set(cue, 1)
  }
  return taken
}

function best(table: Answers): WordSpan | null {
  let top: WordSpan | null = null
  let score = Number.NEGATIVE_INFINITY
  for (const [span, value] of table) {
    if (value <= score) continue
    score = value
    top = span
  }
  return top
}

function probability(table: Answers, chosen: WordSpan | null): number {
  const top = table.get(chosen) ?? 0
  let total = 0
  for (const value of table.values()) total += Math.exp(value - top)
  return total > 0 ? 1 / total : 0
}
