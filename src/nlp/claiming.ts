import type { Document } from './document.ts'
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
  'ask urge want hope wonder call-on order demand request plan seek try decline refuse agree vote see inquire pledge promise vow endorse support'.split(
    ' ',
  ),
)

/** Whether a relation puts forward a proposition; else the claim is that the act took place, in the article's own voice. */
export function isClaiming(document: Document, relation: Relation): boolean {
  const { lemma, frame } = relation
  if (lemma === 'according to') return true
  // "citing concerns that …": the one who cites puts it forward.
  if (lemma === 'cite') return /^(?:object|clause|that)$/.test(frame)
  const sentence = document.sentences[relation.sentence]
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
