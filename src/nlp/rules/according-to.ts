import type { Span } from '../../types.ts'
import type { Document, Sentence } from '../document.ts'
import { nounPhrase } from '../noun-phrases.ts'
import type { Relation } from '../relation.ts'
import type { Token } from '../token.ts'
import { quotationAt, spanOf, withoutFinalStop } from './content.ts'

/** "According to X, …" and "…, according to X". */
export function accordingTo(document: Document): readonly Relation[] {
  return document.sentences.flatMap((sentence) => {
    const { tokens } = sentence
    return tokens.flatMap((token, i): Relation[] => {
      if (token.lower !== 'according' || tokens[i + 1]?.lower !== 'to' || document.quoted[token.start]) return []
      const source = nounPhrase(tokens, i + 2)
      if (!source || isMeasure(tokens.slice(...source))) return []
      // An apposition belongs to the source: "according to Chief Delegate, Ilse Marrow, both sides …".
      let end = source[1]
      const opens = i === 0 || (i === 1 && tokens[0]!.pos === 'CCONJ')
      if (opens && tokens[end]?.text === ',') {
        const name = nounPhrase(tokens, end + 1)
        if (name && tokens[name[1]]?.text === ',' && tokens[end + 1]!.pos === 'PROPN') end = name[1]
      }
      const from = opens ? end + (tokens[end]?.text === ',' ? 1 : 0) : 0
      let to = opens ? withoutFinalStop(document, sentence, from, tokens.length) : i
      if (!opens) while (to > 0 && /^[,—–]$/.test(tokens[to - 1]!.text)) to--
      let content = spanOf(tokens, from, to)
      if (!content) return []
      const rest = opens ? null : restAfter(document, sentence, end)
      const quotation = quotationAt(document, content[0])
      if (quotation && quotation[0] < content[0]) content = [quotation[0], content[1]]
      return [
        {
          rule: 'according-to',
          sentence: sentence.index,
          source: spanOf(tokens, source[0], end),
          cue: [[token.start, tokens[i + 1]!.end]],
          content: rest ? [content, rest] : [content],
          lemma: 'according to',
          frame: 'prep:to',
          passive: false,
          recipient: null,
        },
      ]
    })
  })
}

// "Dues are set according to the size of the boat": by what, not by whom.
const isMeasure = (source: readonly Token[]): boolean => {
  const of = source.findIndex((t) => t.pos === 'ADP')
  const head = source[(of < 0 ? source.length : of) - 1]
  return /^(?:size|number|amount|age|needs?|plan|plans|ability|height|weight|rank|type|season|taste|value|order|schedule|rules?)$/.test(
    head?.lower ?? '',
  )
}

// "The dam, according to the mayor, is safe": the verb after it belongs to the subject before it.
function restAfter(document: Document, sentence: Sentence, end: number): Span | null {
  const { tokens, groups } = sentence
  if (tokens[end]?.text !== ',' || !groups.some((g) => g.finite && g.from >= end + 1 && g.from <= end + 2)) return null
  return spanOf(tokens, end + 1, withoutFinalStop(document, sentence, end + 1, tokens.length))
}
