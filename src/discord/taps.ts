import type { ButtonInteraction, StringSelectMenuInteraction } from 'discord.js'
import { MessageFlags } from 'discord.js'
import type { Desk } from '../desk.ts'
import { InputError } from '../errors.ts'
import type { Found, Viewer } from '../library/types.ts'
import { claimView } from '../replies/discord/claim-view.ts'
import type { Message } from '../replies/discord/components.ts'
import { type Tap, tapOf } from '../replies/discord/custom-id.ts'
import { overview, type Shown } from '../replies/discord/overview.ts'
import { annotatedView, claimPictureView, drawingView } from '../replies/discord/picture-views.ts'
import { textView, wordingView } from '../replies/discord/reading-views.ts'
import { askedOf } from '../replies/discord/who-view.ts'
import type { Claim } from '../types.ts'
import { outdated, wire } from './answer.ts'
import { inTurn } from './in-turn.ts'
import { pasteWindow } from './paste.ts'
import { keepLink } from './post-breakdown.ts'
import { viewerOf } from './viewer.ts'
import { answerSources, answerWho } from './who.ts'

type Tapped = ButtonInteraction<'cached'> | StringSelectMenuInteraction<'cached'>

/**
 * Answers a button or a select. Nothing is remembered between two taps, so a message of last year works as long as its
 * article is there. Whoever taps another's message gets a copy of their own.
 *
 * @throws InputError for an id that isn't understood, and for what is gone or may not be seen: both in the same words
 */
export async function answerTap(interaction: Tapped, desk: Desk): Promise<void> {
  const tap = tapOf(interaction.customId)
  if (!tap || tap.to === 'words') throw outdated()
  if (tap.to === 'paste') return void (await interaction.showModal(pasteWindow()))
  // One's own page is turned in place; on another's, the answer is a message of one's own.
  const own = tap.user === interaction.user.id
  if (tap.to === 'share') return share(interaction, desk, tap)
  if (own) await interaction.deferUpdate()
  else await interaction.deferReply({ flags: MessageFlags.Ephemeral })
  await inTurn()
  // What is turned in place everybody in the channel sees: nothing of other channels may come into it.
  const publicly = own && !isEphemeral(interaction)
  const viewer = publicly
    ? { guild: interaction.guildId, channels: new Set([interaction.channelId]) }
    : await viewerOf(interaction, desk.library)
  const { components, files } = wire(await pageFor({ ...tap, user: interaction.user.id }, interaction, desk, viewer))
  // The files of the page before go, those of this one come.
  await interaction.editReply({ components, files, attachments: [], flags: MessageFlags.IsComponentsV2 })
}

type Of<To extends Tap['to']> = Extract<Tap, { readonly to: To }>

async function share(interaction: Tapped, desk: Desk, tap: Of<'share'>): Promise<void> {
  if (tap.user !== interaction.user.id) throw notYours()
  await interaction.deferUpdate()
  const { id, components } = interaction.message
  // Tapped twice in a hurry.
  if (sharing.has(id)) return
  sharing.add(id)
  try {
    const shown = await shownFor(tap, interaction, desk, await viewerOf(interaction, desk.library))
    if (shown.entry.channel !== interaction.channelId) throw notHere()
    const message = wire(overview({ ...shown, shareable: false }))
    const flags = MessageFlags.IsComponentsV2
    const { url } = await interaction.followUp({ components: message.components, flags })
    await interaction.editReply({ components: withoutButton(components, interaction.customId) as never[], flags })
    await keepLink(desk, interaction.guildId, shown.entry.id, url)
  } finally {
    sharing.delete(id)
  }
}

/** Messages whose claims are being posted for everybody. */
const sharing = new Set<string>()

/** The same components, as Discord gave them, with one button that can't be pressed any more. */
function withoutButton(components: readonly { readonly toJSON: () => unknown }[], id: string): readonly unknown[] {
  const off = (one: unknown): unknown => {
    const part = one as { readonly custom_id?: string; readonly components?: readonly unknown[] }
    if (part.custom_id === id) return { ...part, disabled: true }
    return part.components ? { ...part, components: part.components.map(off) } : part
  }
  return components.map((one) => off(one.toJSON()))
}

async function pageFor(
  tap: Exclude<Tap, { to: 'words' | 'paste' | 'share' }>,
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
  if (tap.to === 'text') return textView(shown, tap.page)
  if (tap.to === 'wording') return wordingView(shown, tap.page)
  if (tap.to === 'claims') return overview(shown, tap.page)
  if (tap.to === 'annotated') {
    const { parts, page } = await desk.pictures.annotated(shown.version)
    return annotatedView(shown, parts, page)
  }
  if (tap.to === 'drawing') {
    const drawings = await desk.pictures.whoSaidWhat(shown.version)
    if (drawings.length === 0) throw outdated()
    return drawingView(shown, drawings)
  }
  const claim = shown.version.claims.find(({ id }) => id === (tap.to === 'claim' ? chosen : tap.claim))
  if (!claim) throw gone()
  if (tap.to === 'mark')
    return claimPictureView(shown, claim, tap.page, await desk.pictures.claim(shown.version, claim))
  const others = await elsewhere(desk, viewer, shown.entry.id, claim)
  return claimView(shown, claim, tap.page, others, isEphemeral(interaction) ? 'library' : 'channel')
}

async function shownFor(
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

const isEphemeral = ({ message }: Tapped): boolean => message.flags.has(MessageFlags.Ephemeral)

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
const notHere = () =>
  new InputError({
    expected: 'the channel that the article was added in',
    got: 'another',
    advice: 'Share it there',
  })
const notYours = () =>
  new InputError({
    expected: 'who broke the article down',
    got: 'somebody else',
    advice: 'Open it yourself with /claims open, and share that',
  })
