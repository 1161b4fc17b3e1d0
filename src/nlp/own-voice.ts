import type { Article, Attribution, Certainty, Proposition, Source } from '../types.ts'
import { confidenceOf } from './confidence.ts'
import type { Owned } from './propositions/read.ts'

/**
 * The article's own voice. In news it has no source. In a release, a statement or an opinion it belongs to its issuer or
 * author, and nothing there is stated as fact: the label is `attributed` at most.
 */
export function ownVoice(article: Article, owned: readonly Owned[]): readonly Attribution[] {
  const source = voiceOf(article)
  return owned.map(({ proposition }) => ({
    source,
    sourceWords: [],
    cue: [],
    content: proposition.evidence,
    via: [],
    speech: source ? ('indirect' as const) : ('none' as const),
    propositions: [source ? { ...proposition, certainty: atMostAttributed(proposition) } : proposition],
    rule: 'own-voice',
    confidence: source ? 0.6 : confidenceOf(null, null, proposition.certainty),
  }))
}

const atMostAttributed = ({ certainty }: Proposition): Certainty => (certainty === 'stated' ? 'attributed' : certainty)

function voiceOf({ kind, byline, outlet }: Article): Source | null {
  if (kind !== 'release' && kind !== 'statement' && kind !== 'opinion') return null
  const name = kind === 'opinion' ? byline : (outlet ?? byline)
  const whose = { role: null, kind: kind === 'opinion' ? ('person' as const) : ('organisation' as const), mentions: [] }
  if (name) return { ...whose, name, named: true }
  return { ...whose, name: kind === 'opinion' ? 'the author' : 'the issuer', named: false }
}
