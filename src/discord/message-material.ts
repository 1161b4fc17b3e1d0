import type { Attachment, Message, MessageSnapshot } from 'discord.js'
import type { Material } from '../desk.ts'
import { InputError } from '../errors.ts'

type Post = Message | MessageSnapshot

/**
 * What a message holds that can be broken down: its file, its link or its text; of a forwarded message those, and where
 * it has none, those of the message it replies to.
 *
 * @returns the material and the message it stands in
 * @throws InputError for a message with none of them
 */
export async function materialOf(
  message: Message,
): Promise<{ readonly material: Material; readonly message: Message }> {
  const own = inPost(message) ?? inPost(message.messageSnapshots?.first())
  if (own) return { material: own, message }
  const { reference } = message
  if (reference?.messageId) {
    const before =
      message.channel?.messages.cache.get(reference.messageId) ?? (await message.fetchReference().catch(() => null))
    const found = before && inPost(before)
    if (found) return { material: found, message: before }
  }
  throw new InputError({
    expected: 'a message with the text of an article, a link to one, or a file',
    got: 'none of these',
    advice: 'Paste the text with /claims',
  })
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
