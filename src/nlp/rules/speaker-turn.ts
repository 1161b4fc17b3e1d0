import type { Document } from '../document.ts'
import type { Relation } from '../relation.ts'

// "PENCE: …", "Q: …", "Trump: Debate was rigged": a name, a colon and what was said, alone in a paragraph.
const turn =
  /^(?:\[?\d{1,2}[:.]\d{2}(?:[:.]\d{2})?\]?\s+)?((?:[\p{Lu}][\p{L}.'’-]*|[A-Z]{2,})(?:\s+(?:[\p{Lu}][\p{L}.'’-]*|\([^)]{1,30}\))){0,4}(?:\s+\([^)]{1,30}\))?)(:)\s+(?=\S)/u

/** The labelled turn of a transcript or of a headline: "NAME: what they say". */
export function speakerTurn(document: Document): readonly Relation[] {
  return document.paragraphs.flatMap(([start, end], paragraph): Relation[] => {
    const found = turn.exec(document.text.slice(start, end))
    if (!found?.[1]) return []
    const sentence = document.sentences.find((s) => s.paragraph === paragraph)
    const name = found[1]
    const labelled = document.article.kind === 'transcript'
    const at = start + found[0].indexOf(name)
    const shouted = name === name.toUpperCase() && (name.length > 1 || labelled)
    // Within running text a label in ordinary letters is as often a rubric ("Update: …"): only names pass.
    if (!shouted && !labelled && (paragraph > 0 || !/^\p{Lu}\p{Ll}+(?:\s\p{Lu}\p{Ll}+)?$/u.test(name))) return []
    if (
      /^(?:update|correction|note|photo|image|video|watch|read|related|source|by|here|breaking|live|opinion|analysis|poll|exclusive)/i.test(
        name,
      )
    )
      return []
    const from = start + found[0].length
    let stop = end
    while (stop > from && /[.\s]/.test(document.text[stop - 1]!) && !shouted) stop--
    return [
      {
        rule: 'speaker-turn',
        sentence: sentence?.index ?? 0,
        source: [at, at + name.length],
        cue: [[at + name.length, at + name.length + 1]],
        content: [[from, stop]],
        lemma: 'say',
        frame: 'colon',
        passive: false,
        recipient: null,
      },
    ]
  })
}
