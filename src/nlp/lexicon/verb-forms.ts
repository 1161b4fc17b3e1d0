import { countedVerbs } from './cue-frames.ts'
import { reportingVerbs } from './reporting-verbs.ts'

const irregular: Readonly<Record<string, string>> = {
  said: 'say',
  says: 'say',
  told: 'tell',
  thought: 'think',
  wrote: 'write',
  written: 'write',
  knew: 'know',
  known: 'know',
  saw: 'see',
  seen: 'see',
  found: 'find',
  felt: 'feel',
  spoke: 'speak',
  spoken: 'speak',
  made: 'make',
  meant: 'mean',
  held: 'hold',
  sought: 'seek',
  understood: 'understand',
  shown: 'show',
  read: 'read',
  put: 'put',
  heard: 'hear',
  pleaded: 'plead',
  pled: 'plead',
  swore: 'swear',
  sworn: 'swear',
  foresaw: 'foresee',
  admitted: 'admit',
  admitting: 'admit',
  referred: 'refer',
  referring: 'refer',
  rebutted: 'rebut',
  denied: 'deny',
  denies: 'deny',
  replied: 'reply',
  replies: 'reply',
  implied: 'imply',
  implies: 'imply',
  testified: 'testify',
  testifies: 'testify',
  clarified: 'clarify',
  worried: 'worry',
  worries: 'worry',
}

// Nouns first: "states", "reports", "plans" and their like are left to their neighbours, which the caller looks at.
const forms = new Map<string, string>()
const reporting = new Set([
  ...countedVerbs.filter((verb) => !['have', 'be', 'do', 'get', 'go', 'take', 'time', 'like'].includes(verb)),
  ...Object.keys(reportingVerbs),
])
for (const verb of reporting) {
  if (!/^[a-z]+$/.test(verb)) continue
  const stem = verb.endsWith('e') ? verb.slice(0, -1) : verb
  const y = /[^aeiou]y$/.test(verb) ? verb.slice(0, -1) : null
  for (const form of [
    verb,
    y ? `${y}ies` : /(?:s|sh|ch|x)$/.test(verb) ? `${verb}es` : `${verb}s`,
    y ? `${y}ied` : `${stem}ed`,
    `${stem}ing`,
  ])
    forms.set(form, verb)
}
for (const [form, verb] of Object.entries(irregular)) forms.set(form, verb)

/** The dictionary form of a reporting verb's inflected form, in lower case; null for any other word. */
export function reportingLemma(word: string): string | null {
  return forms.get(word) ?? null
}
