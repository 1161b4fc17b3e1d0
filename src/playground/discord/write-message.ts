/** Messages of the bot: made and edited from request bodies, refused where Discord refuses. */
import { emptyMessage, type FormError, refuse } from './api-error.ts'
import { dropFiles, keepFile, keptName } from './attachments.ts'
import type { Body } from './body.ts'
import { checkComponents, mediaOf, nested } from './check-components.ts'
import { lengthOf } from './check-lengths.ts'
import { notifiedBy } from './mentions.ts'
import type { Fields, RawAttachment, RawComponent, RawMessage, RawUser } from './raw.ts'
import { snowflake } from './snowflake.ts'
import type { StoredChannel, StoredMessage, World } from './world.ts'

export const flagBits = { ephemeral: 1 << 6, loading: 1 << 7, suppressNotifications: 1 << 12, v2: 1 << 15 } as const

/** The fields of a message in a body, all of which may be missing. */
interface MessageBody {
  readonly content?: string | null
  readonly embeds?: readonly Fields[] | null
  readonly components?: readonly RawComponent[] | null
  readonly flags?: number | null
  readonly attachments?: readonly { readonly id: string | number; readonly description?: string }[] | null
  readonly allowed_mentions?: Fields | null
  readonly poll?: unknown
  readonly message_reference?: { readonly message_id?: string } | null
}

/** A message without anything in it yet. */
export const blankMessage = (channel: StoredChannel, author: RawUser, flags = 0): RawMessage => ({
  id: snowflake(),
  type: 0,
  channel_id: channel.id,
  author,
  content: '',
  flags,
  components: [],
  attachments: [],
  embeds: [],
  timestamp: new Date().toISOString(),
  edited_timestamp: null,
  mentions: [],
  mention_everyone: false,
  ...{ tts: false, pinned: false, mention_roles: [] },
})

/** Keeps a message in its channel. */
export function keepMessage(
  world: World,
  channel: StoredChannel,
  raw: RawMessage,
  more: { readonly onlyFor?: string | null; readonly notified?: readonly string[] } = {},
): StoredMessage {
  const message = { raw, channel, onlyFor: more.onlyFor ?? null, deleted: false, notified: more.notified ?? [] }
  channel.messages.push(message)
  world.messages.set(raw.id, message)
  return message
}

/** Takes a message out of its channel, and its files from where they were served. */
export function deleteMessage(world: World, message: StoredMessage): void {
  message.deleted = true
  dropFiles(world, message.raw.attachments)
}

/** Puts another text in the place of a message's; files that aren't in it any more are served no longer. */
export function editMessage(world: World, message: StoredMessage, raw: RawMessage): void {
  const left = new Set(raw.attachments.map(({ id }) => id))
  dropFiles(
    world,
    message.raw.attachments.filter(({ id }) => !left.has(id)),
  )
  message.raw = { ...raw, edited_timestamp: new Date().toISOString() }
}

/** Puts the messages of earlier runs, and their files, into a channel that is new now. */
export function takeUp(world: World, channel: StoredChannel): void {
  for (const { raw, onlyFor, notified, files } of world.earlier.get(channel.id) ?? []) {
    keepMessage(world, channel, raw, { onlyFor, notified })
    for (const { id, ...file } of files) world.attachments.set(id, file)
  }
  world.earlier.delete(channel.id)
}

/**
 * The message that a body makes of another one: fields left out stay, flags once set stay. Throws 50035 with `under`
 * before each path, or 50006 when nothing is left in it.
 */
export function written(
  world: World,
  before: RawMessage,
  { json, files }: Body,
  channel: StoredChannel,
  under: readonly string[] = [],
): { readonly raw: RawMessage; readonly notified: readonly string[] } {
  const body = (json ?? {}) as MessageBody
  const flags =
    (before.flags & ~flagBits.loading) | ((body.flags ?? 0) & (flagBits.v2 | flagBits.suppressNotifications))
  const described = new Map((body.attachments ?? []).map(({ id, description }) => [String(id), description]))
  const kept = before.attachments.filter(({ id }) => !body.attachments || described.has(id))
  const names = [...kept.map(({ filename }) => filename), ...files.map(({ name }) => keptName(name))]
  const content = body.content === undefined ? before.content : (body.content ?? '')
  const components = body.components === undefined ? before.components : (body.components ?? [])
  const embeds = body.embeds === undefined ? before.embeds : (body.embeds ?? [])
  const v2 = (flags & flagBits.v2) !== 0
  refuse([...checkFields(body, content, embeds, v2), ...checkComponents(components, v2, names)], under)
  if (!content && components.length === 0 && embeds.length === 0 && names.length === 0) throw emptyMessage()

  const added = files.map((file) => keepFile(world, channel.id, file, described.get(file.index)))
  const attachments = [...kept, ...added]
  const texts = [
    content,
    ...nested(components).flatMap(({ component }) => (component.type === 10 ? (component.content ?? '') : [])),
  ]
  const { notified, mentions, everyone } = notifiedBy(channel, world.bot.id, texts.join('\n'), body.allowed_mentions)
  const raw = {
    ...before,
    content,
    embeds: embeds.map((embed) => ({ type: 'rich', ...embed })),
    flags,
    attachments,
    components: numbered(components, attachments),
    mentions,
    mention_everyone: everyone,
  }
  return { raw, notified }
}

function checkFields(body: MessageBody, content: string, embeds: readonly Fields[], v2: boolean): readonly FormError[] {
  if (v2)
    return (['content', 'embeds', 'poll', 'sticker_ids', 'stickers'] as const)
      .filter((field) => {
        const value = field === 'content' ? content : field === 'embeds' ? embeds : (body as Fields)[field]
        return Array.isArray(value) ? value.length > 0 : Boolean(value)
      })
      .map((field) => ({
        path: [field],
        code: 'MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2',
        message: `The '${field}' field cannot be used when using MessageFlags.IS_COMPONENTS_V2`,
      }))
  const bad = (path: readonly (string | number)[], most: number): FormError => ({
    path,
    code: 'BASE_TYPE_MAX_LENGTH',
    message: `Must be ${most} or fewer in length.`,
  })
  const inEmbeds = [...JSON.stringify(embeds).matchAll(/"(?:title|description|name|value|text)":"((?:[^"\\]|\\.)*)"/g)]
  const total = inEmbeds.reduce((sum, [, value]) => sum + lengthOf(JSON.parse(`"${value}"`)), 0)
  return [
    ...(lengthOf(content) > 2000 ? [bad(['content'], 2000)] : []),
    ...(embeds.length > 10 ? [bad(['embeds'], 10)] : []),
    ...embeds.flatMap((embed, index) =>
      lengthOf(String(embed.description ?? '')) > 4096 ? [bad(['embeds', index, 'description'], 4096)] : [],
    ),
    ...(total > 6000
      ? [{ path: ['embeds'], code: 'MAX_EMBED_SIZE_EXCEEDED', message: 'Embed size exceeds maximum size of 6000' }]
      : []),
  ]
}

/** Components as Discord gives them back: each with a number, files with their address. */
function numbered(components: readonly RawComponent[], attachments: readonly RawAttachment[]): readonly RawComponent[] {
  const taken = new Set(nested(components).flatMap(({ component }) => component.id ?? []))
  let next = 0
  const fresh = (): number => {
    do next += 1
    while (taken.has(next))
    return next
  }
  const found = <Media extends { readonly url: string }>(media: Media): Media & Fields => {
    const name = media.url.startsWith('attachment://') ? media.url.slice('attachment://'.length) : null
    const file = attachments.find(({ filename }) => filename === name)
    return file ? { ...media, url: file.url, proxy_url: file.proxy_url, attachment_id: file.id } : media
  }
  const number = (given: RawComponent): RawComponent => {
    // A bot may send null for what it leaves out.
    const component = Object.fromEntries(
      Object.entries(given).filter(([, value]) => value !== null),
    ) as unknown as RawComponent
    const file = component.file ? found(component.file) : undefined
    const kept = attachments.find(({ url }) => url === file?.url)
    return {
      ...component,
      id: component.id || fresh(),
      ...(component.components && { components: component.components.map(number) }),
      ...(component.accessory && { accessory: number(component.accessory) }),
      ...(component.media && { media: found(component.media) }),
      ...(component.items && { items: component.items.map((item) => ({ ...item, media: found(item.media) })) }),
      ...(file && { file, ...(kept && { name: kept.filename, size: kept.size }) }),
    }
  }
  return components.map(number)
}

/** Names of the files that components show. */
export const shownFiles = (raw: RawMessage): ReadonlySet<string> =>
  new Set(nested(raw.components).flatMap(({ component }) => mediaOf(component)))
