import { labels } from '../labels.ts'
import type { Doubt } from '../look-twice.ts'
import { sentenceOf } from '../sentence.ts'
import { escaped } from './escape.ts'

/** Something to look at twice, as one line of a list. */
export function doubtLine(doubt: Doubt): string {
  if (doubt.kind === 'headline')
    return `- The headline says it outright; the body has it as *${labels[doubt.claim.certainty].words}*: ${short(doubt.claim)}`
  if (doubt.kind === 'differ') return `- Two sources differ: ${doubt.claims.map(short).join(' — ')}`
  const count = doubt.claims.length
  return `- ${count === 1 ? 'An allegation' : `${count} allegations`} against ${escaped(doubt.about)}, no answer found in the article`
}

const short = (claim: Parameters<typeof sentenceOf>[0]): string => escaped(sentenceOf(claim, { most: 180 }))
