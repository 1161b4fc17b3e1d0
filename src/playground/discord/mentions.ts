/** Who a message really notifies: what its text mentions, as far as allowed. */
import type { Fields, RawUser } from './raw.ts'
import { may, type StoredChannel } from './world.ts'

/**
 * Without `allowed` everything that looks like a mention is one. Code isn't looked into. `@everyone` and `@here` need
 * the author's permission.
 */
export function notifiedBy(
  channel: StoredChannel,
  authorId: string,
  text: string,
  allowed?: Fields | null,
): { readonly notified: readonly string[]; readonly mentions: readonly RawUser[]; readonly everyone: boolean } {
  const parse = (allowed?.parse ?? (allowed ? [] : ['users', 'everyone'])) as readonly string[]
  const users = (allowed?.users ?? []) as readonly string[]
  const prose = text.replaceAll(/```[\s\S]*?```|`[^`\n]+`/g, '').replaceAll(/\\[@<]/g, '')
  const mentions = [...new Set([...prose.matchAll(/<@!?(\d+)>/g)].map(([, id]) => id!))]
    .filter((id) => parse.includes('users') || users.includes(id))
    .flatMap((id) => channel.guild.members.get(id)?.user ?? [])
  const everyone =
    /@everyone\b|@here\b/.test(prose) && parse.includes('everyone') && may(channel, authorId, 'MentionEveryone')
  return { notified: [...mentions.map(({ id }) => id), ...(everyone ? ['everyone'] : [])], mentions, everyone }
}
