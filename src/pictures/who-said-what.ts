import { Graph, layout } from '@dagrejs/dagre'
import type { Version } from '../library/types.ts'
import { labels } from '../replies/labels.ts'
import { inOrder } from '../replies/order.ts'
import type { Picture } from '../replies/picture.ts'
import { sentenceOf } from '../replies/sentence.ts'
import { hasManySources, nameWords } from '../replies/source-words.ts'
import type { Claim } from '../types.ts'
import { type Box, box, layOut, shape } from './draw.ts'
import { viaOf } from './one-note.ts'
import type { Paint } from './paint.ts'
import { papers, patterns } from './patterns.ts'
import { runningHead } from './sheet.ts'
import { mostHeight, width } from './size.ts'
import { alternativeText, claimsMore, disclaimer, headlineOf, quotedHeadline, shortened } from './wording.ts'

// Pixels: of a claim's box where nobody passes on, and between two boxes.
const wide = 300
const gap = 8
/** Files that go with a message. */
export const mostDrawings = 9
const { ink, faint, paper } = papers.light

interface Node {
  readonly id: string
  readonly width: number
  readonly height: number
  readonly words: string
  readonly claim: Claim | null
}

/**
 * Who says what and through whom, as drawings from sources over those who pass on to claims: each 1100 pixels wide and,
 * unless one claim alone is higher, at most {@link mostHeight} high; at most {@link mostDrawings}, the allegations first,
 * a source's claims together. The same bytes for the same version.
 *
 * @returns none where the article has fewer than three sources: a list reads better then
 */
export async function whoSaidWhat(version: Version, paint: Paint): Promise<readonly Picture[]> {
  if (!hasManySources(version.claims)) return []
  let left = bySource(version.claims)
  const drawings: Promise<Picture>[] = []
  while (left.length > 0 && drawings.length < mostDrawings) {
    const { svg, shown } = await drawingOf(version, left, drawings.length + 1)
    left = left.slice(shown.length)
    const cut = left.length > 0 && drawings.length === mostDrawings - 1
    const what = `Who said what in ${quotedHeadline(version)}, drawing ${drawings.length + 1}.`
    const alt = alternativeText(what, shown)
    drawings.push(paint(svg).then((png) => ({ png, alt, cut })))
  }
  return Promise.all(drawings)
}

// In the order in which a desk reads them, but all claims of one source where its first stands.
function bySource(claims: readonly Claim[]): readonly Claim[] {
  const said = inOrder(claims).filter(({ source }) => source !== null)
  return [...Map.groupBy(said, ({ source }) => nameWords(source!)).values()].flat()
}

// As many claims as have room; a source with more goes on in the next drawing.
async function drawingOf(version: Version, left: readonly Claim[], part: number) {
  for (let count = fitting(left, part); ; count--) {
    const shown = left.slice(0, count)
    const more = part === mostDrawings ? left.length - count : 0
    const svg = await layOut(picture(version, shown, more, part), count > 1 ? mostHeight : Number.POSITIVE_INFINITY)
    if (svg) return { svg, shown }
  }
}

// How many claims stand one below another in the height of a drawing; its boxes are all that counts, and a little more.
function fitting(left: readonly Claim[], part: number): number {
  let room = part === 1 ? 280 : 312
  const full = left.findIndex((claim) => {
    room -= claimNode(claim, wide).height + gap
    return room < 0
  })
  return Math.max(1, full < 0 ? left.length : full)
}

const claimNode = (claim: Claim, across: number): Node =>
  node(`claim ${claim.id}`, shortened(sentenceOf(claim, { most: 150 }), 240), across, 11, claim)

function node(id: string, words: string, across: number, size: number, claim: Claim | null = null): Node {
  const units = [...words].reduce((sum, letter) => sum + (letter.codePointAt(0)! > 0x2e80 ? 2 : 1), 0)
  const lines = Math.ceil((units * size * 0.62) / (across - 20)) + (claim ? 1 : 0)
  return { id, words, width: across, height: lines * size * 1.35 + 12, claim }
}

function picture(version: Version, shown: readonly Claim[], more: number, part: number): Box {
  const chained = shown.some(({ via }) => via.length > 0)
  const across = chained ? [118, 96, 236] : [150, 0, wide]
  const nodes = new Map<string, Node>()
  const graph = new Graph()
  graph.setGraph({ rankdir: 'LR', nodesep: gap, edgesep: 4, ranksep: chained ? 30 : 60, marginx: 0, marginy: 0 })
  graph.setDefaultEdgeLabel(() => ({}))
  const add = (one: Node): string => {
    if (!nodes.has(one.id)) {
      nodes.set(one.id, one)
      graph.setNode(one.id, { width: one.width, height: one.height })
    }
    return one.id
  }
  for (const claim of shown) {
    const name = nameWords(claim.source!)
    const from = add(node(`source ${name}`, shortened(name, 70), across[0]!, 12))
    const to = add(claimNode(claim, across[2]!))
    const passing = viaOf(claim)
    if (passing === '') graph.setEdge(from, to, { minlen: chained ? 2 : 1 })
    else {
      // One for each source: where all run through one, nobody sees any more who said what.
      const through = add(node(`via ${name} ${passing}`, shortened(passing, 70), across[1]!, 11))
      graph.setEdge(from, through, {})
      graph.setEdge(through, to, {})
    }
  }
  // In the order given: these are trees, and turning them round saves no crossing.
  layout(graph, { disableOptimalOrderHeuristic: true })
  const { height = 0 } = graph.graph() as { readonly height?: number }
  return frame(version, { more, part }, drawing(graph, nodes, height), height)
}

function drawing(graph: Graph, nodes: ReadonlyMap<string, Node>, height: number): readonly Box[] {
  const lines = graph.edges().map((edge) => {
    const { points = [] } = graph.edge(edge) as { readonly points?: readonly { x: number; y: number }[] }
    const d = points.map(({ x, y }, i) => `${i === 0 ? 'M' : 'L'}${x.toFixed(1)} ${y.toFixed(1)}`).join(' ')
    return shape('path', { d, fill: 'none', stroke: faint, strokeWidth: 1.2 })
  })
  const boxes = [...nodes.values()].map((one) => {
    const { x, y } = graph.node(one.id) as { readonly x: number; readonly y: number }
    return nodeBox(one, x - one.width / 2, y - one.height / 2)
  })
  return [
    shape(
      'svg',
      { width: 510, height, viewBox: `0 0 510 ${height}`, style: { position: 'absolute', left: 0, top: 0 } },
      ...lines,
    ),
    ...boxes,
  ]
}

function nodeBox({ claim, width, height, words }: Node, left: number, top: number): Box {
  const colour = claim ? patterns[claim.certainty].light : faint
  const [thick, radius] = claim ? [2, 0] : [1, 10]
  // A frame is a box within a box: a border would be painted through a clip of its own, which takes four times as long.
  return box(
    { position: 'absolute', left, top, width, height, padding: thick, backgroundColor: colour, borderRadius: radius },
    box(
      {
        flexGrow: 1,
        flexDirection: 'column',
        justifyContent: 'center',
        padding: '0 7px',
        fontSize: claim ? 11 : 12,
        lineHeight: 1.3,
        wordBreak: 'break-word',
        backgroundColor: paper,
        borderRadius: radius - thick > 0 ? radius - thick : 0,
      },
      ...(claim
        ? [box({ color: colour, fontWeight: 700 }, `${labels[claim.certainty].mark} ${labels[claim.certainty].words}`)]
        : []),
      box({}, words),
    ),
  )
}

interface Place {
  /** Claims that no drawing shows. */
  readonly more: number
  readonly part: number
}

function frame(version: Version, { more, part }: Place, inner: readonly Box[], height: number): Box {
  const head =
    part === 1
      ? [
          box(
            { fontSize: 17, fontWeight: 700, lineHeight: 1.3, wordBreak: 'break-word' },
            `Who said what: ${headlineOf(version, 100)}`,
          ),
          box(
            { fontSize: 11.5, color: faint, margin: '2px 0 8px' },
            `${disclaimer} Who says it, who passes it on, what.`,
          ),
        ]
      : [runningHead(version, part)]
  return box(
    { flexDirection: 'column', width, padding: '14px 20px', backgroundColor: paper, color: ink },
    ...head,
    box({ position: 'relative', width: 510, height }, ...inner),
    ...(more > 0
      ? [box({ fontSize: 13, fontWeight: 700, marginTop: 8 }, `… the drawing ends here, ${claimsMore(more)}`)]
      : []),
  )
}
