import { splitClauses } from '../../../src/nlp/clauses/split.ts'
import { trimRanges } from '../../../src/nlp/propositions/tokens.ts'
import { documentOf } from '../reading.ts'

/** The clauses of one sentence as "kind: words", pieces parted by "…" where something was inserted. */
export function clausesOf(text: string): readonly string[] {
  const [sentence] = documentOf(text).sentences
  const { tokens } = sentence!
  return splitClauses(sentence!, 0, tokens.length).map(({ kind, ranges }) => {
    const pieces = trimRanges(sentence!, ranges).map(([a, b]) => text.slice(tokens[a]!.start, tokens[b - 1]!.end))
    return `${kind}: ${pieces.join(' … ')}`
  })
}
