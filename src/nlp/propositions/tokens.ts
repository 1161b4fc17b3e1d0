import type { Span, Words } from '../../types.ts'
import type { Document, Sentence } from '../document.ts'
import type { Range } from '../noun-phrases.ts'

const edge = /^(?:[,;:.]|["“”‘’']|''|``|—|–|--|-|―|…|\.{2,}|\))$/

/** Token ranges without the marks, conjunctions and "that" at their edges, as words in the article. */
export function wordsOf(document: Document, sentence: Sentence, ranges: readonly Range[]): readonly Words[] {
  return trimRanges(sentence, ranges).map(([from, to]) => {
    const [start, end]: Span = [sentence.tokens[from]!.start, sentence.tokens[to - 1]!.end]
    return { words: document.text.slice(start, end), start }
  })
}

/** Drops what doesn't belong to a proposition from both ends of each range, and ranges that are left empty. */
export function trimRanges(sentence: Sentence, ranges: readonly Range[]): readonly Range[] {
  const { tokens } = sentence
  return ranges.flatMap(([a, b], i): Range[] => {
    let from = a
    let to = b
    while (from < to && (edge.test(tokens[from]!.text) || (i === 0 && opens(sentence, from, to)))) from++
    while (to > from && (edge.test(tokens[to - 1]!.text) || tokens[to - 1]!.pos === 'CCONJ')) to--
    // The mark that closes a name or a phrase quoted within it stays: as a "hostile organisation".
    if (/^["”]$/.test(tokens[to]?.text ?? '') && to < b && leavesOpen(tokens.slice(from, to))) to++
    return to > from ? [[from, to]] : []
  })
}

const leavesOpen = (tokens: readonly { readonly text: string }[]): boolean => {
  const straight = tokens.filter((t) => t.text === '"').length % 2
  const curly = tokens.filter((t) => t.text === '“').length - tokens.filter((t) => t.text === '”').length
  return straight === 1 || curly === 1
}

// A conjunction, or the "that" of a clause. "That account" alone is a phrase, and "that is untrue" has it for its subject.
function opens({ tokens, groups }: Sentence, at: number, to: number): boolean {
  const token = tokens[at]!
  const next = tokens[at + 1]
  if (/^(?:but|and|however|meanwhile|yet|nor)$/.test(token.lower)) return true
  if (token.lower !== 'that' || !next || groups.some((g) => g.finite && g.from === at + 1)) return false
  // It can't be an article before a name, a pronoun or several, whatever the tagger says.
  if (token.pos === 'DET' && !/^(?:PROPN|PRON|DET)$/.test(next.pos) && !/[^s]s$/.test(next.lower)) return false
  return to - at > 3 || groups.some((g) => g.from > at && g.from < to)
}

/** Consecutive token numbers that pass a test, as ranges. */
export function rangesWhere(length: number, test: (i: number) => boolean): readonly Range[] {
  const ranges: [number, number][] = []
  for (let i = 0; i < length; i++) {
    if (!test(i)) continue
    const last = ranges.at(-1)
    if (last && last[1] === i) last[1] = i + 1
    else ranges.push([i, i + 1])
  }
  return ranges
}
