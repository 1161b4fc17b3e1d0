import type { Version } from '../../library/types.ts'
import type { Claim } from '../../types.ts'
import { countLabels, labels } from '../labels.ts'
import { notesOf } from '../notes.ts'
import { sentenceOf } from '../sentence.ts'
import { cutTo } from './components.ts'
import { escaped } from './escape.ts'

/** What Hearsay says of every breakdown. */
export const disclaimer = '-# What the article says, not whether it is true.'

/** The headline as a heading, or the article's first words where it has none. */
export function titleLine({ article }: Version): string {
  return `### ${escaped(titleOf(article, 200))}`
}

/** The headline, or the article's first words, not escaped. */
export function titleOf(
  { title, text: body }: { readonly title: string | null; readonly text: string },
  most: number,
): string {
  return cutTo(
    title ??
      `“${cutTo(body, 80)
        .replace(/\s+\S*…$/, '')
        .replace(/…$/, '')} …”`,
    most,
  )
}

const months = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ')

/** "12 May 2031" of an ISO 8601 date; the words themselves for anything else. */
export function dayOf(date: string): string {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})/.exec(date) ?? []
  return year && months[Number(month) - 1] ? `${Number(day)} ${months[Number(month) - 1]} ${year}` : date
}

/** "Harbour Ledger · 12 May 2031 · 612 words read · added by @… on 13 May 2031 · version 2". */
export function detailsLine({ article, addedBy, addedAt, engine }: Version): string {
  const count = article.text.match(/\S+/g)?.length ?? 0
  const details = [
    article.outlet && escaped(cutTo(article.outlet, 100)),
    article.publishedAt && escaped(cutTo(dayOf(article.publishedAt), 40)),
    `${count.toLocaleString('en')} ${count === 1 ? 'word' : 'words'} read`,
    `added by ${/^\d+$/.test(addedBy) ? `<@${addedBy}>` : escaped(addedBy)} on ${dayOf(addedAt)}`,
    article.version > 1 && `version ${article.version}`,
    escaped(cutTo(engine, 200)),
  ]
  return `-# ${details.filter((one) => one).join(' · ')}`
}

/** "▲ 2 Alleged · ● 7 Attributed · ■ 12 Stated as fact". */
export function totalsLine(claims: readonly Claim[]): string {
  if (claims.length === 0) return 'No claim was found in this text.'
  return countLabels(claims)
    .map(([certainty, count]) => `${labels[certainty].mark} **${count}** ${labels[certainty].words}`)
    .join(' · ')
}

/** A claim in a list: its sentence, and what a reader should know beside it. */
export function claimLine(claim: Claim, most = 320): string {
  const notes = notesOf(claim).map(escaped)
  return `${labels[claim.certainty].mark} ${escaped(sentenceOf(claim, { most }))}${notes.length > 0 ? `\n-# ${notes.join(' · ')}` : ''}`
}

/** The article's words that a claim stands on, within quotation marks. */
export function evidenceLine({ evidence }: Claim, most = 300): string {
  const words = evidence.map((one) => one.words.trim()).join(' … ')
  return `> “${escaped(words.length > most ? `${cutTo(words, most).replace(/(?:\s+\S*)?…$/, '')} …` : words)}”`
}
