import { labels } from '../labels.ts'
import { inOrder } from '../order.ts'
import { isQuoted, sentenceOf } from '../sentence.ts'
import { button, type Message, row } from './components.ts'
import { customId } from './custom-id.ts'
import { escaped } from './escape.ts'
import { fitMessage, type Item } from './fit-message.ts'
import { disclaimer, evidenceLine, titleOf } from './lines.ts'
import type { Shown } from './shown.ts'

/** The text as it was read, paragraph by paragraph, so that a reader can judge the reading: no menu, no wall, no hole. */
export function textView(shown: Omit<Shown, 'shareable'>, page: number): Message {
  const { article } = shown.version
  const items = article.text
    .split('\n\n')
    .flatMap(pieces)
    .map((content) => ({ heading: null, content }))
  return paged(shown, 'text', page, `**Text as read** · ${escaped(titleOf(article, 140))}`, items, [])
}

/** Each claim as a sentence that can be copied, with the article's words that it stands on. */
export function wordingView(shown: Omit<Shown, 'shareable'>, page: number): Message {
  const items = inOrder(shown.version.claims).map((claim) => ({
    heading: `**${labels[claim.certainty].words}**`,
    content: `\`${claim.id}\` ${escaped(sentenceOf(claim, { most: 400 }))}${isQuoted(claim) ? '' : `\n${evidenceLine(claim)}`}`,
  }))
  const title = `**Wording** · ${escaped(titleOf(shown.version.article, 140))}\n-# Each claim as a sentence, and the words of the article it stands on.`
  return paged(
    shown,
    'wording',
    page,
    title,
    items,
    items.length > 0 ? [disclaimer] : ['No claim was found in this text.'],
  )
}

function paged(
  { entry, version, user }: Omit<Shown, 'shareable'>,
  to: 'text' | 'wording',
  page: number,
  title: string,
  items: readonly Item[],
  notes: readonly string[],
): Message {
  const at = (view: 'claims' | 'text' | 'wording', number: number) =>
    customId({ to: view, entry: entry.id, version: version.article.version, page: number, user })
  const head = [title, ...notes].join('\n')
  return fitMessage({ lead: [head], leadAfter: [title], items }, page, (fitted) => [
    row(
      button('Back to the claims', at('claims', 0), { main: true }),
      // An id may stand once in a message: the page it is on has none of its own.
      button('Earlier', at(to, Math.max(0, fitted.page - 1)), { off: fitted.page === 0 }),
      button('Later', at(to, fitted.page + 1), { off: fitted.page === fitted.pages - 1 }),
    ),
  ]).message
}

const longestPiece = 420

// A long paragraph in pieces, at the ends of words; escaping may make each twice as long.
function pieces(paragraph: string): readonly string[] {
  const found = paragraph.match(new RegExp(`[\\s\\S]{1,${longestPiece}}(?=\\s|$)|\\S{1,${longestPiece}}`, 'gu')) ?? []
  return found.map(escaped).filter((piece) => piece !== '')
}
