import type { Span } from '../../types.ts'
import type { Document, Sentence } from '../document.ts'
import { nounPhrase } from '../noun-phrases.ts'
import type { Relation } from '../relation.ts'
import { classify } from '../sources/classify.ts'
import { spanOf } from './content.ts'

// What is cited as a reason rather than as somebody who said it.
const reasons =
  /^(?:concerns?|fears?|reasons?|needs?|rules?|laws?|costs?|lack|risks?|pictures?|images?|safety|security|pressure|problems?)$/

/**
 * "The Courier, quoting a diplomat, reported that …", "…, the society said, citing the clinic": who is cited said it, and
 * who cites passes it on.
 *
 * @returns the relations, those that cite with the other source; what only names who is cited is left out
 */
export function citing(document: Document, relations: readonly Relation[]): readonly Relation[] {
  const cited = new Set<number>()
  const out = relations.map((relation) => {
    const sentence = document.sentences[relation.sentence]
    const found =
      sentence && relation.lemma !== 'cite' && relation.source ? citedIn(document, sentence, relation) : null
    if (!found || !relation.source) return relation
    cited.add(found.verb)
    return { ...relation, source: found.source, passedOn: nameOf(document, relation.source) }
  })
  return out.filter(({ cue }) => !cited.has(cue[0]![0]))
}

// "citing X" in the frame of a relation: outside its content, beside its cue or within its source.
function citedIn(document: Document, sentence: Sentence, relation: Relation): { source: Span; verb: number } | null {
  const { tokens } = sentence
  for (const [i, token] of tokens.entries()) {
    if (!/^(?:citing|quoting)$/.test(token.lower) || document.quoted[token.start]) continue
    if (relation.content.some(([a, b]) => token.start >= a && token.start < b)) continue
    const phrase = nounPhrase(tokens, i + 1)
    if (!phrase) continue
    const words = tokens.slice(...phrase)
    const preposition = words.findIndex((t) => t.pos === 'ADP')
    const head = words[(preposition < 0 ? words.length : preposition) - 1]!
    const text = document.text.slice(words[0]!.start, words.at(-1)!.end)
    const speaks =
      words.some((t) => t.pos === 'PROPN') ||
      classify(text, null) !== 'person' ||
      /(?:er|or|ist|man|woman|ant|at)s?$/.test(head.lower)
    const source = spanOf(tokens, ...phrase)
    if (source && speaks && !reasons.test(head.lower)) return { source, verb: token.start }
  }
  return null
}

// The name alone, without what it cites between commas.
function nameOf(document: Document, [start, end]: Span): Span {
  const comma = document.text.slice(start, end).search(/,\s+(?:citing|quoting)\b/)
  return [start, comma < 0 ? end : start + comma]
}
