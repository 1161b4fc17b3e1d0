import type { Document } from '../document.ts'
import { readFrame } from '../frames.ts'
import { reportingVerbs } from '../lexicon/reporting-verbs.ts'
import type { Relation } from '../relation.ts'
import { quotationAt, spanOf, withoutFinalStop } from './content.ts'
import { subjectOf } from './subject.ts'

/** Somebody quoted passes on what a third person said: "“The ambassador confirmed that …,” she said." */
export function nestedSpeech(document: Document): readonly Relation[] {
  return document.sentences.flatMap((sentence) =>
    sentence.groups.flatMap((group): Relation[] => {
      const { tokens } = sentence
      const head = tokens[group.head]!
      const quotation = quotationAt(document, head.start)
      if (!quotation || !(group.lemma in reportingVerbs) || group.passive || !group.finite) return []
      const frame = readFrame(document, sentence, group)
      if (
        frame.kind !== 'that' &&
        !(frame.kind === 'clause' && /^(?:say|tell|report|testify|confirm|claim|allege|deny|admit)$/.test(group.lemma))
      )
        return []
      const subject = subjectOf(sentence, group)
      const source = subject && spanOf(tokens, ...subject)
      // "I said", "we know", "it shows": the speaker's own words, not a third person's.
      if (
        !source ||
        tokens
          .slice(...subject)
          .some((t) => /^(?:i|we|you|it|this|that|these|what|which|who|they|people|everyone)$/.test(t.lower))
      )
        return []
      if (source[0] < quotation[0]) return []
      let to = tokens.length
      while (to > frame.from && tokens[to - 1]!.end > quotation[1]) to--
      const content = spanOf(tokens, frame.from, withoutFinalStop(document, sentence, frame.from, to))
      if (!content || content[1] <= content[0]) return []
      return [
        {
          rule: 'nested-speech',
          sentence: sentence.index,
          source,
          cue: [spanOf(tokens, group.from, group.to)!],
          content: [content],
          lemma: group.lemma,
          frame: 'nested',
          passive: false,
          recipient: null,
        },
      ]
    }),
  )
}
