import { UsageError } from '../errors.ts'
import type { Added, Difference, Found, Library, Viewer } from '../library/types.ts'
import { labels } from '../replies/labels.ts'
import { sentenceOf } from '../replies/sentence.ts'
import { nameWords } from '../replies/source-words.ts'
import { type Breakdown, type Certainty, certainties } from '../types.ts'
import { type Console, type Look, write } from './console.ts'
import { block, counted, paint } from './layout.ts'

// What is kept from the terminal stands in the same store as that of the guilds, in a place of its own that no member of
// any guild can view.
const place = { guild: 'terminal', channel: 'terminal' } as const
const viewer: Viewer = { guild: place.guild, channels: new Set([place.channel]) }
const atOnce = 20

/** Keeps a breakdown in the library and says what became of it. */
export async function keep(
  { article, claims, engine }: Breakdown,
  remarks: readonly string[],
  library: Library,
  console: Console,
): Promise<void> {
  const addedAt = new Date().toISOString()
  const version = { article, claims, remarks, engine, addedBy: 'terminal', addedAt, link: null }
  const added = await library.add({ ...place, version })
  await write(console.stdout, `\n${showAdded(added, console.look)}\n`)
}

function showAdded({ entry, outcome, differences }: Added, look: Look): string {
  const { version } = entry.versions.at(-1)!.article
  if (outcome === 'new') return block(`Kept as ${entry.id}.`, look)
  if (outcome === 'known') return block(`This very text is kept already, as ${entry.id}.`, look)
  const head = block(`Kept as version ${version} of ${entry.id}: the same address with another text.`, look)
  return [head, ...differences.map((one) => block(showDifference(one), look, '  '))].join('\n')
}

function showDifference({ kind, before, after }: Difference): string {
  const now = after ?? before
  const sentence = now ? sentenceOf(now) : ''
  if (kind === 'hardened' || kind === 'relabelled')
    return `${kind === 'hardened' ? 'Hardened' : 'Relabelled'}, ${before ? labels[before.certainty].words : ''} before: ${sentence}`
  if (kind === 'source dropped')
    return `Source dropped, ${before?.source ? nameWords(before.source) : 'one'} before: ${sentence}`
  return `${kind === 'added' ? 'Added' : 'Removed'}: ${sentence}`
}

/** What narrows a question. */
export interface Narrowing {
  readonly source?: string | undefined
  readonly article?: string | undefined
  readonly label?: string | undefined
  readonly since?: string | undefined
}

/**
 * Shows who said what in the library, or without words and narrowing who says most.
 *
 * @throws UsageError for a label or a date that is none
 */
export async function showWho(
  words: string,
  narrowing: Narrowing,
  library: Library,
  { stdout, look }: Console,
): Promise<void> {
  const { source, article, label, since } = narrowing
  if (label !== undefined && !isLabel(label))
    throw new UsageError(`Expected a label, one of ${certainties.join(', ')}, got "${label}".`)
  if (since !== undefined && !/^\d{4}-\d{2}-\d{2}$/.test(since))
    throw new UsageError(`Expected a day like 2031-05-12, got "${since}".`)
  const { articles } = await library.counts(viewer)
  if (words === '' && Object.values(narrowing).every((one) => one === undefined))
    return showSources(library, articles, { stdout, look })
  const question = {
    words,
    ...(source ? { source } : {}),
    ...(article ? { article } : {}),
    ...(label ? { label } : {}),
    ...(since ? { since } : {}),
  }
  const { found, total } = await library.who(viewer, { ...question, page: 0, size: atOnce })
  const head =
    total === 0
      ? `Nothing found in ${counted(articles, 'article')}.`
      : `${counted(total, 'claim')} found in ${counted(articles, 'article')}${total > found.length ? `; the first ${found.length}` : ''}`
  await write(
    stdout,
    `${[block(head, look, '', (line) => paint(line, 'bold', look)), ...found.map((one) => showFound(one, look))].join('\n\n')}\n`,
  )
}

function showFound({ claim, version, entry }: Found, look: Look): string {
  const { mark, colour } = labels[claim.certainty]
  const { article, addedAt } = version
  const indent = ' '.repeat(claim.id.length + 4)
  const words = claim.evidence.map((one) => one.words.trim()).join(' … ')
  const where = [article.title ?? 'without a headline', article.outlet, addedAt.slice(0, 10), entry.id]
  return [
    block(sentenceOf(claim), look, `${paint(mark, colour, look)} ${paint(claim.id, 'faint', look)}  `),
    block(`“${words.replace(/["“”]/gu, '')}”`, look, indent, (line) => paint(line, 'faint', look)),
    block(where.filter((one) => one !== null).join(' · '), look, indent, (line) => paint(line, 'faint', look)),
  ].join('\n')
}

async function showSources(
  library: Library,
  articles: number,
  { stdout, look }: Pick<Console, 'stdout' | 'look'>,
): Promise<void> {
  const { sources, total } = await library.sources(viewer, 0, atOnce)
  const lines = sources.map(({ name, claims, articles: count }) =>
    block(`${name} — ${counted(claims, 'claim')} in ${counted(count, 'article')}`, look, '  '),
  )
  const head =
    total === 0
      ? `No source in ${counted(articles, 'article')}.`
      : `${counted(total, 'source')} in ${counted(articles, 'article')}`
  await write(stdout, `${[block(head, look), ...lines].join('\n')}\n`)
}

/** Shows what is kept, the newest first. */
export async function showArticles(library: Library, { stdout, look }: Console): Promise<void> {
  const { entries, total } = await library.articles(viewer, 0, atOnce)
  const lines = entries.map(({ id, versions }) => {
    const { article, claims, addedAt } = versions.at(-1)!
    const details = [
      article.outlet,
      addedAt.slice(0, 10),
      counted(claims.length, 'claim'),
      versions.length > 1 ? `version ${versions.length}` : null,
    ]
    return block(
      `${article.title ?? 'Without a headline'} — ${details.filter((one) => one !== null).join(' · ')}`,
      look,
      `${id}  `,
    )
  })
  const head =
    total === 0
      ? 'Nothing is kept yet; breakdown --save keeps an article.'
      : `${counted(total, 'article')}, the newest first`
  await write(stdout, `${[block(head, look), ...lines].join('\n')}\n`)
}

const isLabel = (label: string): label is Certainty => (certainties as readonly string[]).includes(label)
