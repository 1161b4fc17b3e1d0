import type { Sentence } from '../document.ts'
import type { Range } from '../noun-phrases.ts'
import type { Boundary } from './clause.ts'
import { groupAt, hasVerbBy, isComma, isDashAt } from './marks.ts'

/**
 * A participle clause after a comma or a dash: ", hitting a record", ", aimed at ending the war", "― located far away ―".
 * A past form that is the host's own verb after an insertion ("The firm, which is new, confirmed …") is none.
 *
 * @param before the ranges of the host so far
 */
export function participleAt(sentence: Sentence, i: number, before: readonly Range[], to: number): Boundary | null {
  const { tokens } = sentence
  const dash = isDashAt(sentence, i)
  if (!isComma(tokens[i]?.text) && !dash) return null
  const group = groupAt(sentence, i + 1)
  if (!group || group.to > to) return null
  const past =
    group.form === 'participle' || (dash && group.from === group.head && /ed$/.test(tokens[group.head]!.lower))
  if (group.form !== 'gerund' && !past) return null
  if (!hasVerbBy(sentence, before, i)) {
    const close = tokens.findIndex(
      (t, j) =>
        j > group.from &&
        j < to &&
        (dash ? isDashAt(sentence, j) : isComma(t.text)) &&
        groupAt(sentence, j + 1)?.finite === true,
    )
    if (close < 0) return null
  }
  return { at: i, from: i + 1, kind: 'participle' }
}
