import { type BaseInteraction, type GuildMember, type GuildTextBasedChannel, PermissionFlagsBits } from 'discord.js'
import type { Library, Viewer } from '../library/types.ts'

/**
 * The channels of the library that whoever asks can view now. What can't be told counts as no: an unknown channel, a
 * thread that is gone, a private thread whose members can't be asked.
 *
 * @param quick for autocomplete, which has three seconds in all: private threads other than the present one aren't asked
 */
export async function viewerOf(
  interaction: BaseInteraction<'cached'>,
  library: Library,
  { quick = false }: { readonly quick?: boolean } = {},
): Promise<Viewer> {
  const { guild, guildId, member, channelId } = interaction
  const added = await library.channels(guildId)
  const seen = await Promise.all(
    added.map(async (id) => {
      // Whoever asks here sees what is here.
      if (id === channelId) return true
      try {
        const channel = guild.channels.cache.get(id) ?? (quick ? null : await guild.channels.fetch(id))
        return channel !== null && (await mayView(channel as GuildTextBasedChannel, member, quick))
      } catch {
        return false
      }
    }),
  )
  const channels = new Set(added.filter((_, i) => seen[i]))
  if (channelId) channels.add(channelId)
  return { guild: guildId, channels }
}

async function mayView(channel: GuildTextBasedChannel, member: GuildMember, quick: boolean): Promise<boolean> {
  const permissions = channel.permissionsFor(member)
  if (!permissions.has(PermissionFlagsBits.ViewChannel)) return false
  if (!channel.isThread() || channel.type !== privateThread) return true
  if (permissions.has(PermissionFlagsBits.ManageThreads)) return true
  if (quick) return false
  // Rejects for who isn't a member.
  return (await channel.members.fetch({ member: member.id, cache: false, force: true })) !== undefined
}

/** `ChannelType.PrivateThread`. */
const privateThread = 12
