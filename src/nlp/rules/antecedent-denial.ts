import type { Document, Sentence } from '../document.ts'
import { reportingVerbs } from '../lexicon/reporting-verbs.ts'
import type { Relation } from '../relation.ts'
import type { VerbGroup } from '../verb-groups.ts'
import { spanOf } from './content.ts'
import { phraseBefore } from './subject.ts'

// What a denial calls the clause before it: ", a charge he denies", ", claims the firm has rejected".
const namesIt = /^(?:charges?|claims?|allegations?|accusations?|suggestions?|reports?|account)$/

/**
 * "…, which he denies", "…, an accusation the company has rejected": the clause before the comma is what is denied. Its
 * words stay whosever they were as well; the frame is "antecedent".
 */
export function antecedentDenial(document: Document): readonly Relation[] {
  return document.sentences.flatMap((sentence) =>
    sentence.groups.flatMap((group) => read(document, sentence, group) ?? []),
  )
}

function read(document: Document, sentence: Sentence, group: VerbGroup): Relation | null {
  const { tokens } = sentence
  const verb = reportingVerbs[group.lemma]
  if (verb?.certainty !== 'denied' || group.passive || !group.finite || group.negated) return null
  if (document.quoted[tokens[group.head]!.start] || !endsClause(sentence, group.to)) return null
  const source = phraseBefore(sentence, group.from)
  if (!source) return null
  const opening = openingBefore(sentence, source[0])
  if (!opening) return null
  const content = spanOf(tokens, clauseStart(sentence, opening.comma), opening.comma)
  if (!content) return null
  return {
    rule: 'antecedent-denial',
    sentence: sentence.index,
    source: spanOf(tokens, Math.max(source[0], opening.to), source[1]),
    cue: [spanOf(tokens, group.from, group.to)!],
    content: [content],
    lemma: group.lemma,
    frame: 'antecedent',
    passive: false,
    recipient: null,
  }
}

const endsClause = (sentence: Sentence, at: number): boolean => {
  let next = at
  while (/^(?:ADV)$/.test(sentence.tokens[next]?.pos ?? '')) next++
  return !sentence.tokens[next] || /^[.,;"”]$/.test(sentence.tokens[next]!.text)
}

// Where ", which" or ", a charge (that)" begins and ends; the phrase before the verb may have swallowed the noun.
function openingBefore(sentence: Sentence, at: number): { comma: number; to: number } | null {
  const { tokens } = sentence
  for (const from of [at, at + 1, at + 2]) {
    const before = tokens[from - 1]
    if (!before) continue
    if (before.lower === 'which' && tokens[from - 2]?.text === ',') return { comma: from - 2, to: from }
    if (!namesIt.test(before.lower) && !(before.lower === 'that' && namesIt.test(tokens[from - 2]?.lower ?? '')))
      continue
    let noun = from - 1
    if (before.lower === 'that') noun--
    while (noun > 0 && /^(?:DET|ADJ)$/.test(tokens[noun - 1]!.pos)) noun--
    if (tokens[noun - 1]?.text === ',') return { comma: noun - 1, to: from }
  }
  return null
}

// The clause that ends at a comma: from the sentence's start, or what follows its last semicolon or "but".
function clauseStart(sentence: Sentence, comma: number): number {
  const { tokens } = sentence
  for (let i = comma - 1; i > 0; i--) if (tokens[i]!.text === ';' || tokens[i]!.lower === 'but') return i + 1
  return 0
}
