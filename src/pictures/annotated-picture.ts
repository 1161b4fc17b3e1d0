import type { Version } from '../library/types.ts'
import type { Picture } from '../replies/picture.ts'
import type { Claim, Span } from '../types.ts'
import { layOut } from './draw.ts'
import type { Paint } from './paint.ts'
import { type Numbered, numbered, paragraphsOf, startOf } from './passages.ts'
import { sheetOf } from './sheet.ts'
import { mostHeight } from './size.ts'
import { atWords, endOfPart } from './stretches.ts'
import { alternativeText, claimsMore, quotedHeadline } from './wording.ts'

/** Ten files go with a message; one of them is the page. */
export const mostParts = 9
// Lines of text that stand below the head of the first part, and on each of the others, with something to spare.
const firstLines = 10
const lines = 16.5
// Where not even so few fit, a margin full of notes is to blame, and the picture may be higher.
const fewestLines = 2

/**
 * The article with its passages marked, sources in the margin, in parts: each 1100 pixels wide and, unless names alone
 * are higher, at most {@link mostHeight} high; at most {@link mostParts}, of which the last says what it leaves out. The
 * same bytes for the same version.
 */
export async function annotatedPictures(version: Version, paint: Paint): Promise<readonly Picture[]> {
  const all = numbered(version.claims)
  const { text } = version.article
  const parts: Promise<Picture>[] = []
  for (let start = 0, part = 1; part === 1 || (start < text.length && part <= mostParts); part++) {
    const { svg, end, shown } = await partFrom(version, all, start, part)
    const cut = part === mostParts && end < text.length
    const what = `Part ${part} of the article ${quotedHeadline(version)} with its claims marked.`
    const alt = alternativeText(what, shown, all.length > 0 ? 'No claim stands on this part' : undefined)
    // Painted beside the layout of the next part.
    parts.push(paint(svg).then((png) => ({ png, alt, cut })))
    start = end + (/^\s*/.exec(text.slice(end))?.[0].length ?? 0)
  }
  return Promise.all(parts)
}

async function partFrom(version: Version, all: readonly Numbered[], start: number, part: number) {
  const { text } = version.article
  for (let room = part === 1 ? firstLines : lines; ; room *= 0.88) {
    const end = endOfPart(text, all, start, room)
    const paragraphs = paragraphsOf(text, all, [start, end])
    const cut = part === mostParts && end < text.length
    const left = all.filter(({ claim }) => startOf(claim) >= end).length
    const tree = sheetOf(version, {
      paragraphs,
      explained: all,
      part,
      counted: true,
      close: cut ? `… the picture ends here${left > 0 ? `, ${claimsMore(left)}` : ''}` : null,
    })
    const svg = await layOut(tree, room < fewestLines ? Number.POSITIVE_INFINITY : mostHeight)
    if (svg) return { svg, end, shown: paragraphs.flatMap(({ claims }) => claims.map(({ claim }) => claim)) }
  }
}

/**
 * One claim marked within its paragraph and those beside it, or as much of that as has room. The same bytes for the same
 * claim.
 */
export async function claimPicture(version: Version, claim: Claim, paint: Paint): Promise<Picture> {
  const one = numbered([claim])
  const what = `One claim in its place in the article ${quotedHeadline(version)}.`
  const alt = alternativeText(what, [claim])
  const { text } = version.article
  const stretches = stretchesAround(text, claim)
  for (const [i, stretch] of stretches.entries()) {
    const beyond = claim.evidence.filter(({ span }) => span[0] < stretch[0] || span[1] > stretch[1]).length
    const tree = sheetOf(version, {
      paragraphs: paragraphsOf(text, one, stretch),
      explained: one,
      part: 1,
      counted: false,
      close: beyond > 0 ? '… the claim’s words go on beyond this picture' : null,
    })
    const svg = await layOut(tree, i === stretches.length - 1 ? Number.POSITIVE_INFINITY : mostHeight)
    if (svg) return { png: await paint(svg), alt, cut: beyond > 0 }
  }
  throw new RangeError('Expected a stretch of the article to draw, got none.')
}

// From the paragraphs on both sides down to a few hundred characters. A claim's first passage stands in each.
function stretchesAround(text: string, { evidence }: Claim): readonly Span[] {
  const [at, firstEnd] = evidence[0]?.span ?? [0, 0]
  const last = evidence.at(-1)?.span[1] ?? firstEnd
  const gap = (from: number): number => (from > 0 ? text.lastIndexOf('\n\n', from - 1) : -1)
  const own = gap(at)
  const before = own > 0 ? gap(own) : -1
  const after = (end: number): number => text.indexOf('\n\n', end)
  const from = (paragraph: number) => (paragraph < 0 ? 0 : paragraph + 2)
  const to = (paragraph: number) => (paragraph < 0 ? text.length : paragraph)
  const next = after(last) < 0 ? -1 : after(after(last) + 2)
  const within = (most: number): Span =>
    atWords(text, [Math.max(from(own), at - most), Math.min(to(after(firstEnd)), firstEnd + most, at + 3 * most)])
  return [
    [from(before), to(next)],
    [from(own), to(next)],
    [from(own), to(after(last))],
    [from(own), to(after(firstEnd))],
    within(350),
    within(200),
    within(100),
  ]
}
