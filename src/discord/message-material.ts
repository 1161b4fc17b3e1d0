import { type Attachment, type Message, MessageReferenceType, type MessageSnapshot } from 'discord.js'
import type { Material } from '../desk.ts'
import { InputError } from '../errors.ts'

type Post = Message | MessageSnapshot

/** Something that can be broken down, and the message it stands in. */
export interface Posted {
  readonly material: Material
  readonly message: Message
}

/**
 * What a message holds that can be broken down: its file, its link or its text; of a forwarded message those, and where
 * it has none, those of the message it replies to, if that came along.
 *
 * @returns null where there is none, or where it isn't known yet
 */
export function materialOf(message: Message): Posted | null {
  const own = inPost(message) ?? inPost(message.messageSnapshots?.first())
  if (own) return { material: own, message }
  const id = repliedTo(message)
  const before = id && message.channel?.messages.cache.get(id)
  const found = before && inPost(before)
  return found ? { material: found, message: before } : null
}

/**
 * What the message that this one replies to holds, asked of Discord. Only within one channel: what is forwarded comes
 * from elsewhere, where the bot may look and whoever asks may not.
 *
 * @throws InputError where there is nothing
 */
export async function materialRepliedTo(message: Message): Promise<Posted> {
  const before = repliedTo(message) ? await message.fetchReference().catch(() => null) : null
  const found = before && inPost(before)
  if (found) return { material: found, message: before }
  throw new InputError({
    expected: 'a message with the text of an article, a link to one, or a file',
    got: 'none of these',
    advice: 'Paste the text with /claims',
  })
}

/** The id of the message that this one replies to, or null. */
export function repliedTo({ reference, channelId }: Message): string | null {
  // Without a type it is a reply.
  const type = reference?.type ?? MessageReferenceType.Default
  const isReply = reference?.channelId === channelId && type === MessageReferenceType.Default
  return isReply ? (reference.messageId ?? null) : null
}

// So few words beside a link only say what it is.
const fewWords = 25

function inPost(post: Post | undefined): Material | null {
  if (!post) return null
  const file = post.attachments.find(isText) ?? post.attachments.first()
  if (file) {
    const { url, name, size, contentType } = file
    return { kind: 'file', file: { url, name, size, type: contentType } }
  }
  const links = post.content.match(/https?:\/\/[^\s<>]+/g) ?? []
  const words = post.content.replace(/https?:\/\/[^\s<>]+/g, ' ').match(/[\p{L}\p{N}]+/gu)?.length ?? 0
  if (links[0] && words <= fewWords) return { kind: 'link', url: links[0].replace(/[)\].,;!?]+$/, '') }
  return words >= 3 ? { kind: 'text', text: post.content } : null
}

const isText = ({ name, contentType }: Attachment): boolean =>
  /\.(?:txt|md|markdown|html?|pdf|docx)$/i.test(name) || /^text\//.test(contentType ?? '')
