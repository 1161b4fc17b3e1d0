import type { Version } from '../library/types.ts'
import { labels } from '../replies/labels.ts'
import { type Certainty, certainties } from '../types.ts'
import { type Box, box, run, type Style } from './draw.ts'
import { oneNote, viaOf, whoOf } from './one-note.ts'
import type { Numbered, Paragraph } from './passages.ts'
import { papers, patterns } from './patterns.ts'
import { width } from './size.ts'
import { notesPerParagraph, numbersPerNote, tagsPerPlace } from './stretches.ts'
import { claimsMore, detailsOf, disclaimer, headlineOf, shortened, totalsOf } from './wording.ts'

/** One picture's part of an article. */
export interface Sheet {
  readonly paragraphs: readonly Paragraph[]
  /** The claims whose labels the head's legend explains. */
  readonly explained: readonly Numbered[]
  /** Which part it is, from 1; the first has the article's head, the others one line. */
  readonly part: number
  /** Whether the head counts the article's claims. */
  readonly counted: boolean
  /** What stands at its end, or null. */
  readonly close: string | null
}

const { ink, faint, rule, paper } = papers.light
const small: Style = { fontSize: 11.5, color: faint }

/** A part of an article with its passages underlined and its sources in the margin, as a tree to draw. */
export function sheetOf(version: Version, { paragraphs, explained, part, counted, close }: Sheet): Box {
  return box(
    {
      flexDirection: 'column',
      width,
      padding: '14px 20px 8px',
      backgroundColor: paper,
      color: ink,
      fontSize: 13.5,
      lineHeight: 1.42,
    },
    ...(part === 1 ? headOf(version, explained, counted) : [runningHead(version, part)]),
    ...paragraphs.map((paragraph) => row(version.article.text, paragraph)),
    ...(close ? [line(ink, 2, '2px 0 4px'), box({ fontWeight: 700, paddingBottom: 6 }, close)] : []),
  )
}

const headOf = (version: Version, explained: readonly Numbered[], counted: boolean): readonly Box[] => [
  box({ fontSize: 19, fontWeight: 700, lineHeight: 1.3, wordBreak: 'break-word' }, headlineOf(version)),
  ...(detailsOf(version) ? [box({ ...small, wordBreak: 'break-word' }, detailsOf(version))] : []),
  box({ ...small, fontWeight: 700 }, disclaimer),
  ...(counted ? [box(small, `${totalsOf(version.claims)}.`)] : []),
  line(rule, 1, '5px 0'),
  ...(explained.length > 0
    ? [
        legend(certainties.filter((label) => explained.some(({ claim }) => claim.certainty === label))),
        line(rule, 1, '5px 0 8px'),
      ]
    : []),
]

/** A picture may be passed on alone: it says what it is of, and what it doesn't say. */
export const runningHead = (version: Version, part: number): Box =>
  box(
    { justifyContent: 'space-between', fontSize: 10.5, color: faint, marginBottom: 6 },
    box({}, `${part} · ${headlineOf(version, 40)}`),
    box({ fontWeight: 700 }, disclaimer),
  )

function legend(shown: readonly Certainty[]): Box {
  const entries = shown.map((label) =>
    box(
      { display: 'block', marginRight: 14 },
      run({ color: patterns[label].light }, `${labels[label].mark} `),
      run(underline(label), labels[label].words),
    ),
  )
  return box({ flexWrap: 'wrap', fontSize: 12 }, ...entries)
}

// A border would be painted through a clip, which takes longer than all the rest.
const line = (colour: string, thick: number, margin: string): Box =>
  box({ height: thick, margin, backgroundColor: colour })

const underline = (label: Certainty): Style => ({
  textDecorationLine: 'underline',
  textDecorationSkipInk: 'none',
  textUnderlineOffset: 3,
  textDecorationStyle: patterns[label].line,
  textDecorationColor: patterns[label].light,
  textDecorationThickness: patterns[label].thick,
})

function row(text: string, { pieces, claims }: Paragraph): Box {
  const words = text.slice(pieces[0]?.span[0], pieces.at(-1)?.span[1])
  // What lays the text out puts marked and unmarked words from left to right whatever their script.
  const whole = isRightToLeft(words) && claims.length > 0
  const all = oneNote(claims)
  const notes = all.slice(0, notesPerParagraph)
  const hidden = all.slice(notesPerParagraph).flat().length
  return box(
    { marginBottom: 9 },
    box(
      { display: 'block', width: 365, wordBreak: 'break-word', whiteSpace: 'pre-line', flexShrink: 0 },
      ...(whole ? [words] : pieces.map((piece) => marked(text, piece))),
    ),
    box(
      { flexDirection: 'column', width: 129, marginLeft: 16, fontSize: 11, lineHeight: 1.3, flexShrink: 0 },
      ...(whole ? [box({ color: faint }, 'Not underlined here: in this paragraph')] : []),
      ...notes.map(note),
      ...(hidden > 0 ? [box({ color: faint }, `… ${claimsMore(hidden)} here`)] : []),
    ),
  )
}

function marked(text: string, { span, claims: [own], begins }: Paragraph['pieces'][number]): Box | string {
  const words = text.slice(...span)
  if (!own) return words
  const tags = begins
    .slice(0, tagsPerPlace)
    .map(({ claim, number }) =>
      run({ fontSize: 10, color: patterns[claim.certainty].light }, `${labels[claim.certainty].mark}${number} `),
    )
  return run({}, ...tags, run(underline(own.claim.certainty), words))
}

const isRightToLeft = (words: string): boolean =>
  /[\p{Script=Arabic}\p{Script=Hebrew}]/u.test(/\p{L}/u.exec(words)?.[0] ?? '')

/** What one source says under one label, with the numbers of its claims on one line. */
function note(claims: readonly Numbered[]): Box {
  const [{ claim }] = claims as readonly [Numbered, ...Numbered[]]
  const { mark, words } = labels[claim.certainty]
  const beyond = claims.length - numbersPerNote
  const numbers = [
    ...claims.slice(0, numbersPerNote).map(({ number }) => `${mark}${number}`),
    ...(beyond > 0 ? [`and ${beyond} more`] : []),
  ].join(' ')
  const via = viaOf(claim)
  return box(
    { flexDirection: 'column', marginBottom: 4, wordBreak: 'break-word' },
    box({ color: patterns[claim.certainty].light, fontWeight: 700 }, `${numbers} ${words}`),
    ...(claim.certainty === 'stated' ? [] : [box({}, shortened(whoOf(claim), 44))]),
    ...(via ? [box({ color: faint }, shortened(via, 44))] : []),
  )
}
