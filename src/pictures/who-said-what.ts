import { Graph, layout } from '@dagrejs/dagre'
import type { Version } from '../library/types.ts'
import { inOrder } from '../replies/discord/overview.ts'
import { labels } from '../replies/labels.ts'
import { sentenceOf } from '../replies/sentence.ts'
import { hasManySources, nameWords } from '../replies/source-words.ts'
import type { Claim } from '../types.ts'
import { mostHeight, type Picture } from './annotated-picture.ts'
import { type Box, box, draw, shape } from './draw.ts'
import { papers, patterns } from './patterns.ts'
import { alternativeText, disclaimer, headlineOf, shortened } from './wording.ts'

const mostClaims = 24
const { ink, faint, paper } = papers.light

interface Node {
  readonly id: string
  readonly width: number
  readonly height: number
  readonly words: string
  readonly claim: Claim | null
}

/**
 * Who says what and through whom, as a drawing from sources over those who pass on to claims: 1100 pixels wide, at most
 * 4000 high, at most 24 claims, the allegations first. The same bytes for the same version.
 *
 * @returns null where the article has fewer than three sources: a list reads better then
 */
export async function whoSaidWhat(version: Version): Promise<Picture | null> {
  if (!hasManySources(version.claims)) return null
  const said = inOrder(version.claims).filter(({ source }) => source !== null)
  const alt = alternativeText(`Who said what in “${headlineOf(version, 160)}”, as a drawing.`, said)
  for (let count = Math.min(said.length, mostClaims); ; count = Math.max(1, Math.floor(count * 0.8))) {
    const tree = picture(version, said.slice(0, count), said.length - count)
    const png = await draw(tree, count > 1 ? mostHeight : Number.POSITIVE_INFINITY)
    if (png) return { png, alt, cut: count < said.length }
  }
}

function node(id: string, words: string, across: number, size: number, claim: Claim | null = null): Node {
  const units = [...words].reduce((sum, letter) => sum + (letter.codePointAt(0)! > 0x2e80 ? 2 : 1), 0)
  const lines = Math.ceil((units * size * 0.62) / (across - 20)) + (claim ? 1 : 0)
  return { id, words, width: across, height: lines * size * 1.35 + 12, claim }
}

function picture(version: Version, shown: readonly Claim[], more: number): Box {
  const chained = shown.some(({ via }) => via.length > 0)
  const across = chained ? [118, 96, 236] : [150, 0, 300]
  const nodes = new Map<string, Node>()
  const graph = new Graph()
  graph.setGraph({ rankdir: 'LR', nodesep: 8, edgesep: 4, ranksep: chained ? 30 : 60, marginx: 0, marginy: 0 })
  graph.setDefaultEdgeLabel(() => ({}))
  const add = (one: Node): string => {
    if (!nodes.has(one.id)) {
      nodes.set(one.id, one)
      graph.setNode(one.id, { width: one.width, height: one.height })
    }
    return one.id
  }
  for (const claim of shown) {
    const name = shortened(nameWords(claim.source!), 70)
    const from = add(node(`source ${name}`, name, across[0]!, 12))
    const to = add(node(`claim ${claim.id}`, sentenceOf(claim, { most: 150 }), across[2]!, 11, claim))
    const passing = shortened(claim.via.map((one) => `via ${nameWords(one)}`).join(', '), 70)
    if (passing === '') graph.setEdge(from, to, { minlen: chained ? 2 : 1 })
    else {
      const through = add(node(`via ${passing}`, passing, across[1]!, 11))
      graph.setEdge(from, through, {})
      graph.setEdge(through, to, {})
    }
  }
  layout(graph)
  const { height = 0 } = graph.graph() as { readonly height?: number }
  return frame(version, more, drawing(graph, nodes, height), height)
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

function frame(version: Version, more: number, inner: readonly Box[], height: number): Box {
  return box(
    { flexDirection: 'column', width: 550, padding: 20, backgroundColor: paper, color: ink },
    box(
      { fontSize: 18, fontWeight: 700, lineHeight: 1.3, wordBreak: 'break-word' },
      `Who said what: ${headlineOf(version, 140)}`,
    ),
    box(
      { fontSize: 11.5, color: faint, margin: '4px 0 12px' },
      `${disclaimer} From left to right: who says it, who passes it on, what.`,
    ),
    box({ position: 'relative', width: 510, height }, ...inner),
    ...(more > 0
      ? [box({ fontSize: 13, fontWeight: 700, marginTop: 10 }, `… the picture ends here, ${more} claims more`)]
      : []),
  )
}
