import type { Article, Source } from '../types.ts'

/**
 * Whose voice an article's own is: that of who issued a release or a statement, or wrote an opinion. In anything else it is
 * nobody's, and null.
 */
export function voiceOf({ kind, byline, outlet }: Pick<Article, 'kind' | 'byline' | 'outlet'>): Source | null {
  if (kind !== 'release' && kind !== 'statement' && kind !== 'opinion') return null
  const isOpinion = kind === 'opinion'
  const name = isOpinion ? byline : (outlet ?? byline)
  return {
    name: name ?? (isOpinion ? 'the author' : 'the issuer'),
    role: null,
    kind: isOpinion ? 'person' : 'organisation',
    named: name !== null,
    mentions: [],
  }
}
