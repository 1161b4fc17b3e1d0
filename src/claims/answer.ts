import type { Answer, Certainty, Source } from '../types.ts'
import { sameName } from './same-name.ts'

/** As much of a claim as tells whether it is a target's answer. */
export interface Spoken {
  readonly certainty: Certainty
  readonly about: string | null
  readonly source: Pick<Source<unknown>, 'name' | 'role'> | null
  readonly text: string
}

// In order: the first that fits is taken. Tested against the claim's proposition, which for a "no comment" names who
// gave none. "not immediately" must come before the plain refusal.
const answers: readonly (readonly [Answer, RegExp])[] = [
  ["couldn't be reached", /\b(?:could|can)(?: not|n['’]t) (?:immediately )?be (?:reached|contacted)|\bunreachable\b/i],
  [
    'no immediate comment',
    /\bno immediate (?:comment|response|reply)|\b(?:did|had|has|have|do|does)(?: not|n['’]t) immediately\b.*\b(?:comment|respond|repl|return|answer)/i,
  ],
  [
    'declines',
    /\b(?:declin|refus)\w+ (?:to )?(?:comment|answer|respond|discuss|be interviewed)|\b(?:had|has|have|made|gave|with) no comment\b|\b(?:did|had|has|have|do|does|would)(?: not|n['’]t)\b.*\b(?:comment|respond|repl(?:y|ied)|return(?:ed)?|answer)/i,
  ],
]

/**
 * What the target of an accusation says to it in the article.
 *
 * @param claim the claim; anything but an accusation with a known target has no answer
 * @param claims all claims of the article
 * @returns the target's answer, "none in the article" for an accusation that nobody answers, null for other claims
 */
export function answerTo(claim: Spoken, claims: readonly Spoken[]): Answer | null {
  const { about } = claim
  if (claim.certainty !== 'alleged') return null
  if (!about) return 'none in the article'
  const byTarget = (other: Spoken) =>
    other.source !== null && (sameName(other.source.name, about) || speaksFor(other.source, about))
  if (claims.some((other) => other.certainty === 'denied' && byTarget(other))) return 'denies'
  for (const [answer, pattern] of answers) {
    const answered = (other: Spoken) =>
      byTarget(other) || names(other.text, about) || (isOnlyTarget(about, claims) && pointsBack(other.text, about))
    if (claims.some((other) => pattern.test(other.text) && answered(other))) return answer
  }
  return 'none in the article'
}

// "The company did not respond" answers for the one that the article accuses, where it accuses nobody else.
const isOnlyTarget = (target: string, claims: readonly Spoken[]): boolean =>
  claims.every(({ about }) => about === null || sameName(about, target))

const pointsBack = (text: string, target: string): boolean => {
  const [, noun] = /^the (?:\w+ )?(\w+) (?:did|had|has|have|declin|refus|could|would|made|gave)/i.exec(text) ?? []
  return (
    noun !== undefined &&
    (/^(?:company|firm|group|organi[sz]ation|charity|agency)$/i.test(noun) ||
      target.toLowerCase().endsWith(noun.toLowerCase()))
  )
}

// A spokesperson, lawyer or office of the target answers for it.
const speaksFor = (source: Pick<Source<unknown>, 'name' | 'role'>, target: string): boolean =>
  /\b(?:spokes\w+|lawyer|attorney|counsel|representative|office|press secretary)\b/i.test(
    `${source.name} ${source.role ?? ''}`,
  ) && names(`${source.name} ${source.role ?? ''}`, target)

const names = (text: string, target: string): boolean => {
  const last = target.match(/[\p{L}\p{N}]+/gu)?.filter((word) => /^\p{Lu}/u.test(word)) ?? []
  return last.some((word) => new RegExp(`(?<!\\p{L})${word}(?!\\p{L})`, 'u').test(text))
}
