import { articleOf } from '../../src/article/article-of.ts'
import { ground } from '../../src/claims/ground.ts'
import type { Certainty, Claim, Source, SourceKind, Speech } from '../../src/types.ts'

/** A source as an engine would propose it. */
export function source(name: string, more: Partial<Source> = {}): Source {
  return { name, role: null, kind: 'official' satisfies SourceKind, named: true, mentions: [], ...more }
}

/** A claim that passed the evidence gate: the words it stands on are the whole of its article. */
export function claim(
  certainty: Certainty,
  text: string,
  more: {
    readonly source?: Source | null
    readonly via?: readonly Source[]
    readonly speech?: Speech
    readonly words?: string
    readonly cue?: string
    readonly about?: string
    readonly confidence?: number
  } = {},
): Claim {
  const words = more.words ?? text
  const article = articleOf(`${words}\n\n${more.cue ?? ''}`, { kind: 'news' })
  const { claims } = ground(article, [
    {
      source: more.source ?? null,
      sourceWords: [],
      cue: more.cue ? [{ words: more.cue, start: -1 }] : [],
      content: [{ words, start: 0 }],
      via: more.via ?? [],
      speech: more.speech ?? (more.source ? 'indirect' : 'none'),
      propositions: [
        {
          text,
          evidence: [{ words, start: 0 }],
          cue: null,
          certainty,
          factuality: 0,
          about: more.about ?? null,
        },
      ],
      rule: 'by-hand',
      confidence: more.confidence ?? 0.9,
    },
  ])
  const [made] = claims
  if (!made) throw new Error(`Expected one claim of "${text}", got none; are its words empty?`)
  return made
}
