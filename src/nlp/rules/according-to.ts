import type { Document } from '../document.ts'
import { nounPhrase } from '../noun-phrases.ts'
import type { Relation } from '../relation.ts'
import { quotationAt, spanOf, withoutFinalStop } from './content.ts'

/** "According to X, …" and "…, according to X". */
export function accordingTo(document: Document): readonly Relation[] {
  return document.sentences.flatMap((sentence) => {
    const { tokens } = sentence
    return tokens.flatMap((token, i): Relation[] => {
      if (token.lower !== 'according' || tokens[i + 1]?.lower !== 'to' || document.quoted[token.start]) return []
      const source = nounPhrase(tokens, i + 2)
      if (!source) return []
      // An apposition belongs to the source: "according to Chief Delegate, Rustem Umerov, both sides …".
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
      const quotation = quotationAt(document, content[0])
      if (quotation && quotation[0] < content[0]) content = [quotation[0], content[1]]
      return [
        {
          rule: 'according-to',
          sentence: sentence.index,
          source: spanOf(tokens, source[0], end),
          cue: [[token.start, tokens[i + 1]!.end]],
          content: [content],
          lemma: 'according to',
          frame: 'prep:to',
          passive: false,
          recipient: null,
        },
      ]
    })
  })
}
