import { readQuotations } from '../text/quotations.ts'
import type { Article, Speech, Words } from '../types.ts'

/**
 * In whose words something stands, by the article's own marks: what a model calls direct would be shown within quotation
 * marks, so its word for it counts only in a transcript, whose turns have none.
 *
 * @returns tells the speech of evidence, given what the model called it
 */
export function speechIn({
  text,
  kind,
}: Pick<Article, 'text' | 'kind'>): (evidence: readonly Words[], told: Speech) => Speech {
  const inside = new Uint8Array(text.length)
  for (const { inner } of readQuotations(text)) inside.fill(1, ...inner)
  return (evidence, told) => {
    if (kind === 'transcript' && told !== 'none') return told
    const found = evidence.flatMap(({ words, start }) =>
      start < 0 ? [] : [...words.matchAll(/[\p{L}\p{N}]+/gu)].map(({ index }) => inside[start + index] === 1),
    )
    const quoted = found.filter((one) => one).length
    if (quoted === 0) return 'indirect'
    if (quoted === found.length) return 'direct'
    // A name or a label of one or two words in marks leaves it indirect.
    return quoted <= 2 && found.length > 2 * quoted ? 'indirect' : 'mixed'
  }
}
