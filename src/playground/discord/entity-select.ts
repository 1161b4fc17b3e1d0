/** Selects of people, roles and channels: what they offer to somebody, and what is sent of what was chosen. */
import type { RawComponent, RawSelectOption } from './raw.ts'
import { channelTypes, memberJson, partialChannelJson, roleJson } from './wire.ts'
import { may, type StoredChannel, type World } from './world.ts'

/** Whether it's one whose options are Discord's own: 5 people, 6 roles, 7 both, 8 channels. */
export const isEntitySelect = ({ type }: RawComponent): boolean => type >= 5 && type <= 8

/** What somebody finds in such a select: in a direct message the two of them, in a guild all that they can see. */
export function offeredIn(
  world: World,
  channel: StoredChannel,
  userId: string,
  { type, channel_types, default_values }: RawComponent,
): readonly RawSelectOption[] {
  // A bot may send null for none.
  const [kinds, chosen] = [channel_types ?? [], default_values ?? []]
  const { guild, recipient } = channel
  const people = recipient ? [recipient, world.bot] : [...guild.members.values()].map(({ user }) => user)
  const roles = recipient ? [] : [...guild.roles.values()].filter(({ id }) => id !== guild.id)
  const channels = (recipient ? [] : [...guild.channels.values()]).filter(
    (one) => may(one, userId, 'ViewChannel') && (kinds.length === 0 || kinds.includes(channelTypes[one.kind])),
  )
  const offered = [
    ...(type === 5 || type === 7
      ? people.map((one) => ({ value: one.id, label: one.global_name ?? one.username }))
      : []),
    ...(type === 6 || type === 7 ? roles.map(({ id, name }) => ({ value: id, label: `@${name}` })) : []),
    ...(type === 8 ? channels.map(({ id, name }) => ({ value: id, label: `#${name}` })) : []),
  ]
  return offered.map((one) => ({ ...one, default: chosen.some(({ id }) => id === one.value) }))
}

export type Resolved = Record<'users' | 'members' | 'roles' | 'channels', Record<string, object>>

/** What Discord sends along of chosen people, roles and channels, by their ids; ids of nothing at all are passed over. */
export function resolvedOf(world: World, channel: StoredChannel, userId: string, ids: readonly string[]): Resolved {
  const { guild, recipient } = channel
  const resolved: Resolved = { users: {}, members: {}, roles: {}, channels: {} }
  for (const id of ids) {
    const member = guild.members.get(id)
    if (member) {
      const { user, ...rest } = memberJson(member) as { readonly user: object }
      resolved.users[id] = user
      // There are no members in a direct message.
      if (!recipient) resolved.members[id] = rest
    }
    const role = guild.roles.get(id)
    if (role) resolved.roles[id] = roleJson(role, guild)
    const place = guild.channels.get(id)
    if (place) resolved.channels[id] = partialChannelJson(place, userId, world.bot.id)
  }
  return resolved
}

/** Only those that hold something, as Discord sends them. */
export const withoutEmpty = (resolved: Readonly<Record<string, object>>): object =>
  Object.fromEntries(Object.entries(resolved).filter(([, entries]) => Object.keys(entries).length > 0))
