import { certainties } from '../../types.ts'
import { labels } from '../labels.ts'
import type { Message } from './components.ts'
import { fitMessage } from './fit-message.ts'

/** What `/help` tells of this installation. */
export interface About {
  readonly version: string
  /** "offline model and rules", or which model at whose address. */
  readonly engine: string
  /** Host of the vendor that is sent the text, or null where none is. */
  readonly vendor: string | null
  readonly articles: number
  readonly claims: number
}

const says: Readonly<Record<(typeof certainties)[number], string>> = {
  denied: 'the source says that it isn’t so',
  alleged: 'an accusation, unproven',
  open: '*may, could, reportedly, is expected to*',
  confirmed: 'a source in a position to know confirms it, owns up to it, or records show it',
  attributed: '*said, told, according to*',
  stated: 'the article says it itself and gives no source; that doesn’t make it one',
}

/** `/help`: short, by example. */
export function helpView({ version, engine, vendor, articles, claims }: About): Message {
  const lead = [
    `### Hearsay
Splits an article into claims: what is claimed, who says it, through whom, and how certain it is. It labels; only people check.`,
    `- \`/claims\` opens a window to paste into. \`/claims link:\` reads a page, \`/claims file:\` a .txt, .md, .html, .pdf or .docx, \`/claims open:\` an article that was read before.
- \`/who words: ferry lifeboats\` finds who said what; \`source:\`, \`article:\`, \`label:\` and \`time:\` narrow it. Without words: who says most.
- On a message, under *Apps*: **Break down claims** reads it, its link or its file; **Who said this?** looks its words up.
- **More** under a breakdown shows the article with its claims marked, as a picture and as a page to keep, and draws who said what.`,
    ['**Labels**', ...certainties.map((one) => `${labels[one].mark} ${labels[one].words} — ${says[one]}`)].join('\n'),
    `**What is kept** The text, its claims, who added it, where and when: in this newsroom’s library, for those who can view the channel it was added in. Whoever can’t doesn’t learn of it. A link is fetched from here; ${vendor ? `the text is sent to ${vendor}, which is asked not to store it` : 'the text isn’t sent to anybody'}.
-# Hearsay ${version} · ${engine} · ${articles.toLocaleString('en')} ${articles === 1 ? 'article' : 'articles'} and ${claims.toLocaleString('en')} ${claims === 1 ? 'claim' : 'claims'} that you can see`,
  ]
  return fitMessage({ lead, leadAfter: [], items: [] }, 0, () => []).message
}
