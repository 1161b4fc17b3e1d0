import { type ButtonInteraction, MessageFlags, type StringSelectMenuInteraction } from 'discord.js'
import type { Desk } from '../desk.ts'
import { InputError } from '../errors.ts'
import type { Found, Viewer } from '../library/types.ts'
import { claimView } from '../replies/discord/claim-view.ts'
import type { Message } from '../replies/discord/components.ts'
import { type Tap, tapOf } from '../replies/discord/custom-id.ts'
import { overview } from '../replies/discord/overview.ts'
import { annotatedView, claimPictureView, drawingView } from '../replies/discord/picture-views.ts'
import { textView, wordingView } from '../replies/discord/reading-views.ts'
import type { Shown } from '../replies/discord/shown.ts'
import { askedOf } from '../replies/discord/who-view.ts'
import type { Claim } from '../types.ts'
import { outdated } from './answer.ts'
import { answerSources, answerWho } from './who.ts'

/** What can be tapped. */
export type Tapped = ButtonInteraction<'cached'> | StringSelectMenuInteraction<'cached'>

/** Views that are posted for everybody. */
export type Sharing = 'share' | 'share-annotated' | 'share-drawing'

/** What is posted for everybody: nothing in it can be shared once more. */
export function sharedPage(to: Sharing, of: Shown, desk: Desk): Message | Promise<Message> {
  const shown = { ...of, shareable: false }
  return to === 'share' ? overview(shown) : picturesFor(to === 'share-annotated' ? 'annotated' : 'drawing', shown, desk)
}

/**
 * What a tap leads to.
 *
 * @param viewer whose view it is: what is turned in place before others shows less than its owner may see
 * @throws InputError for what is gone or may not be seen: both in the same words
 */
export async function pageFor(
  tap: Exclude<Tap, { to: 'words' | 'paste' | Sharing }>,
  interaction: Tapped,
  desk: Desk,
  viewer: Viewer,
): Promise<Message> {
  const { library } = desk
  const chosen = interaction.isStringSelectMenu() ? (interaction.values[0] ?? '') : ''
  if (tap.to === 'sources') return answerSources(desk, viewer, tap.page, tap.user)
  if (tap.to === 'who') {
    const asked = askedOf(tap.rest, wordsIn(interaction))
    if (!asked) throw outdated()
    return answerWho(desk, viewer, asked, tap.page, tap.user)
  }
  if (tap.to === 'found') {
    const [id = '', claimId] = chosen.split(':')
    const entry = await library.entry(viewer, id)
    const version = entry?.versions.at(-1)
    const claim = version?.claims.find((one) => one.id === claimId)
    if (!entry || !version || !claim) throw gone()
    const others = await elsewhere(desk, viewer, entry.id, claim)
    return claimView({ entry, version, user: tap.user }, claim, 0, others)
  }
  const shown = await shownFor(tap, interaction, desk, viewer)
  if (tap.to === 'annotated' || tap.to === 'drawing') return picturesFor(tap.to, shown, desk)
  if (tap.to === 'text') return textView(shown, tap.page)
  if (tap.to === 'wording') return wordingView(shown, tap.page)
  if (tap.to === 'claims') return overview(shown, tap.page)
  const claim = shown.version.claims.find(({ id }) => id === (tap.to === 'claim' ? chosen : tap.claim))
  if (!claim) throw gone()
  if (tap.to === 'mark') {
    const { parts, page } = await desk.pictures.claim(shown.version, claim)
    return claimPictureView(shown, claim, tap.page, parts, page)
  }
  const others = await elsewhere(desk, viewer, shown.entry.id, claim)
  return claimView(shown, claim, tap.page, others, isEphemeral(interaction) ? 'library' : 'channel')
}

async function picturesFor(to: 'annotated' | 'drawing', shown: Shown, { pictures }: Desk): Promise<Message> {
  if (to === 'annotated') {
    const { parts, page } = await pictures.annotated(shown.version)
    return annotatedView(shown, parts, page)
  }
  const drawings = await pictures.whoSaidWhat(shown.version)
  // Only a forged button leads here: where sources are few there is none.
  if (drawings.length === 0) throw outdated()
  return drawingView(shown, drawings)
}

/** The article of a tap, in the version that was tapped. Throws as {@link pageFor}. */
export async function shownFor(
  { entry: id, version: number }: { readonly entry: string; readonly version: number },
  interaction: Tapped,
  desk: Desk,
  viewer: Viewer,
): Promise<Shown> {
  const entry = await desk.library.entry(viewer, id)
  const version = entry?.versions.find(({ article }) => article.version === number)
  if (!entry || !version) throw gone()
  return {
    entry,
    version,
    user: interaction.user.id,
    shareable: isEphemeral(interaction) && entry.channel === interaction.channelId,
  }
}

/** Whether only one person sees the message. */
export const isEphemeral = ({ message }: Tapped): boolean => message.flags.has(MessageFlags.Ephemeral)

/** Claims of other articles with the same words, the nearest first. */
async function elsewhere(desk: Desk, viewer: Viewer, entry: string, { evidence }: Claim): Promise<readonly Found[]> {
  const words = evidence.map((one) => one.words).join(' ')
  const { found } = await desk.library.who(viewer, { words: words.slice(0, 300), page: 0, size: 10 })
  return found.filter((one) => one.entry.id !== entry).slice(0, 5)
}

// What was asked stands in a button between those that turn the page.
function wordsIn({ message }: Tapped): string | null {
  for (const tap of idsIn(message.components).map(tapOf))
    if (tap?.to === 'words' && tap.words.startsWith('=')) return tap.words
  return null
}

function idsIn(components: readonly unknown[]): readonly string[] {
  return components.flatMap((one) => {
    const { customId, components: inner } = one as { customId?: string | null; components?: readonly unknown[] }
    return [...(customId ? [customId] : []), ...idsIn(inner ?? [])]
  })
}

const gone = () =>
  new InputError({
    expected: 'an article of the library that you can view',
    got: 'one that isn’t there any more, or isn’t for you',
    advice: 'Look it up with /claims open',
  })
