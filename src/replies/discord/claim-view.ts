import type { Found } from '../../library/types.ts'
import type { Claim, Span } from '../../types.ts'
import { labels, sourceKindWords } from '../labels.ts'
import { notesOf } from '../notes.ts'
import { sentenceOf } from '../sentence.ts'
import { nameWords } from '../source-words.ts'
import { bounds, button, cutTo, type Message, row } from './components.ts'
import { customId } from './custom-id.ts'
import { escaped } from './escape.ts'
import { fitMessage } from './fit-message.ts'
import { dayOf, disclaimer, titleOf } from './lines.ts'
import type { Shown } from './shown.ts'

// UTF-16 units of the article around a claim's words.
const around = 220
const longestContext = 1100
// Of what is shown, so that an article of marks or of one word leaves room for the rest.
const longestSentence = 900
const longestMarked = 1400

/**
 * One claim: its words marked in context, who said them and by which words that was found, why it has its label, who
 * passed it on, what its target answers, and where else in the library something like it stands.
 *
 * @param page of the claims to go back to
 * @param elsewhere claims of other articles that the viewer may see, the nearest first; as many as have room
 * @param within where these were looked for
 */
export function claimView(
  { entry, version, user }: Omit<Shown, 'shareable'>,
  claim: Claim,
  page: number,
  elsewhere: readonly Found[] = [],
  within: 'library' | 'channel' = 'library',
): Message {
  const { article } = version
  const at = (to: 'claims' | 'text', number: number) =>
    customId({ to, entry: entry.id, version: article.version, page: number, user })
  const mark = customId({ to: 'mark', entry: entry.id, version: article.version, claim: claim.id, page, user })
  const label = labels[claim.certainty]
  const above = [
    `### ${label.mark} ${label.words} · \`${claim.id}\`\n${cutTo(escaped(sentenceOf(claim)), longestSentence)}\n-# ${escaped(titleOf(article, 140))}`,
    contextThatFits(article.text, claim),
    [
      whoLine(claim),
      ...viaLines(claim),
      whyLine(claim),
      ...notesOf(claim).map((one) => `- ${capital(brief(one, 100))}`),
    ].join('\n'),
  ]
  const left = bounds.text - above.join('').length - disclaimer.length
  const lead = [...above, elsewhereLines(elsewhere, within, left), disclaimer]
  return fitMessage({ lead, leadAfter: [], items: [] }, 0, () => [
    row(
      button('Back to the claims', at('claims', page), { main: true }),
      button('Text as read', at('text', 0)),
      button('Picture of it', mark),
    ),
  ]).message
}

// Marks are escaped and grow by it; the less of the article is shown the more of them there are.
function contextThatFits(text: string, claim: Claim): string {
  const shown = [longestContext, 600, 300].map((most) => inContext(text, claim, most))
  return shown.find((words) => words.length <= longestMarked) ?? cutTo(shown.at(-1)!, longestMarked)
}

/** The article around a claim: its words bold, the words that report or hedge underlined. */
function inContext(
  text: string,
  { evidence, cue }: Pick<Claim, 'evidence' | 'cue'>,
  most: number = longestContext,
): string {
  const spans = evidence.map(({ span }) => span)
  const [first, last] = [spans[0]![0], spans.at(-1)![1]]
  const near = cue && cue.span[0] > first - around && cue.span[1] < last + around ? cue.span : null
  const from = startOfWord(
    text,
    Math.max(paragraphStart(text, Math.min(first, near?.[0] ?? first)), Math.min(first, near?.[0] ?? first) - around),
  )
  const reach = Math.min(Math.max(last, near?.[1] ?? last) + around, from + most)
  const end = text.indexOf('\n\n', Math.max(last, near?.[1] ?? last))
  const to = endOfWord(text, Math.min(end < 0 ? text.length : end, reach))
  const marked: readonly (readonly [Span, string])[] = [
    ...spans.map((span) => [span, '**'] as const),
    ...(near && !spans.some((span) => overlap(span, near)) ? [[near, '__'] as const] : []),
  ].sort(([a], [b]) => a[0] - b[0])
  let out = ''
  let at = from
  for (const [[start, stop], mark] of marked) {
    if (start < at || start >= to) continue
    out += `${plain(text.slice(at, start))}${mark}${plain(text.slice(start, Math.min(stop, to))).trim()}${mark}`
    at = Math.min(stop, to)
  }
  const words = (out + plain(text.slice(at, to))).trim()
  return `> ${from > 0 && text[from - 1] !== '\n' ? '… ' : ''}${words}${to < text.length && text[to] !== '\n' ? ' …' : ''}`
}

// Escaped, but with the space that parts it from its neighbours.
function plain(words: string): string {
  const inner = escaped(words)
  return `${/^\s/.test(words) ? ' ' : ''}${inner}${inner !== '' && /\s$/.test(words) ? ' ' : ''}`
}

const overlap = (a: Span, b: Span): boolean => a[0] < b[1] && b[0] < a[1]
function paragraphStart(text: string, at: number): number {
  const gap = at > 0 ? text.lastIndexOf('\n\n', at - 1) : -1
  return gap < 0 ? 0 : gap + 2
}
function startOfWord(text: string, at: number): number {
  if (at === 0 || /\s/.test(text[at - 1]!)) return at
  const space = text.slice(at, at + around).search(/\s/)
  return space < 0 ? wholeCharacter(text, at) : at + space + 1
}
function endOfWord(text: string, at: number): number {
  if (at >= text.length || /\s/.test(text[at]!)) return at
  const before = text.slice(Math.max(0, at - around), at)
  const word = /\S*$/.exec(before)![0].length
  return word === before.length ? wholeCharacter(text, at) : at - word
}
// Not within a pair of surrogates.
const wholeCharacter = (text: string, at: number): number => (/^[\udc00-\udfff]/.test(text.slice(at)) ? at - 1 : at)

function whoLine({ source, cue }: Claim): string {
  if (!source) return '**Who says it** the article itself, in its own voice'
  const named = source.named ? '' : ', not named'
  const role = source.role ? `, ${brief(source.role, 90)}` : ''
  const found = source.mentions[0]
    ? ` · found by “${brief(source.mentions[0].words, 90)}”${cue ? ` and “${brief(cue.words, 60)}”` : ''}`
    : ''
  return `**Who says it** ${brief(nameWords(source), 120)}${role} (${sourceKindWords[source.kind]}${named})${found}`
}

const viaLines = ({ via }: Claim): readonly string[] =>
  via.length === 0
    ? []
    : [
        `**Passed on by** ${via
          .slice(0, 3)
          .map((one) => `${brief(nameWords(one), 60)} (${sourceKindWords[one.kind]})`)
          .join(', then ')}`,
      ]

const reasons: Readonly<Record<Claim['certainty'], string>> = {
  denied: 'the source says that it isn’t so',
  alleged: 'it is put forward as an accusation or as contested, unproven',
  open: 'the article or its source leaves it open',
  confirmed: 'a source in a position to know owns up to it or shows it',
  attributed: 'somebody says it, and no more is said for it',
  stated: 'the article says it in its own voice, with neither source nor hedge',
}

function whyLine({ certainty, cue }: Claim): string {
  return `**Why this label** ${reasons[certainty]}${cue ? `: “${brief(cue.words, 60)}”` : ''}`
}

// As many as there is room for, each of them whole.
function elsewhereLines(elsewhere: readonly Found[], within: 'library' | 'channel', room: number): string {
  if (elsewhere.length === 0)
    return within === 'library'
      ? '-# Nothing like it was found in the rest of the library that you can see.'
      : '-# Nothing like it was found in the rest of what this channel has.'
  const lines = ['**Elsewhere in the library**']
  for (const line of elsewhere.slice(0, 5).map(elsewhereLine)) {
    if ([...lines, line].join('\n').length > room) break
    lines.push(line)
  }
  return lines.length > 1 ? lines.join('\n') : ''
}

const elsewhereLine = ({ claim, version }: Found): string =>
  `- ${cutTo(escaped(sentenceOf(claim, { most: 180 })), 360)} — *${escaped(titleOf(version.article, 80))}*, ${dayOf(version.addedAt)}${version.link ? ` · [where it was added](${version.link})` : ''}`

const brief = (words: string, most: number): string => escaped(cutTo(words, most))
const capital = (words: string): string => words.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase())
