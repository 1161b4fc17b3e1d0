import type { Difference } from '../../library/types.ts'
import { labels } from '../labels.ts'
import { sentenceOf } from '../sentence.ts'
import { nameWords } from '../source-words.ts'
import { escaped } from './escape.ts'

const most = 6

/**
 * What changed since the version before: what hardened and whose source went first, then the rest by number.
 *
 * @param differences in the library's own order
 * @param before number of the version compared with
 * @returns '' where nothing did
 */
export function changesText(differences: readonly Difference[], before: number): string {
  if (differences.length === 0) return ''
  const weighty = differences.filter(({ kind }) => kind === 'hardened' || kind === 'source dropped')
  const rest = Map.groupBy(
    differences.filter((one) => !weighty.includes(one)),
    ({ kind }) => kind,
  )
  const counts = [...rest].map(([kind, ones]) => `${ones.length} ${kind}`)
  const left = weighty.length > most ? [`-# and ${weighty.length - most} more of these`] : []
  return [
    `**Changed since version ${before}**`,
    ...weighty.slice(0, most).map(line),
    ...left,
    ...(counts.length > 0 ? [`-# ${weighty.length > 0 ? 'Beside these' : 'Claims'}: ${counts.join(', ')}`] : []),
  ].join('\n')
}

function line({ kind, before, after }: Difference): string {
  const now = after ? escaped(sentenceOf(after, { most: 220 })) : ''
  if (kind === 'hardened') return `- **Hardened**, ${label(before)} before, ${label(after)} now: ${now}`
  const who = before?.source ? escaped(nameWords(before.source)) : 'its source'
  return `- **Source dropped**, before it was ${who}: ${now}`
}

const label = (claim: Difference['before']): string => (claim ? `*${labels[claim.certainty].words}*` : 'nothing')
