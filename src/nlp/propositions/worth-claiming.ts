import type { Document, Sentence } from '../document.ts'
import type { Range } from '../noun-phrases.ts'

const boilerplate =
  /^(?:copyright\b|all rights reserved|©|read more|click here|sign up|subscribe|follow us|share this|this (?:story|article) (?:was|has been|is)\b.*\b(?:updated|published|edited)|photo(?:graph)?s? by|image|getty images|\(?reporting by|additional reporting|editing by|with .{1,30} wires?$|advertisement|related:|watch:|see also|thank you\b)/i
// "comes a day after …": the frame of a clause of time, nothing of its own.
const frameOnly =
  /^(?:(?:the|this|that|his|her|its|their|it|these) ?(?:\w+ ){0,3})?(?:comes?|came|follows?|followed)(?: (?:just|only|less|than|more))*$/i

/**
 * Whether a clause could be true or false on its own: it has a verb (or is an apposition with a number), asks nothing,
 * calls for nothing, and isn't a line of the page's own furniture.
 *
 * @param ranges token numbers of the clause
 * @param apposition an apposition needs no verb
 * @param least how many words it needs; of a charge ("of negligence") one is enough
 */
export function isWorthClaiming(
  document: Document,
  sentence: Sentence,
  ranges: readonly Range[],
  apposition: boolean,
  least = 2,
): boolean {
  const { tokens, groups } = sentence
  const text = ranges.map(([a, b]) => document.text.slice(tokens[a]!.start, tokens[b - 1]!.end)).join(' ')
  if (apposition && /^\d{1,3}$/.test(text)) return true
  if ((text.match(/[\p{L}\p{N}]+/gu) ?? []).length < least) return false
  if (boilerplate.test(text) || frameOnly.test(text)) return false
  // A question claims nothing, unless its mark stands in words quoted within it.
  const last = tokens.findLast((t) => !/^["“”’')]$/.test(t.text))
  const final = ranges.at(-1)!
  if (last?.text === '?' && tokens.slice(final[1] - 1, final[1] + 3).some((t) => t.text === '?')) return false
  // "Did the council lose the plans, which cost …?": the whole of it asks.
  if (
    last?.text === '?' &&
    /^(?:did|do|does|is|are|was|were|has|have|had|will|would|can|could|should|why|how|what|who|when|where)$/.test(
      tokens[ranges[0]![0]]!.lower,
    )
  )
    return false
  const verbs = groups.filter((g) => ranges.some(([a, b]) => g.from >= a && g.from < b))
  if (verbs.length === 0) return apposition
  const [first] = verbs
  const opening = tokens[ranges[0]![0]]!
  // "Let's go", "Vote for her": a call, in quotation marks or out of them.
  if (/^(?:let|please)$/.test(opening.lower)) return false
  return !first?.helpers.some((h) => h === 'should' || h === 'ought')
}
