import type { Version } from '../library/types.ts'
import { labels } from '../replies/labels.ts'
import { nameWords } from '../replies/source-words.ts'
import { type Certainty, type Claim, certainties } from '../types.ts'
import { type Box, box, draw, run, type Style } from './draw.ts'
import { type Numbered, numbered, type Paragraph, paragraphsOf, startOf } from './passages.ts'
import { papers, patterns } from './patterns.ts'
import { alternativeText, detailsOf, disclaimer, headlineOf, shortened, totalsOf } from './wording.ts'

/** A picture with what it says in words. */
export interface Picture {
  readonly png: Uint8Array
  /** At most 1024 UTF-16 units. */
  readonly alt: string
  /** Whether the article goes on after the picture's end, which its last line says. */
  readonly cut: boolean
}

/** Highest picture, in pixels of the file. */
export const mostHeight = 4000
const { ink, faint, rule, paper } = papers.light
// Lines of text that fit under the head with something to spare, and how many units one holds.
const mostLines = 88
const unitsPerLine = 53
const notesPerParagraph = 10
// Where hundreds of claims begin at one word, their numbers would push the text away.
const tagsPerPlace = 3

/**
 * The article with its passages marked, sources in the margin: 1100 pixels wide, at most {@link mostHeight} high.
 * The same bytes for the same version.
 */
export async function annotatedPicture(version: Version): Promise<Picture> {
  const all = numbered(version.claims)
  const what = `The article “${headlineOf(version, 160)}” with its claims marked.`
  for (let lines = mostLines; ; lines = Math.floor(lines * 0.88)) {
    const end = endWithin(version.article.text, all, 0, lines)
    const shown = all.filter(({ claim }) => startOf(claim) < end)
    const cut = end < version.article.text.length
    const png = await draw(
      page(version, paragraphsOf(version.article.text, shown, end), shown, {
        close: cut ? `… the picture ends here, ${all.length - shown.length} claims more` : null,
        totals: totalsOf(version.claims),
      }),
      lines < 12 ? Number.POSITIVE_INFINITY : mostHeight,
    )
    if (png) return { png, alt: alternativeText(what, version.claims), cut }
  }
}

/** One claim marked within its paragraph and those beside it. The same bytes for the same claim. */
export async function claimPicture(version: Version, claim: Claim): Promise<Picture> {
  const { text } = version.article
  const at = startOf(claim)
  const before = text.lastIndexOf('\n\n', Math.max(0, text.lastIndexOf('\n\n', at) - 1))
  const start = Math.max(before < 0 ? 0 : before + 2, at - 1200)
  const last = claim.evidence.at(-1)?.span[1] ?? at
  const after = text.indexOf('\n\n', last)
  const end = endWithin(text.slice(0, Math.min(after < 0 ? text.length : after, at + 2400)), [], start, 60)
  const one = numbered([claim])
  const paragraphs = paragraphsOf(text, one, end)
    .map((paragraph) => ({ ...paragraph, pieces: paragraph.pieces.filter(({ span }) => span[1] > start) }))
    .filter(({ pieces }) => pieces.length > 0)
    .map(({ claims, pieces }) => ({
      claims,
      pieces: pieces.map((piece) => ({ ...piece, span: [Math.max(piece.span[0], start), piece.span[1]] as const })),
    }))
  const png = await draw(page(version, paragraphs, one, { close: null, totals: null }), Number.POSITIVE_INFINITY)
  const what = `One claim in its place in the article “${headlineOf(version, 160)}”.`
  return { png: png!, alt: alternativeText(what, [claim]), cut: last > end }
}

/** Where to stop so that text and margin stay within so many lines, at the end of a word where there is one. */
function endWithin(text: string, claims: readonly Numbered[], start: number, lines: number): number {
  const starts = claims.map(({ claim }) => startOf(claim))
  let [used, column, at, next, inMargin, since] = [0, 0, start, 0, 0, 0]
  while (at < text.length) {
    const code = text.codePointAt(at)!
    while (next < starts.length && starts[next]! <= at) {
      next++
      if (next <= tagsPerPlace || starts[next - 1] !== starts[next - 1 - tagsPerPlace]) column += 4
      if (inMargin++ < notesPerParagraph) since += claims[next - 1]!.claim.source ? 2 : 0.9
    }
    column += code > 0x2e80 ? 2 : 1
    if (code === 10) {
      used = Math.max(used + 1.2, since)
      column = 0
      if (text.charCodeAt(at + 1) === 10) {
        since = used
        inMargin = 0
      }
    } else if (column >= unitsPerLine) {
      used++
      column = 0
    }
    if (Math.max(used, since) >= lines) {
      const space = text.lastIndexOf(' ', at)
      return space > at - 60 && space > start ? space : at
    }
    at += code > 0xffff ? 2 : 1
  }
  return text.length
}

interface Frame {
  readonly close: string | null
  readonly totals: string | null
}

function page(version: Version, paragraphs: readonly Paragraph[], shown: readonly Numbered[], frame: Frame): Box {
  const small: Style = { fontSize: 11.5, color: faint }
  return box(
    {
      flexDirection: 'column',
      width: 550,
      padding: 20,
      backgroundColor: paper,
      color: ink,
      fontSize: 13.5,
      lineHeight: 1.5,
    },
    box({ fontSize: 20, fontWeight: 700, lineHeight: 1.3, wordBreak: 'break-word' }, headlineOf(version)),
    box(small, detailsOf(version)),
    box({ ...small, fontWeight: 700 }, disclaimer),
    ...(frame.totals ? [box(small, `${frame.totals}.`)] : []),
    line(rule, 1, '8px 0 6px'),
    legend(certainties.filter((label) => shown.some(({ claim }) => claim.certainty === label))),
    line(rule, 1, '6px 0 12px'),
    ...paragraphs.map((paragraph) => row(version.article.text, paragraph)),
    ...(frame.close ? [line(ink, 2, '6px 0'), box({ fontWeight: 700 }, frame.close)] : []),
  )
}

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
  const runs = pieces.map(({ span, claims: [own], begins }) => {
    const words = text.slice(...span)
    if (!own) return words
    const { certainty } = own.claim
    const tags = begins
      .slice(0, tagsPerPlace)
      .map(({ claim, number }) =>
        run({ fontSize: 10, color: patterns[claim.certainty].light }, `${labels[claim.certainty].mark}${number} `),
      )
    return run({}, ...tags, run(underline(certainty), words))
  })
  const hidden = claims.length - notesPerParagraph
  const noted = claims.slice(0, notesPerParagraph)
  const notes = [...Map.groupBy(noted, ({ claim }) => [claim.certainty, whoOf(claim), viaOf(claim)].join('|')).values()]
  return box(
    { marginBottom: 12 },
    box({ display: 'block', width: 365, wordBreak: 'break-word', flexShrink: 0 }, ...runs),
    box(
      { flexDirection: 'column', width: 129, marginLeft: 16, fontSize: 11, lineHeight: 1.3, flexShrink: 0 },
      ...notes.map(note),
      ...(hidden > 0 ? [box({ color: faint }, `… ${hidden} claims more here`)] : []),
    ),
  )
}

/** What one source says under one label, with the numbers of its claims on one line. */
function note(claims: readonly Numbered[]): Box {
  const [{ claim }] = claims as readonly [Numbered, ...Numbered[]]
  const { mark, words } = labels[claim.certainty]
  const numbers = claims.map(({ number }) => `${mark}${number}`).join(' ')
  const via = viaOf(claim)
  return box(
    { flexDirection: 'column', marginBottom: 4, wordBreak: 'break-word' },
    box({ color: patterns[claim.certainty].light, fontWeight: 700 }, `${numbers} ${words}`),
    ...(claim.certainty === 'stated' ? [] : [box({}, shortened(whoOf(claim), 60))]),
    ...(via ? [box({ color: faint }, shortened(via, 60))] : []),
  )
}

const whoOf = ({ source }: Claim): string => (source ? nameWords(source) : 'no source given')
const viaOf = ({ via }: Claim): string => via.map((one) => `via ${nameWords(one)}`).join(', ')
