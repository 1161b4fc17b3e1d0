import type { Span } from '../../types.ts'
import type { Document, Sentence } from '../document.ts'
import { type Frame, frameAt, readFrame } from '../frames.ts'
import { cueShare } from '../lexicon/cue-frames.ts'
import { nounPhrase } from '../noun-phrases.ts'
import type { Relation } from '../relation.ts'
import type { VerbGroup } from '../verb-groups.ts'
import { quotationAt, spanOf, withContinuations, withoutFinalStop } from './content.ts'
import { subjectOf } from './subject.ts'

/** Least share of a verb's occurrences in a frame that were cues, for the rule to take it for one. */
const least = 0.45

/** "The minister said that …", "said: “…”", "denied the charge", "wants to …": cue first, content after. */
export function verbThenContent(document: Document): readonly Relation[] {
  return document.sentences.flatMap((sentence) =>
    sentence.groups.flatMap((group) => {
      if (document.quoted[sentence.tokens[group.head]!.start] || isDisowned(sentence, group)) return []
      return read(document, sentence, group) ?? []
    }),
  )
}

// "denied knowing that …": what is denied is the knowing.
const isDisowned = ({ groups }: Sentence, group: VerbGroup): boolean =>
  group.form === 'gerund' &&
  groups.some((g) => g.to === group.from && /^(?:deny|admit|acknowledge|confess)$/.test(g.lemma))

function read(document: Document, sentence: Sentence, group: VerbGroup): Relation | null {
  const { tokens } = sentence
  const frame: Frame & { readonly share?: number } =
    phrasal(document, sentence, group) ?? readFrame(document, sentence, group)
  const verb = group.passive ? `be ${group.lemma}` : group.lemma
  if (frame.kind === 'end' || (frame.share ?? cueShare(verb, frame.kind)) < least) return null
  const start = tokens[frame.from]
  if (!start) return null
  const subject = subjectOf(sentence, group)
  const content = contentFrom(document, sentence, group, frame.kind, frame.from)
  if (content.length === 0) return null
  const particle = /^prep:/.test(frame.kind) || frame.share ? frame.from : group.to
  return {
    rule: 'verb-then-content',
    sentence: sentence.index,
    source: subject && !group.passive ? spanOf(tokens, ...subject) : null,
    cue: [spanOf(tokens, group.from, particle)!],
    content,
    lemma: group.lemma,
    frame: frame.kind,
    passive: group.passive,
    recipient: frame.recipient && spanOf(tokens, ...frame.recipient),
  }
}

// Verbs whose particle or object makes another cue of them: "rule out", "point out", "claim responsibility for".
const phrases: readonly (readonly [lemma: string, words: readonly string[], kind: string | null])[] = [
  ['rule', ['out'], 'object'],
  ['point', ['out'], null],
  ['make', ['clear'], null],
  ['claim', ['responsibility', 'for'], 'object'],
  ['plead', ['guilty', 'to'], 'prep:to'],
]

function phrasal(
  document: Document,
  sentence: Sentence,
  group: VerbGroup,
): (Frame & { readonly share: number }) | null {
  for (const [lemma, words, kind] of phrases) {
    if (
      group.lemma !== lemma ||
      group.passive ||
      !words.every((word, i) => sentence.tokens[group.to + i]?.lower === word)
    )
      continue
    const frame = frameAt(document, sentence, group.to + words.length)
    if (kind === null && !/^(?:that|clause|quote|question)$/.test(frame.kind)) continue
    return {
      kind: kind ?? frame.kind,
      from: frame.kind.startsWith('prep:') && kind === 'object' ? frame.from - 1 : frame.from,
      recipient: null,
      share: 1,
    }
  }
  return null
}

function contentFrom(
  document: Document,
  sentence: Sentence,
  group: VerbGroup,
  kind: string,
  from: number,
): readonly Span[] {
  const { tokens } = sentence
  const start = tokens[from]!.start
  const quotation = quotationAt(document, start)
  if (kind === 'object' || kind === 'gerund' || kind.startsWith('prep:')) {
    const phrase = nounPhrase(tokens, from)
    const stop = Math.min(sentenceEnd(document, sentence, group, from), nextPredicate(sentence, from))
    const to = Math.max(phrase?.[1] ?? from + 1, stop)
    const span = spanOf(tokens, from, withoutFinalStop(document, sentence, from, to))
    return span ? [span] : []
  }
  if (quotation && quotation[0] === start) {
    const after = tokens.findIndex((t) => t.start >= quotation[1])
    // A quotation that ends its sentence, or is followed by a mark: all of it, and what continues it.
    if (after < 0 || !/[\p{L}\p{N}]/u.test(tokens[after]!.text) || quotation[1] > sentence.span[1])
      return withContinuations(document, quotation)
  }
  const end = sentenceEnd(document, sentence, group, from)
  const span = spanOf(tokens, from, withoutFinalStop(document, sentence, from, end))
  if (!span) return []
  // A quotation that the sentence opens and later sentences go on with.
  const last = quotationAt(document, span[1] - 1)
  return last && last[1] > span[1] ? [[span[0], last[1]]] : [span]
}

// "pleaded guilty to fraud and testified": what the same subject did next isn't part of the object.
function nextPredicate({ tokens, groups }: Sentence, from: number): number {
  for (let i = from + 1; i < tokens.length; i++) {
    if (/^(?:that|who|which|whether)$/.test(tokens[i]!.lower)) break
    if (tokens[i]!.pos === 'CCONJ' && groups.some((g) => g.finite && g.from === i + 1 && g.to < tokens.length)) return i
  }
  return tokens.length
}

// Where content that began at `from` ends: the sentence's end, or a closing tag of somebody else's.
function sentenceEnd(document: Document, sentence: Sentence, group: VerbGroup, from: number): number {
  const { tokens, groups } = sentence
  for (let i = from + 1; i < tokens.length; i++) {
    if (document.quoted[tokens[i]!.start]) continue
    const token = tokens[i]!
    if (token.text === ',' && tokens[i + 1]?.lower === 'according') return i
    if (token.text === ';') return i
    // "said it showed “…”, and called on": after a quotation that ended, a verb without a subject is the speaker's.
    if (
      token.pos === 'CCONJ' &&
      groups.some((g) => g.finite && g.from === i + 1) &&
      /^["”]$/.test(tokens[i - 1]?.text === ',' ? (tokens[i - 2]?.text ?? '') : (tokens[i - 1]?.text ?? ''))
    )
      return tokens[i - 1]!.text === ',' ? i - 1 : i
    // ", adding that", ", but he said": a verb that reports on the same level.
    if (token.text === ',' || token.pos === 'CCONJ') {
      const next = groups.find((g) => g.from > i)
      if (next && next.from - i <= 4 && next.from > group.to) {
        const frame = readFrame(document, sentence, next)
        const verb = next.passive ? `be ${next.lemma}` : next.lemma
        const own = next.form === 'gerund' || next.form === 'finite'
        if (
          own &&
          /^(?:that|quote|end|question)$/.test(frame.kind) &&
          cueShare(verb, frame.kind) > 0.7 &&
          token.text === ','
        )
          return i
      }
    }
  }
  return tokens.length
}
