import type { Document, Sentence } from './document.ts'
import { reportingVerbs } from './lexicon/reporting-verbs.ts'
import type { Relation } from './relation.ts'

const clausal = /^(?:that|clause|quote|closing|colon|nested|antecedent)$/
// What these take as an object is put forward as true or not; with other verbs ("praised the plan") the act is the claim.
const withObject = new Set(
  'deny reject dismiss refute rebut debunk dispute rule accuse blame claim allege confirm acknowledge admit concede report call describe declare reveal show predict warn estimate cite suspect deem label'.split(
    ' ',
  ),
)
const withPreposition = new Set(['admit to', 'confess to', 'accuse of', 'warn of', 'plead to', 'according to to'])
// They ask, wish or order: nothing that could be true or false is put forward.
const requests = new Set(
  'ask urge want hope wonder call-on order demand request plan seek try decline refuse agree vote see inquire pledge promise vow endorse support include mean ensure'.split(
    ' ',
  ),
)

// "Nobody said", "neither the mayor nor the council said".
const nobody = /^(?:no|nobody|none|neither|no one|nor)\b/i
// What a court or a council dismisses or rejects when it decides; the claim is that it did.
const decided =
  /\b(?:suit|lawsuit|case|appeal|motion|petition|bid|request|offer|plan|proposal|bill|amendment|application|invitation|resolution|deal)s?$/i

/** Whether a relation puts forward a proposition; else the claim is that the act took place, in the article's own voice. */
export function isClaiming(document: Document, relation: Relation): boolean {
  const { lemma, frame } = relation
  if (lemma === 'according to') return true
  // Nobody is named and nothing is quoted: a passive, which the article states itself.
  if (relation.rule === 'model' && !relation.source && frame !== 'quote' && !inMarks(document, relation)) return false
  // "citing concerns that …": the one who cites puts it forward.
  if (lemma === 'cite')
    return (
      /^(?:clause|that)$/.test(frame) ||
      (frame === 'object' && /\bthat\b/.test(document.text.slice(...relation.content[0]!)))
    )
  if (relation.source && nobody.test(document.text.slice(...relation.source))) return false
  const sentence = document.sentences[relation.sentence]
  if (sentence && isCondition(sentence, relation)) return false
  if (frame === 'object' && /^(?:dismiss|reject)$/.test(lemma) && decided.test(objectOf(document, relation)))
    return false
  const group = sentence?.groups.find((g) => sentence.tokens[g.from]?.start === relation.cue[0]?.[0])
  // "didn't confirm", "would say": nothing was said yet.
  if (
    group &&
    (group.negated || group.helpers.some((h) => /^(?:would|could|might|may|should|can|cannot|must|to|if)$/.test(h)))
  )
    return false
  if (frame === 'closing' || frame === 'colon' || frame === 'quote') return lemma !== 'see'
  if (relation.passive) return false
  if (clausal.test(frame)) return !requests.has(lemma) && (lemma in reportingVerbs || frame === 'that')
  if (frame === 'object' || frame === 'gerund') return withObject.has(lemma)
  return frame.startsWith('prep:') && withPreposition.has(`${lemma} ${frame.slice(5)}`)
}

const inMarks = (document: Document, { content }: Relation): boolean =>
  content.every(([start]) => document.quoted[start] === 1)

// "If the mayor admits that …, the board resigns", "neither the mayor nor the board said": nothing was said.
function isCondition({ tokens }: Sentence, { source, cue }: Relation): boolean {
  const start = source && source[0] < cue[0]![0] ? source[0] : cue[0]![0]
  const before = tokens.findLast((t) => t.end <= start)
  return before !== undefined && /^(?:if|unless|should|nor)$/.test(before.lower)
}

// The words of an object up to a comma or a preposition, for its last noun.
const objectOf = (document: Document, { content }: Relation): string =>
  document.text
    .slice(...content[0]!)
    .replace(/\s+(?:of|for|from|in|on|by|to|as|with|against|over|after|that|which)\b.*$/is, '')
    .replace(/[,.;].*$/s, '')
