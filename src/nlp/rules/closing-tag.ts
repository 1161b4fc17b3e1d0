import type { Span } from '../../types.ts'
import type { Document, Sentence } from '../document.ts'
import { readFrame } from '../frames.ts'
import { cueShare } from '../lexicon/cue-frames.ts'
import { nounPhrase, type Range } from '../noun-phrases.ts'
import type { Relation } from '../relation.ts'
import type { Token } from '../token.ts'
import type { VerbGroup } from '../verb-groups.ts'
import { quotationAt, spanOf } from './content.ts'
import { phraseBefore } from './subject.ts'

/** "…, the minister said", "“…,” said the minister, who …", "…, he said, …": content first, its tag after. */
export function closingTag(document: Document): readonly Relation[] {
  return document.sentences.flatMap((sentence) =>
    sentence.groups.flatMap((group) => {
      if (document.quoted[sentence.tokens[group.head]!.start] || !group.finite || group.passive) return []
      return read(document, sentence, group) ?? []
    }),
  )
}

function read(document: Document, sentence: Sentence, group: VerbGroup): Relation | null {
  const { tokens } = sentence
  const found = inverted(document, sentence, group) ?? straight(document, sentence, group)
  if (!found) return null
  const { source, contentEnd, resume } = found
  const last = tokens[contentEnd - 1]
  // "— the mayor said": a sentence that opens with its tag has nothing before it.
  if (!last) return null
  const quotation = quotationAt(document, last.start)
  const content: Span[] = []
  if (quotation && quotation[1] === last.end && !wordsBefore(sentence, quotation)) content.push(quotation)
  else {
    const opening = quotationAt(document, tokens[0]!.start)
    const start =
      opening && opening[0] < sentence.span[0] && quotation === opening
        ? opening[0]
        : tokens[skipOpener(sentence)]!.start
    content.push([start, last.end])
  }
  if (resume !== null) {
    const rest = quotationAt(document, tokens[resume]!.start)
    const span = rest && rest[0] === tokens[resume]!.start ? rest : spanOf(tokens, resume, endOf(sentence))
    if (span) content.push(span)
  }
  return {
    rule: 'closing-tag',
    sentence: sentence.index,
    source: source && spanOf(tokens, ...source),
    cue: [spanOf(tokens, group.from, group.to)!],
    content,
    lemma: group.lemma,
    frame: 'closing',
    passive: false,
    recipient: null,
  }
}

interface Tag {
  readonly source: Range | null
  /** Token number after the content. */
  readonly contentEnd: number
  /** Token number where the content goes on after the tag, or null. */
  readonly resume: number | null
}

const reports = (group: VerbGroup, frame: string): boolean =>
  cueShare(group.lemma, frame) >= 0.5 || (frame === 'end' && cueShare(group.lemma, 'that') >= 0.7)

// "…, said the minister."
function inverted(document: Document, sentence: Sentence, group: VerbGroup): Tag | null {
  const { tokens } = sentence
  const before = tokens[group.from - 1]
  if (!before || !endsContent(document, sentence, group.from)) return null
  if (!reports(group, 'quote') && !reports(group, 'end')) return null
  // ", a lawyer for the group, told the station that …": what it governs comes after it.
  const frame = readFrame(document, sentence, group)
  if (/^(?:that|to|question)$/.test(frame.kind) || (frame.recipient && /^(?:clause|quote)$/.test(frame.kind)))
    return null
  const quoted =
    document.quotations.some(({ span }) => span[1] === before.end) ||
    document.quoted[tokens[Math.max(0, group.from - 2)]!.start] === 1
  // "The minister, who resigned, denied taking bribes": after a clause only these turn round, and not with a subject of their own.
  if (!quoted && (!turnsRound.test(group.lemma) || phraseBefore(sentence, group.from))) return null
  const phrase = nounPhrase(tokens, group.to)
  if (!phrase) return null
  const source = withName(tokens, phrase)
  const next = tokens[source[1]]
  // ", said the minister was": the phrase has a verb of its own, so it isn't the speaker.
  if (next && sentence.groups.some((g) => g.from === source[1] && g.finite)) return null
  return { source, contentEnd: contentEnd(sentence, group.from), resume: resumeAt(document, sentence, source[1]) }
}

const turnsRound = /^(?:say|add|report|write|announce|warn|note|explain)$/

// "said its director, Ada Lund": the name in apposition to an office belongs to the source.
function withName(tokens: readonly Token[], [from, to]: Range): Range {
  if (tokens[to]?.text !== ',') return [from, to]
  const name = nounPhrase(tokens, to + 1)
  if (!name) return [from, to]
  const named = tokens[to - 1]!.pos === 'NOUN' && tokens.slice(...name).every((t) => t.pos === 'PROPN')
  // "said Odd Renner, the mayor"
  const described = tokens[to - 1]!.pos === 'PROPN' && /^(?:the|a|an|its|his|her|their)$/.test(tokens[name[0]]!.lower)
  if (!named && !described) return [from, to]
  const after = tokens[name[1]]
  return !after || /^(?:[,.;"”]|who|in|on|at)$/.test(after.lower) ? [from, name[1]] : [from, to]
}

// "…, the minister said."
function straight(document: Document, sentence: Sentence, group: VerbGroup): Tag | null {
  const { tokens } = sentence
  const frame = readFrame(document, sentence, group)
  const source = phraseBefore(sentence, group.from)
  if (!source || !(endsContent(document, sentence, source[0]) || isInserted(sentence, source[0], group.to))) return null
  if (
    frame.kind !== 'end' &&
    frame.kind !== 'quote' &&
    !frame.kind.startsWith('prep:') &&
    frame.kind !== 'adverb' &&
    !(frame.kind === 'object' && frame.recipient)
  )
    return null
  if (!reports(group, 'end') && !reports(group, 'quote')) return null
  // "On Monday, the minister said: “…”" has its content after the cue.
  if (
    frame.kind === 'quote' &&
    !document.quoted[tokens[source[0] - 1]!.start] &&
    !document.quoted[tokens[Math.max(0, source[0] - 2)]!.start]
  )
    return null
  return {
    source,
    contentEnd: contentEnd(sentence, source[0]),
    resume: resumeAt(document, sentence, frame.kind === 'quote' ? frame.from : group.to),
  }
}

// "The dam, the mayor said, is safe": the subject before the tag, its verb after it.
function isInserted({ tokens, groups }: Sentence, from: number, to: number): boolean {
  const before = tokens[from - 2]
  return (
    isPause(tokens[from - 1]?.text) &&
    isPause(tokens[to]?.text) &&
    /^(?:NOUN|PROPN)$/.test(before?.pos ?? '') &&
    groups.some((g) => g.finite && g.from >= to + 1 && g.from <= to + 2) &&
    !groups.some((g) => g.to < from)
  )
}

const isPause = (text = ''): boolean => /^(?:,|—|–|--)$/.test(text)

// Whether content may end right before a token: a comma, a closing mark, a dash.
function endsContent(document: Document, sentence: Sentence, at: number): boolean {
  const before = sentence.tokens[at - 1]
  if (!before) return false
  const quotedBefore = document.quotations.some(({ span }) => span[1] === before.end)
  if (quotedBefore) return true
  if (before.text !== ',' && !/^(?:—|–|--|-)$/.test(before.text)) return false
  // There must be a clause before it, or a quotation; "On Monday," is neither.
  return (
    sentence.groups.some((g) => g.to < at && g.form !== 'gerund') ||
    document.quoted[sentence.tokens[Math.max(0, at - 2)]!.start] === 1
  )
}

const contentEnd = (sentence: Sentence, at: number): number => {
  let end = at
  while (end > 0 && /^(?:[,]|—|–|--|-)$/.test(sentence.tokens[end - 1]!.text)) end--
  return end
}

// The content goes on after the tag: ", he said, is …" or ", he said. “…”" within the sentence.
function resumeAt(document: Document, sentence: Sentence, from: number): number | null {
  const { tokens } = sentence
  for (let i = from; i < tokens.length; i++) {
    const token = tokens[i]!
    if (document.quotations.some(({ span }) => span[0] === token.start)) return i
    if (/^(?:who|which|whose)$/.test(tokens[i + 1]?.lower ?? '')) return null
    if (isPause(token.text) && sentence.groups.some((g) => g.from >= i && g.from <= i + 3 && g.finite) && i === from)
      return i + 1
  }
  return null
}

const endOf = (sentence: Sentence): number => {
  let end = sentence.tokens.length
  while (end > 0 && /^[.]$/.test(sentence.tokens[end - 1]!.text)) end--
  return end
}

// Words of the sentence that stand before a quotation: "He is “a fraud,” she said" is mixed.
const wordsBefore = (sentence: Sentence, quotation: Span): boolean =>
  sentence.tokens.some((t) => t.end <= quotation[0] && t.start >= sentence.span[0] && /[\p{L}\p{N}]/u.test(t.text))

const skipOpener = (sentence: Sentence): number => {
  const first = sentence.tokens[0]!
  return first.pos === 'CCONJ' && sentence.tokens.length > 3 ? 1 : 0
}
