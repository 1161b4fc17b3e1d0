import type { Sentence } from '../document.ts'
import { nounPhrase, type Range, simpleNounPhrase } from '../noun-phrases.ts'
import type { VerbGroup } from '../verb-groups.ts'

export const isComma = (text: string | undefined): boolean => text === ','
export const isDash = (text: string | undefined): boolean => text !== undefined && /^(?:—|–|--|-|―)$/.test(text)

/** Whether a token is a dash that stands between words, not a hyphen within one. */
export function isDashAt(sentence: Sentence, i: number): boolean {
  const token = sentence.tokens[i]
  if (!token || !isDash(token.text)) return false
  const next = sentence.tokens[i + 1]
  const before = sentence.tokens[i - 1]
  return token.text.length > 1 || token.text !== '-' ? true : next?.start !== token.end && before?.end !== token.start
}

/** The verb group that begins at a token, adverbs before it left aside; null when none does. */
export function groupAt(sentence: Sentence, at: number): VerbGroup | null {
  let i = at
  while (sentence.tokens[i]?.pos === 'ADV') i++
  return sentence.groups.find((g) => g.from === i) ?? null
}

const openers =
  /^(?:that|who|which|whose|whom|whether|if|because|unless|until|what|how|why|where|when|while|after|before|as|though|although)$/

/**
 * Whether a clause has its verb by a given token: one with tense since the last word that opens a subordinate clause.
 * "that cats and dogs" has none yet.
 */
export function hasVerbBy(sentence: Sentence, ranges: readonly Range[], at: number): boolean {
  const within = (i: number) => i < at && ranges.some(([a, b]) => i >= a && i < b)
  const verbs = sentence.groups.filter((g) => g.finite && within(g.from))
  const opener = sentence.tokens.findLastIndex((t, i) => within(i) && t.pos !== 'ADP' && openers.test(t.lower))
  return verbs.some((g) => g.from > opener)
}

/** The verb with tense whose subject begins at a token: "they ate …", "the agency in Moscow said"; null when none does. */
export function clauseAt(sentence: Sentence, at: number): VerbGroup | null {
  const { tokens } = sentence
  let i = at
  while (tokens[i]?.pos === 'ADV' || isComma(tokens[i]?.text)) i++
  const first = tokens[i]
  if (!first) return null
  if (
    first.lower === 'there' ||
    (first.pos === 'PRON' && /^(?:it|he|she|they|we|i|you|this|that|these|those)$/.test(first.lower))
  ) {
    const group = groupAt(sentence, i + 1)
    if (group?.finite) return group
  }
  const phrase = nounPhrase(tokens, i)
  if (!phrase) return null
  let end = phrase[1]
  // "people who were in close contact were put": the subject may hold a restrictive clause.
  if (/^(?:who|that|which|whose)$/.test(tokens[end]?.lower ?? '')) {
    const inner = sentence.groups.filter((g) => g.from > end && g.finite)
    const main = inner[1]
    if (
      !inner[0] ||
      !main ||
      tokens.slice(inner[0].to, main.from).some((t) => t.pos === 'CCONJ' || t.pos === 'SCONJ' || t.text === ',')
    )
      return null
    return main
  }
  const reduced = sentence.groups.find((g) => g.from === end && (g.form === 'participle' || g.form === 'gerund'))
  if (reduced) {
    const main = sentence.groups.find((g) => g.from > reduced.from && g.finite)
    if (
      !main ||
      tokens.slice(reduced.to, main.from).some((t) => t.pos === 'CCONJ' || t.pos === 'SCONJ' || t.text === ',')
    )
      return null
    return main
  }
  // An adjective alone is no subject: "banned as undesirable include …".
  if (
    !tokens
      .slice(...(simpleNounPhrase(tokens, i) ?? phrase))
      .some((t) => /^(?:NOUN|PROPN|PRON|NUM|DET|SYM)$/.test(t.pos))
  )
    return null
  if (tokens[end]?.lower === 'there') end++
  const group = groupAt(sentence, end)
  if (group?.finite) return group
  // The phrase ran over the subject and a name that the verb follows: "Reuters" in "on Sunday Reuters reported".
  const inside = sentence.groups.find((g) => g.from > i && g.from <= end && g.finite)
  if (inside) return inside
  // An insertion between subject and verb: "the group, founded in 1961, said".
  if (isComma(tokens[end]?.text)) {
    const close = tokens.findIndex((t, j) => j > end && isComma(t.text))
    if (close > 0 && close - end < 20) {
      const main = groupAt(sentence, close + 1)
      if (main?.finite) return main
    }
  }
  return null
}
