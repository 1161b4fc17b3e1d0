import { sourceKindWords } from '../replies/labels.ts'
import { nameWords } from '../replies/source-words.ts'
import { readParagraphs } from '../text/paragraphs.ts'
import type { Article, Attribution, Breakdown } from '../types.ts'
import type { Look } from './console.ts'
import { block, counted, paint, painted, printable, rule } from './layout.ts'
import { type Mark, marksOf, markUp, type Piece, type Role } from './mark-up.ts'
import { showHead, showRemarks } from './show-article.ts'

const roleColours: Readonly<Record<Role, number>> = { source: 38, cue: 178, content: 133 }

/**
 * The article with sources, cues and contents in square brackets, each with the number of its attribution, and below
 * every paragraph the rule that found each. Ends in a line break.
 */
export function showExplanation({ article, attributions }: Breakdown, remarks: readonly string[], look: Look): string {
  // The own voice has neither cue nor source to mark: it is what is left unmarked.
  const reported = attributions.filter(({ cue, sourceWords }) => cue.length > 0 || sourceWords.length > 0)
  const marks = reported.map((attribution, i) => marksOf(attribution, i + 1))
  const key = (['source', 'cue', 'content'] as const).map((role) => paint(`[${role} …]`, roleColours[role], look))
  const parts = [
    [showHead(article, look), showRemarks(remarks, look)].filter((part) => part !== '').join('\n'),
    painted(`${counted(reported.length, 'attribution')}, marked ${key.join(' ')} and numbered`, look),
    rule(look),
    ...readParagraphs(article.text).map((paragraph) => {
      const here = reported.flatMap((attribution, i) => {
        const first = anchor(marks[i] ?? [])
        return first >= paragraph[0] && first < paragraph[1] ? [showRule(attribution, i + 1, look)] : []
      })
      return [showMarked(markUp(article.text, paragraph, marks.flat()), look), ...here].join('\n')
    }),
    rule(look),
    block(ownVoice(article, attributions, reported.length), look),
  ]
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`
}

/** Where an attribution is explained: at its cue, or else at its first mark. */
function anchor(marks: readonly Mark[]): number {
  return (marks.find(({ role }) => role === 'cue') ?? marks[0])?.span[0] ?? -1
}

function showMarked(pieces: readonly Piece[], look: Look): string {
  const drawn = pieces.map((piece) => {
    if ('open' in piece)
      return `${paint(`[${piece.open.role}·${piece.open.number}`, roleColours[piece.open.role], look)} `
    if ('close' in piece) return paint(']', roleColours[piece.close.role], look)
    const words = printable(piece.text)
    // Contents are most of the text and hold the rest, so only their brackets are coloured.
    const role = piece.within.at(-1)?.role ?? 'content'
    return role === 'content' ? words : paint(words, roleColours[role], look)
  })
  return painted(drawn.join(''), look)
}

function showRule({ rule: name, source, via, confidence }: Attribution, number: number, look: Look): string {
  const who = source
    ? [nameWords(source), ...via.map((passing) => `via ${nameWords(passing)}`)].join(', ')
    : 'no source named'
  const kind = source ? ` (${sourceKindWords[source.kind]}${source.role ? `, ${source.role}` : ''})` : ''
  const text = `rule ${name}: ${who}${kind}${confidence < 0.5 ? ', unsure' : ''}`
  return block(text, look, `  ${String(number).padStart(2)}  `, (line) => paint(line, 'faint', look))
}

function ownVoice(article: Article, attributions: readonly Attribution[], reported: number): string {
  const rest = attributions.filter(({ cue, sourceWords }) => cue.length === 0 && sourceWords.length === 0)
  const rules = [...new Set(rest.map(({ rule }) => rule))].sort().join(', ')
  if (rest.length === 0)
    return `Nothing of this ${article.kind === 'news' ? 'article' : article.kind} is read as its own voice.`
  return `${reported > 0 ? 'What is unmarked' : 'All of it'} is read as the article's own voice (${counted(rest.length, 'passage')}, rule ${rules}), where it holds a claim at all.`
}
