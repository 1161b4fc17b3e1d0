import type { Span } from '../../types.ts'
import type { Document, Sentence } from '../document.ts'
import { bodyNoun } from '../lexicon/source-kinds.ts'
import { type Range, simpleNounPhrase } from '../noun-phrases.ts'
import type { Relation } from '../relation.ts'

const possessive = /^(?:his|her|their|its)$/
const impersonal = /^(?:this|that|these|those|there|one|some|nobody|nothing)$/

/**
 * The words for whom an accusation is against: the object of "accuse", else the subject of the accusing clause, or the
 * one its subject belongs to ("its work").
 *
 * @param ranges token numbers of the clause
 * @param owner the relation that accuses, or null in the article's own voice
 * @returns their place, or null when no phrase stands there
 */
export function accused(
  document: Document,
  sentence: Sentence,
  ranges: readonly Range[],
  owner: Relation | null,
): Span | null {
  const { tokens } = sentence
  const isObject = owner && /^(?:accuse|blame|charge|sue|suspect)$/.test(owner.lemma) && owner.frame === 'object'
  const from = isObject ? tokens.findIndex((t) => t.start >= owner.content[0]![0]) : ranges[0]![0]
  const phrase = from >= 0 ? simpleNounPhrase(tokens, from) : null
  if (!phrase || document.quoted[tokens[from]!.start]) return null
  if (!mayAct(sentence, phrase)) return null
  let [a, b] = phrase
  const first = tokens[a]!
  if (impersonal.test(first.lower) && b === a + 1) return null
  if (possessive.test(first.lower)) b = a + 1
  // "the group's work" is held against the group; "Northern Lantern's river office" as it stands, since an office acts.
  const owned = tokens.findIndex((t, i) => i > a && i < b - 1 && /^['’]s?$/.test(t.text))
  if (owned > 0 && !/^(?:office|branch|arm|unit|subsidiary|government|army|police)$/.test(tokens[b - 1]!.lower))
    b = owned
  if (first.pos === 'DET' && b > a + 1 && !/^(?:some|all|many|most|both)$/.test(first.lower) && !definite(first.lower))
    a++
  return [tokens[a]!.start, tokens[b - 1]!.end]
}

// Ships and figures are accused of nothing: a name, a pronoun, a body or somebody.
const mayAct = ({ tokens }: Sentence, [a, b]: Range): boolean =>
  tokens.slice(a, b).some((t) => t.pos === 'PROPN' || t.pos === 'PRON') ||
  bodyNoun.test(tokens[b - 1]!.lower) ||
  /(?:er|or|ist|ian|ant|man|men|woman|women|people|police|officials?|guards?|staff|crew|judges?|chiefs?|heads?)s?$/.test(
    tokens[b - 1]!.lower,
  )

const definite = (word: string): boolean => word === 'the'
