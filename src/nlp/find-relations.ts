import type { Document } from './document.ts'
import { merge } from './merge.ts'
import type { Relation } from './relation.ts'
import { accordingTo } from './rules/according-to.ts'
import { antecedentDenial } from './rules/antecedent-denial.ts'
import { citing } from './rules/citing.ts'
import { closingTag } from './rules/closing-tag.ts'
import { quotationRun } from './rules/quotation-run.ts'
import { speakerTurn } from './rules/speaker-turn.ts'
import { verbThenContent } from './rules/verb-then-content.ts'

/**
 * Every relation of source, cue and content, in order of place; one cue gives one relation.
 *
 * @param learned what the trained model found, or null for the rules alone
 */
export function findRelations(document: Document, learned: readonly Relation[] | null = null): readonly Relation[] {
  const found: Relation[] = []
  const cues = new Set<number>()
  for (const rule of [speakerTurn, accordingTo, antecedentDenial, closingTag, verbThenContent]) {
    for (const relation of rule(document)) {
      const at = relation.cue[0]![0]
      if (cues.has(at)) continue
      cues.add(at)
      found.push(relation)
    }
  }
  found.sort((a, b) => a.cue[0]![0] - b.cue[0]![0])
  return quotationRun(document, citing(document, learned ? merge(learned, found) : found))
}
