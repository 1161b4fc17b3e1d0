import type { Span } from '../types.ts'
import { type Document, type Sentence, sentenceAt } from './document.ts'
import { readFrame } from './frames.ts'
import { cueNouns } from './lexicon/cue-nouns.ts'
import { reportingLemma } from './lexicon/verb-forms.ts'
import type { Proposal } from './network/read.ts'
import type { Relation } from './relation.ts'
import { quotationAt, spanOf } from './rules/content.ts'
import { subjectOf } from './rules/subject.ts'
import type { VerbGroup } from './verb-groups.ts'

/**
 * What the network proposes as relations, with what the rules after it ask of a relation: the cue's verb, what follows
 * it, whom it was told. Spans are moved to whole words and to the marks of a quotation that they nearly cover.
 */
export function relationsOf(document: Document, proposals: readonly Proposal[]): readonly Relation[] {
  return proposals.flatMap((proposal) => relationOf(document, proposal) ?? [])
}

function relationOf(document: Document, proposal: Proposal): Relation | null {
  const { source, content } = proposal
  const [first] = content
  if (!first) return null
  const quoted = document.quoted[first[0]] === 1
  // Nobody and nothing that says so, and no quotation marks: the article's own words.
  if (!proposal.cue && !source && !quoted) return null
  // Without a cue the content's start stands for its place.
  const cue = proposal.cue ?? ([first[0], first[0]] as const)
  const sentence = document.sentences[sentenceAt(document, cue[0])]
  if (!sentence) return null
  const { lemma, group } = proposal.cue ? wordOf(document, sentence, cue) : { lemma: 'say', group: null }
  // "Osk went on trial, accused of fraud": whom the network takes for the source is the target, and nobody accuses.
  const next = group && sentence.tokens[group.head + 1]?.lower
  if (group && /^(?:accuse|charge|suspect)$/.test(lemma) && !group.finite && /^(?:of|with|over)$/.test(next ?? ''))
    return null
  const before = first[0] < cue[0]
  const frame = group && readFrame(document, sentence, group)
  return {
    rule: 'model',
    sure: proposal.sure,
    sentence: sentence.index,
    source: source ?? subjectIn(sentence, group),
    cue: [cue],
    content: content.map((span) => withoutGloss(document, withMarks(document, span))),
    lemma,
    frame: lemma === 'according to' ? 'prep:to' : before ? 'closing' : (frame?.kind ?? frameOf(document, first)),
    passive: group?.passive ?? false,
    recipient: frame?.recipient ? spanOf(sentence.tokens, ...frame.recipient) : null,
  }
}

// Where the network names no source, the verb's own subject is it.
function subjectIn(sentence: Sentence, group: VerbGroup | null): Span | null {
  const subject = group && !group.passive ? subjectOf(sentence, group) : null
  return subject && spanOf(sentence.tokens, ...subject)
}

// The reporting word within a cue: its verb, "according to", or a noun that reports.
function wordOf(
  document: Document,
  sentence: Sentence,
  cue: Span,
): { readonly lemma: string; readonly group: VerbGroup | null } {
  const { tokens, groups } = sentence
  const words = document.text.slice(...cue).toLowerCase()
  if (/\baccording to\b/.test(words)) return { lemma: 'according to', group: null }
  const inside = (i: number) => tokens[i] !== undefined && tokens[i]!.start >= cue[0] && tokens[i]!.end <= cue[1]
  const verbs = groups.filter((g) => inside(g.head))
  const group = verbs.find((g) => reportingLemma(tokens[g.head]!.lower)) ?? verbs[0] ?? null
  if (group) return { lemma: group.lemma, group }
  const said = tokens.filter((t, i) => inside(i) && /[\p{L}]/u.test(t.text))
  for (const { lower, lemma } of said.reverse()) {
    const found = reportingLemma(lower) ?? cueNouns[lemma] ?? cueNouns[lower.replace(/s$/, '')]
    if (found) return { lemma: found, group: null }
  }
  return { lemma: said.at(-1)?.lemma ?? 'say', group: null }
}

// What follows a cue that is no verb: a quotation, a clause with "that", or what else it governs.
function frameOf(document: Document, [start]: Span): string {
  if (quotationAt(document, start)?.[0] === start) return 'quote'
  return /^that\b/i.test(document.text.slice(start, start + 5)) ? 'that' : 'clause'
}

// A quotation whose mark the span misses by its last or first sign is meant with it.
function withMarks(document: Document, [start, end]: Span): Span {
  const { text } = document
  const opening = start > 0 && /["“]/.test(text[start - 1]!) && document.quoted[start] === 1 ? start - 1 : start
  const closing =
    /["”]/.test(text[end] ?? '') && document.quoted[end - 1] === 1 && document.quoted[end] === 1 ? end + 1 : end
  return [opening, closing]
}

// What the article adds of its own once a quotation has ended: "…,” referring to the party's convention".
const gloss = /^,?["”],?\s(?:(?:meaning|referring|adding|noting)\b|[—–-]+\s|which\b)/

function withoutGloss({ text }: Document, [start, end]: Span): Span {
  for (let at = start + 1; at < end; at++) {
    if (!/["”]/.test(text[at]!)) continue
    const from = text[at - 1] === ',' ? at - 1 : at
    if (gloss.test(text.slice(from, from + 14)) && !/["“”]/.test(text.slice(at + 1, end))) return [start, at + 1]
  }
  return [start, end]
}
