import type { Span } from '../../types.ts'
import type { Document, Sentence } from '../document.ts'
import type { Relation } from '../relation.ts'

/** For each token of a sentence whose it is: a relation's, the frame's ("X said"), or the article's own (null). */
export type Owner = Relation | 'frame' | null

/**
 * Gives every token of a sentence to the innermost relation whose content covers it. The words of the frame (source,
 * cue, whom it was told and when) belong to nobody's proposition.
 *
 * @param relations those that put a proposition forward, outermost first
 */
export function paintSentence(
  document: Document,
  sentence: Sentence,
  relations: readonly Relation[],
): readonly Owner[] {
  const owners: Owner[] = sentence.tokens.map(() => null)
  const byLength = [...relations].sort((a, b) => lengthOf(b) - lengthOf(a))
  for (const relation of byLength) {
    const touches = relation.content.some(([a, b]) => a < sentence.span[1] && b > sentence.span[0])
    if (!touches && relation.sentence !== sentence.index) continue
    if (relation.sentence === sentence.index) {
      const cue = relation.cue[0]!
      const content = relation.content.find(([a]) => a >= cue[1])
      for (const [i, token] of sentence.tokens.entries()) {
        const inside = (span: readonly [number, number] | null | undefined) =>
          span && token.start >= span[0] && token.start < span[1]
        if (relation.frame === 'antecedent' && token.start > relation.content[0]![1] && token.start < cue[1])
          owners[i] = 'frame'
        if (relation.cue.some(inside) || inside(relation.recipient)) owners[i] = 'frame'
        // A gerund's subject is its host's: ", citing concerns that …" leaves it where it stands.
        else if (inside(headOf(document, relation.source)) && !/ing$/.test(document.text.slice(...cue)))
          owners[i] = 'frame'
        else if (content && token.start >= cue[1] && token.start < content[0] && content[0] - cue[1] < 80)
          owners[i] = 'frame'
      }
    }
    // What is denied in passing stays whosever it was.
    if (relation.frame === 'antecedent') continue
    for (const [i, token] of sentence.tokens.entries()) {
      const inside = relation.content.some(([a, b]) => token.start >= a && token.start < b)
      // It covers its own sentence and unbroken quotations, not its unattributed neighbours.
      if (
        inside &&
        (relation.rule !== 'model' || relation.sentence === sentence.index || document.quoted[token.start] === 1)
      )
        owners[i] = relation
    }
  }
  return owners
}

// The source's own words may hold a relative clause, which is the article's: only the name before it is frame.
function headOf(document: Document, source: Span | null): Span | null {
  if (!source) return null
  const relative = document.text.slice(...source).search(/,\s+(?:who|which)\b/)
  return relative < 0 ? source : [source[0], source[0] + relative]
}
const lengthOf = (relation: Relation): number => relation.content.reduce((sum, [a, b]) => sum + b - a, 0)
