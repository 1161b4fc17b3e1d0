/** A message as its reader sees it. */
import { behind, faceOf } from './behind.ts'
import { channelFace } from './channel-face.ts'
import { nested } from './check-components.ts'
import { isSelect } from './check-select.ts'
import type { Fields, RawComponent } from './raw.ts'
import type { Button, Message, Select } from './types.ts'
import type { StoredMessage, World } from './world.ts'
import { flagBits, shownFiles } from './write-message.ts'

/** The one face of a message; its getters read what stands there now. */
export function messageFace(world: World, message: StoredMessage): Message {
  return faceOf('message', message, () => ({
    id: message.raw.id,
    channel: channelFace(world, message.channel),
    get text() {
      return textOf(message)
    },
    get buttons() {
      return componentsOf(message).flatMap((component) => (component.type === 2 ? [buttonOf(component)] : []))
    },
    get selects() {
      return componentsOf(message).flatMap((component) => (isSelect(component) ? [selectOf(component)] : []))
    },
    get files() {
      return filesOf(world, message)
    },
    ephemeral: message.onlyFor !== null,
    get loading() {
      return (message.raw.flags & flagBits.loading) !== 0
    },
    get deleted() {
      return message.deleted
    },
    author: message.raw.author.global_name ?? message.raw.author.username,
    get mentions() {
      return message.notified.map((id) => message.channel.guild.members.get(id)?.user.global_name ?? `@${id}`)
    },
    get raw() {
      return message.raw
    },
  }))
}

/** The message behind a face. */
export const messageBehind = (message: Message): StoredMessage => behind('message', message)

const componentsOf = ({ raw }: StoredMessage): readonly RawComponent[] =>
  nested(raw.components).map(({ component }) => component)

function textOf(message: StoredMessage): string {
  const displays = componentsOf(message).flatMap(({ type, content }) => (type === 10 ? (content ?? '') : []))
  const embeds = message.raw.embeds.flatMap(({ footer, ...embed }) => [
    embed.title,
    embed.description,
    ...((embed.fields ?? []) as readonly Fields[]).flatMap(({ name, value }) => [name, value]),
    ...Object.entries(footer ?? {}).flatMap(([name, value]) => (name === 'text' ? [value] : [])),
  ])
  return [message.raw.content, ...displays, ...embeds].filter(Boolean).join('\n')
}

const buttonOf = ({ label, custom_id: id, disabled, url }: RawComponent): Button => ({
  label: label ?? '',
  customId: id ?? '',
  disabled: disabled ?? false,
  url: url ?? null,
})

const selectOf = ({ custom_id: id, placeholder, disabled, options }: RawComponent): Select => ({
  customId: id ?? '',
  placeholder: placeholder ?? '',
  disabled: disabled ?? false,
  options: (options ?? []).map(({ label, value, description }) => ({ label, value, description: description ?? '' })),
})

function filesOf(world: World, { raw }: StoredMessage): Message['files'] {
  const shown = shownFiles(raw)
  return raw.attachments
    .filter(({ url }) => (raw.flags & flagBits.v2) === 0 || shown.has(url))
    .map(({ id, filename, url }) => ({
      name: filename,
      url,
      bytes: world.attachments.get(id)?.bytes ?? new Uint8Array(),
    }))
}
