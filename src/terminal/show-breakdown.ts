import { countLabels, labels, sourceKindWords } from '../replies/labels.ts'
import { notesOf } from '../replies/notes.ts'
import { isQuoted, sentenceOf } from '../replies/sentence.ts'
import { type NamedSource, nameWords } from '../replies/source-words.ts'
import type { Breakdown, Claim } from '../types.ts'
import type { Look } from './console.ts'
import { block, counted, paint, printable, rule, width } from './layout.ts'
import { showHead, showRemarks } from './show-article.ts'

/** A breakdown for a person: totals, the claims by who says them, the sentences that gave none. Ends in a line break. */
export function showBreakdown(breakdown: Breakdown, remarks: readonly string[], look: Look): string {
  const { article, claims, unclaimed } = breakdown
  const groups = bySource(claims)
  const parts = [
    [showHead(article, look), showRemarks(remarks, look)].filter((part) => part !== '').join('\n'),
    showTotals(breakdown, groups, look),
    ...groups.map((group) => showGroup(group, look)),
    unclaimed.length > 0 ? showUnclaimed(breakdown, look) : '',
    showEnd(breakdown, look),
  ]
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`
}

interface Group {
  readonly source: NamedSource | null
  readonly claims: readonly Claim[]
}

/** Groups in the order in which their sources first speak, the article's own voice last. */
function bySource(claims: readonly Claim[]): readonly Group[] {
  const groups = Map.groupBy(claims, ({ source }) => source?.name ?? '')
  return [...groups.values()]
    .map((group) => ({ source: group.find(({ source }) => source?.role)?.source ?? group[0]!.source, claims: group }))
    .sort((a, b) => Number(a.source === null) - Number(b.source === null))
}

/** Also the key to the marks. */
function showTotals({ claims }: Breakdown, groups: readonly Group[], look: Look): string {
  if (claims.length === 0) return block('No claim was found in this text.', look)
  const named = groups.filter(({ source }) => source !== null)
  const sourced = named.reduce((sum, group) => sum + group.claims.length, 0)
  const parts = [
    sourced > 0 ? `${sourced} from ${counted(named.length, 'source')}` : '',
    sourced < claims.length ? `${claims.length - sourced} in the article's own voice` : '',
  ]
  const total = `${counted(claims.length, 'claim')}: ${parts.filter((part) => part !== '').join(', ')}`
  const counts = countLabels(claims).map(([certainty, count]) => {
    const { mark, words, colour } = labels[certainty]
    return { plain: `${mark} ${words} ${count}`, drawn: `${paint(`${mark} ${words}`, colour, look)} ${count}` }
  })
  return [block(total, look, '', (line) => paint(line, 'bold', look)), ...rows(counts, look)].join('\n')
}

/** Fills lines with counts; none is broken. */
function rows(counts: readonly { readonly plain: string; readonly drawn: string }[], look: Look): readonly string[] {
  const lines: string[] = []
  let room = 0
  for (const { plain, drawn } of counts) {
    if (room < plain.length + 3) {
      lines.push(drawn)
      room = width(look) - plain.length
    } else {
      lines.push(`${lines.pop()}   ${drawn}`)
      room -= plain.length + 3
    }
  }
  return lines
}

function showGroup({ source, claims }: Group, look: Look): string {
  const name = source ? nameWords(source) : "The article's own voice"
  const details = source
    ? [source.role, sourceKindWords[source.kind], source.named || source.kind === 'anonymous' ? null : 'not named']
    : ['no source given']
  const heading = printable(name.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase()))
  const about = details.filter((detail) => detail !== null).join(' · ')
  const head = block(`${heading} — ${about}`, look, '', (line) =>
    line.startsWith(heading) ? paint(heading, 'bold', look) + paint(line.slice(heading.length), 'faint', look) : line,
  )
  return [head, ...claims.map((claim) => showClaim(claim, look))].join('\n')
}

function showClaim(claim: Claim, look: Look): string {
  const { mark, colour } = labels[claim.certainty]
  const sentence = sentenceOf(claim)
  const lines = [block(sentence, look, `${paint(mark, colour, look)} ${paint(claim.id, 'faint', look)}  `)]
  const indent = ' '.repeat(claim.id.length + 4)
  const faint = (line: string): string => paint(line, 'faint', look)
  const words = claim.evidence.map((evidence) => evidence.words.trim())
  // What the sentence already quotes needn't be read twice.
  if (!isQuoted(claim)) lines.push(block(`“${unquoted(words.join(' … '))}”`, look, indent, faint))
  const notes = notesOf(claim)
  if (notes.length > 0) lines.push(block(notes.join(' · '), look, `${indent}→ `, faint))
  return lines.join('\n')
}

/** Marks within a quotation are single ones, so that it is plain where the article's words end. */
const unquoted = (words: string): string => words.replace(/["“]([^"“”]*)["”]/gu, '‘$1’').replace(/["“”]/gu, '')

function showUnclaimed({ article, unclaimed }: Breakdown, look: Look): string {
  const lines = unclaimed.map((span) =>
    block(`“${unquoted(article.text.slice(...span))}”`, look, '  ', (line) => paint(line, 'faint', look)),
  )
  return [paint(`${counted(unclaimed.length, 'sentence')} gave no claim`, 'bold', look), ...lines].join('\n')
}

function showEnd({ rejected, engine }: Breakdown, look: Look): string {
  const turnedAway =
    rejected.length > 0
      ? `${counted(rejected.length, 'proposal')} turned away, since the words don't stand in the article. `
      : ''
  const end = `${turnedAway}The labels say what the copy says, not whether it is so. Words in “ ” are the article's own. Read by ${engine}.`
  return [rule(look), block(end, look, '', (line) => paint(line, 'faint', look))].join('\n')
}
