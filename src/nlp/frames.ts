import type { Document, Sentence } from './document.ts'
import { nounPhrase, type Range, simpleNounPhrase } from './noun-phrases.ts'
import type { Token } from './token.ts'
import type { VerbGroup } from './verb-groups.ts'

/**
 * What follows a verb, and so whether it reports: a clause with or without "that", a quotation, a question word, an
 * infinitive, a preposition ("for"), an object, a gerund, a colon, or nothing.
 */
export interface Frame {
  readonly kind: string
  /** Token number where what it governs begins. */
  readonly from: number
  /** The noun phrase between verb and content: whom it was told. */
  readonly recipient: Range | null
}

const recipients = new Set(
  'tell ask remind assure inform warn advise urge persuade convince show order notify promise teach'.split(' '),
)
const adjunct = new Set([
  'in',
  'on',
  'at',
  'during',
  'to',
  'after',
  'before',
  'via',
  'through',
  'from',
  'with',
  'by',
  'for',
  'of',
  'under',
  'as',
  'about',
])
const timeWord =
  /^(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|yesterday|today|tonight|later|earlier|recently|afterward|afterwards|this|last|next|early|late|again|then|also|morning|afternoon|evening|night|week|month|year)$/
const questionWord = /^(?:whether|if|how|why|what|who|when|where|which|whom|whose)$/

/** The frame of a verb group in its sentence. */
export function readFrame(document: Document, sentence: Sentence, group: VerbGroup): Frame {
  const { tokens } = sentence
  let from = group.to
  while (tokens[from]?.pos === 'ADV' && !questionWord.test(tokens[from]!.lower)) from++
  let recipient: Range | null = null
  if (recipients.has(group.lemma)) {
    // "records show that": the clause begins at once, nobody was told.
    const phrase = tokens[from]?.lower === 'that' ? null : nounPhrase(tokens, from)
    if (phrase) {
      // "told doctors he ate": the recipient ends where a pronoun or a clause begins.
      recipient = shorten(sentence, phrase)
      from = recipient[1]
    }
  }
  const direct = frameAt(document, sentence, from)
  if (/^(?:that|quote|clause|question|to|colon)$/.test(direct.kind)) return { ...direct, recipient }
  const skipped = skipAdjuncts(sentence, from)
  if (skipped > from) {
    const later = frameAt(document, sentence, skipped)
    if (/^(?:that|quote|clause|question|colon)$/.test(later.kind)) return { ...later, recipient }
    // "admitted last year to paying"
    if (/^(?:admit|confess)$/.test(group.lemma) && /^(?:prep:to|to)$/.test(later.kind))
      return { kind: 'prep:to', from: later.kind === 'to' ? later.from + 1 : later.from, recipient }
    if (later.kind === 'end' && /^(?:adverb|prep:(?:in|on|at|during|to))$/.test(direct.kind))
      return { ...later, recipient }
  }
  return { ...direct, recipient }
}

// "told the crowd Mr. Vance would": where a clause follows, the recipient is the first simple phrase.
function shorten(sentence: Sentence, phrase: Range): Range {
  const simple = simpleNounPhrase(sentence.tokens, phrase[0])
  if (!simple) return phrase
  const first = sentence.tokens[simple[0]]!
  if (first.pos === 'PRON' && !/^(?:his|her|their|its|our|my|your)$/.test(first.lower))
    return [simple[0], simple[0] + 1]
  return simple[1] < phrase[1] && frameFollows(sentence, simple[1]) ? simple : phrase
}

const frameFollows = (sentence: Sentence, at: number): boolean => {
  const next = sentence.tokens[at]
  return next !== undefined && (next.lower === 'that' || next.lower === 'to')
}

function skipAdjuncts(sentence: Sentence, start: number): number {
  const { tokens } = sentence
  let at = start
  for (let steps = 0; steps < 6; steps++) {
    const token = tokens[at]
    if (!token) break
    if (timeWord.test(token.lower) || token.pos === 'ADV') {
      const phrase = simpleNounPhrase(tokens, at)
      at =
        phrase && tokens.slice(...phrase).every((t) => timeWord.test(t.lower) || t.pos === 'NUM') ? phrase[1] : at + 1
    } else if (token.pos === 'ADP' && adjunct.has(token.lower)) {
      const phrase = nounPhrase(tokens, at + 1)
      if (!phrase) break
      const simple = simpleNounPhrase(tokens, at + 1)!
      // The last phrase may already be the clause's subject: "said on Sunday Russia would".
      at = startsClause(sentence, phrase[1]) ? phrase[1] : simple[1]
    } else if (
      token.text === ',' &&
      at > start &&
      (questionWord.test(tokens[at + 1]?.lower ?? '') ||
        tokens[at + 1]?.lower === 'that' ||
        isQuoteMark(tokens[at + 1]))
    )
      at++
    else break
  }
  return at
}

const isQuoteMark = (token: Token | undefined): boolean => token !== undefined && /^(?:["“”]|''|``)$/.test(token.text)
const startsClause = (sentence: Sentence, at: number): boolean => {
  const next = sentence.tokens[at]
  return next === undefined || next.lower === 'that' || next.text === ',' || isQuoteMark(next)
}

/** The frame of what begins at a token: see {@link Frame}. */
export function frameAt(document: Document, sentence: Sentence, from: number): Omit<Frame, 'recipient'> {
  const { tokens } = sentence
  const token = tokens[from]
  const next = tokens[from + 1]
  if (!token || /^[.;?!)]$/.test(token.text) || /^\.{2,}$/.test(token.text)) return { kind: 'end', from }
  const opens = (t: Token | undefined) => isQuoteMark(t) && document.quotations.some(({ span }) => span[0] === t!.start)
  if (opens(token)) return { kind: 'quote', from }
  if ((token.text === ',' || token.text === ':') && opens(next)) return { kind: 'quote', from: from + 1 }
  if (token.text === ':') return { kind: 'colon', from: from + 1 }
  if (token.text === ',') return { kind: 'end', from }
  if (isQuoteMark(token)) return { kind: 'end', from }
  if (token.lower === 'that' && (token.pos === 'SCONJ' || token.pos === 'PRON' || next?.pos !== 'NOUN'))
    return { kind: 'that', from }
  if (questionWord.test(token.lower)) return { kind: 'question', from }
  if (token.lower === 'to' && sentence.groups.some((g) => g.from === from)) return { kind: 'to', from }
  if (token.pos === 'VERB' && /ing$/.test(token.lower)) return { kind: 'gerund', from }
  if (token.pos === 'ADP' || token.lower === 'to' || token.pos === 'PART')
    return { kind: `prep:${token.lower}`, from: from + 1 }
  if (token.lower === 'there' || (token.pos === 'PRON' && /^(?:he|she|they|i|we|it)$/.test(token.lower)))
    return { kind: hasVerbAfter(sentence, from + 1) ? 'clause' : 'object', from }
  const phrase = nounPhrase(tokens, from)
  if (phrase)
    return { kind: hasVerbAfter(sentence, phrase[1]) || innerClause(sentence, phrase) ? 'clause' : 'object', from }
  if (token.pos === 'ADV') return { kind: 'adverb', from }
  return { kind: token.pos === 'VERB' ? 'verb' : token.pos === 'ADJ' ? 'adjective' : 'other', from }
}

// A verb with tense right after a phrase, a relative clause between them left aside.
function hasVerbAfter(sentence: Sentence, at: number): boolean {
  const { tokens, groups } = sentence
  let i = at
  // "said the company “knew for weeks”": the quotation may begin with the verb.
  if (isQuoteMark(tokens[i])) i++
  while (tokens[i]?.pos === 'ADV') i++
  const group = groups.find((g) => g.from === i)
  if (group?.finite) return true
  if (
    /^(?:who|which|that)$/.test(tokens[i]?.lower ?? '') ||
    group?.form === 'participle' ||
    group?.form === 'gerund' ||
    tokens[i]?.text === ','
  ) {
    const after = groups.filter((g) => g.from > i && g.finite)
    const relative = /^(?:who|which|that)$/.test(tokens[i]?.lower ?? '')
    const first = after[relative ? 1 : 0]
    if (!first) return false
    const between = tokens.slice(after[0] && relative ? after[0].to : i + 1, first.from)
    return (
      tokens[i]?.text !== ',' && !between.some((t) => t.pos === 'CCONJ' || t.pos === 'SCONJ' || /^[;:—–]$/.test(t.text))
    )
  }
  return false
}

// "said on Sunday Russia would": the phrase ran over two, the second being the subject.
const innerClause = (sentence: Sentence, [from, to]: Range): boolean =>
  sentence.groups.some((g) => g.finite && g.from > from && g.from <= to)
