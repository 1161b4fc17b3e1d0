import { type BaseInteraction, ChannelType, type GuildBasedChannel, PermissionFlagsBits } from 'discord.js'
import type { Library, Viewer } from '../library/types.ts'

/** Of channels that Discord must be asked about, so many at a time: it allows 50 requests a second for everything. */
const atOnce = 10

/**
 * The channels of the library that whoever asks can view now. What can't be told counts as no: an unknown channel, a
 * thread that is gone, a private thread whose members can't be asked.
 *
 * @param quick for autocomplete, which has three seconds in all: Discord isn't asked for anything, so that what is in
 *   archived threads and in private ones other than the present isn't offered
 */
export async function viewerOf(
  interaction: BaseInteraction<'cached'>,
  library: Library,
  { quick = false }: { readonly quick?: boolean } = {},
): Promise<Viewer> {
  const { guildId, channelId } = interaction
  const added = await library.channels(guildId)
  const known = new Map(added.map((id) => [id, id === channelId ? true : knownView(interaction, id)]))
  const unknown = quick ? [] : added.filter((id) => known.get(id) === null)
  for (let i = 0; i < unknown.length; i += atOnce) {
    const some = unknown.slice(i, i + atOnce)
    const seen = await Promise.all(some.map((id) => askedView(interaction, id).catch(() => false)))
    for (const [k, id] of some.entries()) known.set(id, seen[k]!)
  }
  const channels = new Set(added.filter((id) => known.get(id) === true))
  // Whoever asks here sees what is here.
  if (channelId) channels.add(channelId)
  return { guild: guildId, channels }
}

/** What is known without asking; null where Discord must be asked. */
function knownView({ guild, member }: BaseInteraction<'cached'>, id: string): boolean | null {
  const channel = guild.channels.cache.get(id)
  return channel ? mayView(channel, member) : null
}

async function askedView({ guild, member }: BaseInteraction<'cached'>, id: string): Promise<boolean> {
  const channel = await guild.channels.fetch(id)
  if (!channel) return false
  const may = mayView(channel, member)
  if (may !== null || !channel.isThread()) return may === true
  // Rejects for who isn't a member.
  return (await channel.members.fetch({ member: member.id, cache: false, force: true })) !== undefined
}

/** Null for a private thread whose members must be asked for. */
function mayView(channel: GuildBasedChannel, member: BaseInteraction<'cached'>['member']): boolean | null {
  const permissions = channel.permissionsFor(member)
  if (!permissions?.has(PermissionFlagsBits.ViewChannel)) return false
  // What is written in a voice channel only those can read who may enter it.
  if (channel.isVoiceBased()) return permissions.has(PermissionFlagsBits.Connect)
  if (channel.type !== ChannelType.PrivateThread) return true
  return permissions.has(PermissionFlagsBits.ManageThreads) ? true : null
}
