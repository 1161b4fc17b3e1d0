import type { Span } from '../../types.ts'
import type { Document } from '../document.ts'
import type { Relation } from '../relation.ts'

/**
 * A quotation without a tag of its own goes on with the speaker of the sentence before it: in its paragraph, or when it
 * continues over a paragraph's end. Gives the relations with such quotations added to their content.
 */
export function quotationRun(document: Document, relations: readonly Relation[]): readonly Relation[] {
  const taken = new Uint8Array(document.text.length)
  for (const { content } of relations) for (const span of content) taken.fill(1, ...span)
  const added = new Map<Relation, Span[]>()
  for (const quotation of document.quotations) {
    const [start, end] = quotation.span
    if (taken.slice(start, end).some(Boolean)) continue
    const sentence = document.sentences.findLast(({ span }) => span[0] <= start)
    if (!sentence) continue
    // Only a quotation that is a sentence, or more: a word within marks is no speech of its own.
    const alone = start - sentence.span[0] <= 1 && end >= sentence.span[1] - 1
    if (!alone) continue
    const speaker = relations.findLast(
      (r) =>
        r.cue.every((c) => c[0] < start) &&
        r.content.some((c) => c[1] <= start) &&
        document.sentences[r.sentence]!.paragraph === sentence.paragraph &&
        /say|tell|add|write|according|ask|note|tweet|continue|explain|argue|respond|reply|state|declare/.test(r.lemma),
    )
    if (!speaker) continue
    // Nothing but quotations may stand between: an unattributed sentence of the article's own ends the run.
    added.set(speaker, [...(added.get(speaker) ?? []), quotation.span])
    taken.fill(1, start, end)
  }
  return relations.map((r) => (added.has(r) ? { ...r, content: [...r.content, ...added.get(r)!] } : r))
}
