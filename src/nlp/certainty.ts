import type { Certainty, Source } from '../types.ts'
import { hedges } from './lexicon/hedges.ts'
import { reportingVerbs } from './lexicon/reporting-verbs.ts'
import type { Relation } from './relation.ts'

/** A clause's label, and where in its words the hedge stands that decided it; null when the cue decided. */
export interface Label {
  readonly certainty: Certainty
  readonly hedge: { readonly start: number; readonly words: string } | null
}

/**
 * The label of a clause: what its cue says of it, lowered by a hedge of its own.
 *
 * @param relation who says it, or null for the article's own voice
 * @param source who that is, when it is known
 * @param words the clause
 */
export function labelOf(relation: Relation | null, source: Source | null, words: string): Label {
  const base = relation ? cueCertainty(relation, source) : 'stated'
  if (base === 'denied' || base === 'alleged') return { certainty: base, hedge: null }
  const lower = words.toLowerCase().replace(/[‘’]/g, "'")
  for (const { certainty, pattern } of hedges) {
    const found = pattern.exec(lower)
    // "in May", "may 19": a month isn't a modal.
    if (!found || (/^may\b/.test(found[0]) && /^May\b/.test(words.slice(found.index)))) continue
    if (base === 'confirmed' && certainty === 'open') continue
    // "could not be reached" is an answer, "is not accused of" no accusation.
    if (
      /^could(?: not|n't) (?:immediately )?be$/.test(found[0]) &&
      /^ (?:reached|contacted)/.test(lower.slice(found.index + found[0].length))
    )
      continue
    if (
      certainty === 'alleged' &&
      /\b(?:not|never|n't) (?:\w+ )?$/.test(
        lower.slice(0, found.index + found[0].length - (/\S+$/.exec(found[0])?.[0].length ?? 0)),
      )
    )
      continue
    return { certainty, hedge: { start: found.index, words: words.slice(found.index, found.index + found[0].length) } }
  }
  return { certainty: base, hedge: null }
}

function cueCertainty(relation: Relation, source: Source | null): Certainty {
  const { lemma, frame } = relation
  if (lemma === 'rule' && frame === 'object') return 'denied'
  if (
    lemma === 'rule' ||
    (lemma === 'find' && source !== null && /\b(?:court|judge|jury|tribunal)\b/i.test(source.name))
  )
    return 'confirmed'
  if (lemma === 'plead') return 'confirmed'
  const entry = reportingVerbs[lemma]?.certainty ?? 'attributed'
  // Records and tests confirm what they show; of people the same verb only reports.
  if (/^(?:show|reveal|prove|demonstrate)$/.test(lemma)) return source?.kind === 'document' ? 'confirmed' : 'attributed'
  // "charged that" accuses; what was charged in money or a battery isn't reported at all.
  return entry
}
