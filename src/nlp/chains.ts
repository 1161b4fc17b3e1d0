import type { Source, Span } from '../types.ts'
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
  resolve: (span: Span) => Source,
): readonly Source[] {
  const own = sourceOf(relation)
  const at = relation.cue[0]![0]
  const outer = relations
    .filter((r) => r !== relation && r.content.some(([a, b]) => at >= a && at < b))
    .sort((a, b) => size(a) - size(b))
  const via: Source[] = []
  for (const source of [
    relation.passedOn ? resolve(relation.passedOn) : null,
    documentIn(document, relation),
    recipientOutlet(document, relation),
    ...outer.map(sourceOf),
  ]) {
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

// "wrote in the case report that": the document passes it on; a source's own statement or post doesn't.
function documentIn(document: Document, relation: Relation): Source | null {
  const [content] = relation.content
  const end = relation.cue.at(-1)![1]
  if (!content || content[0] < end || content[0] - end > 80) return null
  const found = /^\s+in (?:the|a|an) ((?:[\p{L}-]+ ){0,3}(?:report|study|paper|journal|book|biography))\b/u.exec(
    document.text.slice(end, content[0]),
  )
  if (!found?.[1]) return null
  const start = end + found[0].length - found[1].length
  return { name: found[1], role: null, kind: 'document', named: true, mentions: [{ words: found[1], start }] }
}

// "told US media", "told the Daily Herald": only an outlet passes a claim on; "told reporters" names nobody.
function recipientOutlet(document: Document, relation: Relation): Source | null {
  if (!relation.recipient) return null
  const words = document.text.slice(...relation.recipient).replace(/^(?:the|a|an)\s+/i, '')
  if (
    !/\b(?:media|news|times|post|reuters|journal|tv|television|radio|cnn|bbc|afp|bloomberg|agency|newspaper|magazine|herald|guardian|broadcaster|weekly|daily|channel|newsletter|courier|mercury|echo|gazette|tribune|chronicle|wire)\b/i.test(
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
