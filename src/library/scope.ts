import type { DatabaseSync } from 'node:sqlite'
import { channelTag, guildTag, prepared } from './index-rows.ts'
import type { Viewer } from './types.ts'

/** What somebody may look through: the channels of the guild that hold something and that they can view. */
export interface Scope {
  readonly guild: string
  /** JSON of the channels' ids, for `channel IN (SELECT value FROM json_each(?))`. */
  readonly channels: string
  /** The same for a full-text query, within the column of tags. */
  readonly tags: string
}

/** To be asked in the same transaction as what it is for. Null when there is nothing that may be seen. */
export function scopeOf(database: DatabaseSync, { guild, channels }: Viewer): Scope | null {
  const all = channelsOf(database, guild)
  const visible = all.filter((channel) => channels.has(channel))
  if (visible.length === 0) return null
  // One tag where all may be seen is quicker than many.
  const tags = visible.length === all.length ? [guildTag(guild)] : visible.map(channelTag)
  return {
    guild,
    channels: JSON.stringify(visible),
    tags: `tags : (${tags.map((tag) => `"${tag}"`).join(' OR ')})`,
  }
}

/** The channels of a guild in which something was added. */
export function channelsOf(database: DatabaseSync, guild: string): readonly string[] {
  return prepared(database, 'SELECT DISTINCT channel FROM entries WHERE guild = ? AND channel IS NOT NULL')
    .all(guild)
    .map(({ channel }) => channel as string)
}
