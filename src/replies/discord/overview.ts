import type { Difference } from '../../library/types.ts'
import type { Claim } from '../../types.ts'
import { labels } from '../labels.ts'
import { lookTwice } from '../look-twice.ts'
import { inOrder } from '../order.ts'
import { sentenceOf } from '../sentence.ts'
import { hasManySources } from '../source-words.ts'
import { changesText } from './changes.ts'
import { type Button, bounds, button, type Message, row, type Select, select } from './components.ts'
import { customId } from './custom-id.ts'
import { doubtLine } from './doubts.ts'
import { escaped } from './escape.ts'
import { fitMessage, fitsOnePage, type Item } from './fit-message.ts'
import { claimLine, detailsLine, disclaimer, titleLine, titleOf, totalsLine } from './lines.ts'
import { pictureButtons } from './picture-views.ts'
import type { Shown } from './shown.ts'

/** How many claims the first page holds at most: it is read on a phone. */
const firstAtOnce = 12
/** What may stand beside an article's claims. */
export interface Beside {
  readonly differences?: readonly Difference[]
  readonly notices?: readonly string[]
  readonly buttons?: readonly Button[]
}

/**
 * What a breakdown shows first, on a phone: the article, totals by label, what to look at twice, then the claims.
 *
 * @param page from 0; further pages hold the rest, last what the article states in its own voice, and lead to pictures; where
 *   all claims stand on the first, the second holds that alone
 * @param differences against the version before, shown before anything else
 * @param notices sentences of Hearsay's own at the top, in Discord's markdown: that the text was known already, say
 * @param buttons beside the four
 */
export function overview(
  shown: Shown,
  page = 0,
  { differences = [], notices = [], buttons = [] }: Beside = {},
): Message {
  const { entry, version, user, shareable } = shown
  const claims = inOrder(version.claims)
  const stated = claims.filter(({ certainty }) => certainty === 'stated').length
  const doubts = lookTwice(version.article, version.claims)
  const items: readonly Item[] = claims.map((claim) => ({
    heading: `**${labels[claim.certainty].words}**`,
    content: claimLine(claim),
  }))
  const draft = {
    lead: [
      [
        titleLine(version),
        detailsLine(version),
        ...[...notices, ...version.remarks.map(escaped)].map((one) => `-# ${one}`),
      ].join('\n'),
      changesText(differences, version.article.version - 1),
      `${totalsLine(claims)}\n${disclaimer}`,
      doubts.length > 0 ? ['**Look twice**', ...doubts.map(doubtLine)].join('\n') : '',
    ],
    leadAfter: [`**${escaped(titleOf(version.article, 120))}**`],
    items,
    firstPage: Math.min(claims.length - stated, firstAtOnce),
    close:
      stated > 0
        ? `${labels.stated.mark} **${stated}** ${stated === 1 ? 'claim is' : 'claims are'} stated by the article itself, no source given; More shows ${stated === 1 ? 'it' : 'them'}.`
        : null,
  }
  const at = (to: 'claims' | 'wording' | 'text' | 'share' | 'claim', number: number) =>
    customId({ to, entry: entry.id, version: version.article.version, page: number, user })
  if (page > 0 && claims.length > 0 && fitsOnePage(draft)) return moreView(shown, at('claims', 0))
  return fitMessage(draft, page, (fitted) => {
    const last = fitted.pages > 1 && fitted.page === fitted.pages - 1
    const open = claimSelect(
      fitted.items.map((i) => claims[i]!),
      at('claim', fitted.page),
    )
    return [
      ...(open ? [row(open)] : []),
      ...(buttons.length > 0 ? [row(...buttons)] : []),
      ...(fitted.page > 0 ? [row(...pictureButtons(shown))] : []),
      row(
        button('Share here', at('share', fitted.page), { off: !shareable }),
        button('Wording', at('wording', 0)),
        button('Text as read', at('text', 0)),
        button(last ? 'First page' : 'More', at('claims', last ? 0 : fitted.page + 1), {
          off: claims.length === 0,
          main: true,
        }),
      ),
    ]
  }).message
}

// Behind More where there are no more claims.
function moreView(shown: Shown, back: string): Message {
  const lead = [
    `**${escaped(titleOf(shown.version.article, 140))}**\nAll its claims stand on the first page. The article can be seen with its claims marked, as a picture and as a page to keep${hasManySources(shown.version.claims) ? ', and as a drawing of who said what' : ''}.`,
  ]
  return fitMessage({ lead, leadAfter: [], items: [] }, 0, () => [
    row(button('Back to the claims', back, { main: true }), ...pictureButtons(shown)),
  ]).message
}

/** A select that opens one of these claims; each choice is its sentence, cut from the end. */
function claimSelect(claims: readonly Claim[], id: string): Select | null {
  return select(
    'Open a claim: its words, who and why',
    id,
    claims.map((claim) => ({
      label: sentenceOf(claim, { most: bounds.choice }),
      value: claim.id,
      description: `${claim.id} · ${labels[claim.certainty].words}`,
    })),
  )
}
