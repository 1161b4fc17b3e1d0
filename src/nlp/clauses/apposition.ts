import type { Sentence } from '../document.ts'
import { nounPhrase } from '../noun-phrases.ts'
import type { Boundary } from './clause.ts'
import { isComma, isDashAt } from './marks.ts'

/**
 * An apposition that holds a checkable fact: a number, a date or a verb (", one of 79 moons", ", 59,", "- still in
 * quarantine -", ", a firm founded in 1961"). A bare title or description stays with its name.
 */
export function appositionAt(sentence: Sentence, i: number, to: number): Boundary | null {
  const { tokens } = sentence
  const dash = isDashAt(sentence, i)
  if (!isComma(tokens[i]?.text) && !dash) return null
  const before = tokens[i - 1]
  const first = tokens[i + 1]
  if (!before || !first || i + 1 >= to) return null
  if (!/^(?:NOUN|PROPN|NUM|SYM)$/.test(before.pos) && before.text !== ')' && before.text !== '”' && before.text !== '"')
    return null
  if (dash && first.pos === 'ADV') {
    const close = tokens.findIndex((_, j) => j > i + 1 && isDashAt(sentence, j))
    return close > 0 && close < to && close - i <= 8 ? { at: i, from: i + 1, kind: 'apposition' } : null
  }
  if (!/^(?:a|an|one|two|three|some|about|roughly|\d+)$/.test(first.lower)) return null
  const phrase = nounPhrase(tokens, i + 1)
  if (!phrase) return null
  const end = Math.min(to, phraseEnd(sentence, phrase[1], to))
  const words = tokens.slice(i + 1, end)
  if (words.length < 3 && !(words.length === 1 && /^\d\d$/.test(first.text))) return null
  const next = tokens[end]
  if (next && end < to && !/^[,.;)]$|^(?:—|–|--|-|―)$/.test(next.text)) return null
  const fact =
    words.some((t) => t.pos === 'NUM' || /^one$/.test(t.lower)) ||
    sentence.groups.some((g) => g.from >= i + 1 && g.from < end)
  return fact ? { at: i, from: i + 1, kind: 'apposition' } : null
}

function phraseEnd(sentence: Sentence, at: number, to: number): number {
  let end = at
  while (end < to && !/^[,.;)]$|^(?:—|–|--|―)$/.test(sentence.tokens[end]!.text)) end++
  return end
}
