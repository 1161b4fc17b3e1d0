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
    const own = phraseBefore(sentence, at)
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
    const own = phraseBefore(sentence, earlier.from)
    if (own) return own
  }
  return null
}

/**
 * The noun phrase that ends right before a token, with what is said of its noun without a comma: "records seen by the
 * paper", "a lawyer who represents the group", "people briefed on the talks".
 */
export function phraseBefore(sentence: Sentence, end: number): Range | null {
  const { tokens, groups } = sentence
  let phrase = nounPhraseBefore(tokens, end)
  for (let steps = 0; phrase && steps < 3; steps++) {
    const [from] = phrase
    const verb = groups.findLast((g) => g.from < from)
    if (!verb) break
    const governs = verb.to === from || (verb.to === from - 1 && tokens[verb.to]!.pos === 'ADP')
    if (!governs) break
    const relative = verb.finite && /^(?:who|that)$/.test(tokens[verb.from - 1]?.lower ?? '')
    const reduced = verb.form === 'participle' || (verb.form === 'gerund' && verb.to === verb.from + 1)
    if (!relative && !reduced) break
    const noun = tokens[verb.from - (relative ? 2 : 1)]
    if (!noun || !/^(?:NOUN|PROPN|NUM)$/.test(noun.pos)) break
    const host = nounPhraseBefore(tokens, verb.from - (relative ? 1 : 0))
    if (!host) break
    phrase = [host[0], phrase[1]]
  }
  return phrase
}
