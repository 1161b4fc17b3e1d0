import type { Sentence } from '../document.ts'
import { reportingVerbs } from '../lexicon/reporting-verbs.ts'
import { nounPhraseBefore, type Range } from '../noun-phrases.ts'
import type { VerbGroup } from '../verb-groups.ts'

/**
 * The subject of a verb group: the noun phrase before it; of the second of two verbs ("said … and accused it"), the
 * subject of the first; of a participle (", adding that"), the subject of its sentence's main verb; the antecedent of
 * "who".
 *
 * @returns token numbers of its sentence, or null when it has none there
 */
export function subjectOf(sentence: Sentence, group: VerbGroup): Range | null {
  const { tokens, groups } = sentence
  let at = group.from
  while (at > 0 && tokens[at - 1]!.pos === 'ADV') at--
  const before = tokens[at - 1]
  if (!before) return null
  if (before.lower === 'who' || before.lower === 'which' || (before.lower === 'that' && before.pos !== 'DET')) {
    let head = at - 1
    if (tokens[head - 1]?.text === ',') head--
    return nounPhraseBefore(tokens, head)
  }
  const shares = before.pos === 'CCONJ' || (before.text === ',' && group.form !== 'finite') || group.form === 'gerund'
  if (!shares) {
    const own = nounPhraseBefore(tokens, at)
    if (own) return own
  }
  // The nearest verb with tense before it whose own subject stands next to it.
  // A verb that reports comes first: the other's clause may be part of what was said.
  const earlierGroups = groups.filter((g) => g.finite && g.from < group.from).reverse()
  const inOrder =
    group.lemma in reportingVerbs
      ? [...earlierGroups.filter((g) => g.lemma in reportingVerbs), ...earlierGroups]
      : earlierGroups
  for (const earlier of inOrder) {
    const own = nounPhraseBefore(tokens, earlier.from)
    if (own) return own
  }
  return null
}
