import type { Counted, Found, FoundPage } from '../../library/types.ts'
import { type Certainty, certainties } from '../../types.ts'
import { labels } from '../labels.ts'
import { sentenceOf } from '../sentence.ts'
import { type Button, bounds, button, cutTo, type Message, row, select } from './components.ts'
import { customId } from './custom-id.ts'
import { escaped } from './escape.ts'
import { fitMessage, fitsOnePage } from './fit-message.ts'
import { claimLine, dayOf, disclaimer, evidenceLine, titleOf } from './lines.ts'

/** What was asked, as it is shown above the answer and carried along in the buttons. */
export interface Asked {
  readonly words: string
  readonly source: string | null
  /** An entry's id, or part of a headline. */
  readonly article: string | null
  readonly label: Certainty | null
  /** ISO 8601 date. */
  readonly since: string | null
}

/** How many claims an answer shows at once: so many fit with their words. */
export const foundAtOnce = 6

/**
 * Who said what: each claim with its label and chain, the words of the article, and where it was added.
 *
 * @param found what the library gave for this page of {@link foundAtOnce}
 * @param page from 0
 * @param articles how many articles were looked through
 */
export function whoView(
  asked: Asked,
  { found, total }: FoundPage,
  page: number,
  user: string,
  articles: number,
): Message {
  const pages = Math.max(1, Math.ceil(total / foundAtOnce))
  const title = `### Who said it${asked.words === '' ? '' : `: ${escaped(asked.words)}`}`
  const count =
    total === 0
      ? `Nothing found in ${articles.toLocaleString('en')} ${articles === 1 ? 'article' : 'articles'} that you can see here.`
      : `${total.toLocaleString('en')} ${total === 1 ? 'claim' : 'claims'} found · ${articles.toLocaleString('en')} ${articles === 1 ? 'article' : 'articles'} looked through${pages > 1 ? ` · page ${page + 1} of ${pages}` : ''}`
  const lead = [
    [title, narrowed(asked), `-# ${count}`, ...(total > 0 ? [disclaimer] : [])].filter((one) => one !== '').join('\n'),
  ]
  // Those of a page stand in one message, so where they are long each gives way.
  const [draft] = lengths
    .map((most) => ({ lead, leadAfter: lead, items: found.map((one) => foundItem(one, most)) }))
    .filter((one, i) => i === lengths.length - 1 || fitsOnePage(one))
  return fitMessage(draft!, 0, () => {
    const open = select('Open a claim', customId({ to: 'found', user }), choicesOf(found))
    return [...(open ? [row(open)] : []), ...(pages > 1 ? [row(...turns(asked, page, pages, user))] : [])]
  }).message
}

function narrowed({ source, article, label, since }: Asked): string {
  const parts = [
    source && `source: ${escaped(source)}`,
    article && `article: ${escaped(article)}`,
    label && labels[label].words,
    since && `since ${dayOf(since)}`,
  ].filter((one) => one)
  return parts.length > 0 ? `-# ${parts.join(' · ')}` : ''
}

// How long a claim's sentence, the article's words and its headline may be, in UTF-16 units.
const lengths = [
  [260, 220, 90],
  [180, 140, 70],
  [110, 70, 50],
] as const

function foundItem({ claim, version, entry }: Found, [sentence, words, headline]: (typeof lengths)[number]) {
  const { article } = version
  const where = version.link ? `[where it was added](${version.link})` : `<#${entry.channel}>`
  const details = [
    `*${escaped(titleOf(article, headline))}*`,
    article.outlet && escaped(cutTo(article.outlet, 40)),
    dayOf(version.addedAt),
    where,
  ]
  const content = [
    cutTo(claimLine(claim, sentence), 2 * sentence),
    evidenceLine(claim, words),
    `-# ${details.filter((one) => one).join(' · ')}`,
  ]
  return { heading: null, content: content.join('\n') }
}

const choicesOf = (found: readonly Found[]) =>
  found.map(({ claim, entry }) => ({
    label: sentenceOf(claim, { most: bounds.choice }),
    value: `${entry.id}:${claim.id}`,
    description: labels[claim.certainty].words,
  }))

// The words ride in a button that can't be pressed, since one id has no room for all.
function turns(asked: Asked, page: number, pages: number, user: string): readonly Button[] {
  const rest = restOf(asked)
  const turn = (label: string, to: number) =>
    button(label, customId({ to: 'who', page: to, user, rest }), { off: to < 0 || to >= pages })
  return [
    page === 0 ? button('Earlier', 'v1:words:-', { off: true }) : turn('Earlier', page - 1),
    button(`${page + 1} of ${pages}`, customId({ to: 'words', words: `=${asked.words}` }), { off: true }),
    page === pages - 1 ? button('Later', 'v1:words:+', { off: true }) : turn('Later', page + 1),
  ]
}

// An id has room for 100 units: the label is its place in the order of labels, the date without its hyphens.
const restOf = ({ label, since, article, source }: Asked): string =>
  [
    label ? certainties.indexOf(label) : '',
    since?.replaceAll('-', '') ?? '',
    (article ?? '').replaceAll(':', ' '),
    source ?? '',
  ].join(':')

/** How long what is carried along in the buttons may be, in UTF-16 units. */
export const longestAsked = { words: 90, source: 29, article: 25 } as const

/**
 * What was asked, read back from the ids of a message's buttons.
 *
 * @param rest of the button that was pressed
 * @param words of the button between, or null where there is none
 */
export function askedOf(rest: string, words: string | null): Asked | null {
  const [label = '', since = '', article = '', ...source] = rest.split(':')
  if (words === null || !words.startsWith('=') || !/^[0-5]?$/.test(label)) return null
  const [, year, month, day] = /^(\d{4})(\d{2})(\d{2})$/.exec(since) ?? []
  if (since !== '' && !year) return null
  return {
    words: words.slice(1),
    source: source.join(':') || null,
    article: article || null,
    label: label === '' ? null : certainties[Number(label)]!,
    since: year ? `${year}-${month}-${day}` : null,
  }
}

/** How many sources a page of them shows. */
export const sourcesAtOnce = 25
// So that a page of them fits, even where each is nothing but marks.
const longestName = 50

/** The sources of the library with how much they say: what `/who` answers without words. */
export function sourcesView(
  sources: readonly Counted[],
  total: number,
  page: number,
  user: string,
  articles: number,
): Message {
  const pages = Math.max(1, Math.ceil(total / sourcesAtOnce))
  const looked = `${articles.toLocaleString('en')} ${articles === 1 ? 'article' : 'articles'}`
  const head =
    total === 0
      ? `### Who says something\nNothing found in ${looked} that you can see here. Break one down with \`/claims\`.`
      : `### Who says something\n-# ${total.toLocaleString('en')} ${total === 1 ? 'source' : 'sources'} in ${looked} that you can see · page ${page + 1} of ${pages}`
  const items = sources.map(({ name, claims, articles: in_ }) => ({
    heading: null,
    content: `- **${escaped(cutTo(name, longestName))}** — ${claims} ${claims === 1 ? 'claim' : 'claims'} in ${in_} ${in_ === 1 ? 'article' : 'articles'}`,
  }))
  const turn = (label: string, to: number) =>
    button(label, customId({ to: 'sources', page: Math.max(0, to), user }), { off: to < 0 || to >= pages })
  return fitMessage({ lead: [head], leadAfter: [head], items }, 0, () =>
    pages > 1
      ? [
          row(
            page === 0 ? button('Earlier', 'v1:words:-', { off: true }) : turn('Earlier', page - 1),
            page >= pages - 1 ? button('Later', 'v1:words:+', { off: true }) : turn('Later', page + 1),
          ),
        ]
      : [],
  ).message
}
