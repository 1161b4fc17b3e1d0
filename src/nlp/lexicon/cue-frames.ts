import counts from './cue-frames.json' with { type: 'json' }
import { reportingVerbs } from './reporting-verbs.ts'

const verbs = new Map<string, ReadonlyMap<string, readonly [number, number]>>(
  Object.entries(counts.verbs).map(([verb, frames]) => [
    verb,
    new Map(Object.entries(frames) as [string, [number, number]][]),
  ]),
)

/**
 * How often a verb reports when it stands in a frame, from the counts of an attribution corpus.
 *
 * @param verb dictionary form; "be expect" for the passive
 * @param frame what follows it, as `readFrame` names it
 * @returns 0 … 1, shrunk towards the rare verb's prior where it was seen little; 0 for what was never counted
 */
export function cueShare(verb: string, frame: string): number {
  // Whoever denies a thing or owns up to it puts it forward, however seldom the corpus marked it.
  if (ownsUp.test(verb) && /^(?:object|gerund|prep:to)$/.test(frame)) return 0.6
  const counted = verbs.get(verb)?.get(frame)
  if (counted) return (counted[0] + 0.5) / (counted[1] + 1.5)
  // Too rare in the corpus to be counted, but a verb that the contract names: before a clause it reports.
  return verb in reportingVerbs && /^(?:that|clause|quote)$/.test(frame) ? 0.6 : 0
}

const ownsUp = /^(?:deny|admit|acknowledge|confess)$/

/** The verbs that were counted, in their dictionary form, without passives. */
export const countedVerbs: readonly string[] = [...verbs.keys()].filter((verb) => !verb.startsWith('be '))
