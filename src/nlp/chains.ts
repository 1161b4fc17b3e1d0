import type { Source } from '../types.ts'
import type { Document } from './document.ts'
import type { Relation } from './relation.ts'

/**
 * Who passes on what a relation reports: the sources of the relations whose content it stands in, from the nearest
 * outward, and the outlet that somebody told it to ("told the broadcaster that …").
 */
export function chainOf(
  document: Document,
  relation: Relation,
  relations: readonly Relation[],
  sourceOf: (relation: Relation) => Source | null,
): readonly Source[] {
  const own = sourceOf(relation)
  const at = relation.cue[0]![0]
  const outer = relations
    .filter((r) => r !== relation && r.content.some(([a, b]) => at >= a && at < b))
    .sort((a, b) => size(a) - size(b))
  const via: Source[] = []
  for (const source of [recipientOutlet(document, relation), ...outer.map(sourceOf)]) {
    if (
      !source ||
      source.name === 'unidentified' ||
      source.name === own?.name ||
      via.some((v) => v.name === source.name)
    )
      continue
    via.push(source)
  }
  return via
}

const size = (relation: Relation): number => relation.content.reduce((sum, [a, b]) => sum + b - a, 0)

// "told US media", "told the Daily Herald": only an outlet passes a claim on; "told reporters" names nobody.
function recipientOutlet(document: Document, relation: Relation): Source | null {
  if (!relation.recipient) return null
  const words = document.text.slice(...relation.recipient).replace(/^(?:the|a|an)\s+/i, '')
  if (
    !/\b(?:media|news|times|post|reuters|journal|tv|television|radio|cnn|bbc|afp|bloomberg|agency|newspaper|magazine|herald|guardian|broadcaster)\b/i.test(
      words,
    ) ||
    /\b(?:reporters|journalists|conference)\b/i.test(words)
  )
    return null
  return {
    name: words,
    role: null,
    kind: 'media',
    named: /\p{Lu}/u.test(words),
    mentions: [{ words: document.text.slice(...relation.recipient), start: relation.recipient[0] }],
  }
}
