/** Who may do what in a channel: Discord's own computation, from roles and overwrites. */

/** Discord's bits, by the names that discord.js gives them. */
export const permissionBits = {
  CreateInstantInvite: 1n << 0n,
  KickMembers: 1n << 1n,
  BanMembers: 1n << 2n,
  Administrator: 1n << 3n,
  ManageChannels: 1n << 4n,
  ManageGuild: 1n << 5n,
  AddReactions: 1n << 6n,
  ViewAuditLog: 1n << 7n,
  ViewChannel: 1n << 10n,
  SendMessages: 1n << 11n,
  ManageMessages: 1n << 13n,
  EmbedLinks: 1n << 14n,
  AttachFiles: 1n << 15n,
  ReadMessageHistory: 1n << 16n,
  MentionEveryone: 1n << 17n,
  UseExternalEmojis: 1n << 18n,
  ManageRoles: 1n << 28n,
  UseApplicationCommands: 1n << 31n,
  ManageThreads: 1n << 34n,
  CreatePublicThreads: 1n << 35n,
  CreatePrivateThreads: 1n << 36n,
  SendMessagesInThreads: 1n << 38n,
} as const

export type PermissionName = keyof typeof permissionBits

/** The bits of some permissions together. */
export const bitsOf = (names: readonly PermissionName[]): bigint =>
  names.reduce((bits, name) => bits | permissionBits[name], 0n)

/** What everyone in a new guild may. */
export const everyoneMay = bitsOf([
  'CreateInstantInvite',
  'AddReactions',
  'ViewChannel',
  'SendMessages',
  'EmbedLinks',
  'AttachFiles',
  'ReadMessageHistory',
  'UseApplicationCommands',
  'CreatePublicThreads',
  'CreatePrivateThreads',
  'SendMessagesInThreads',
])

/** What somebody and the bot may in their direct message. */
export const bothMay = bitsOf([
  'AddReactions',
  'ViewChannel',
  'SendMessages',
  'EmbedLinks',
  'AttachFiles',
  'ReadMessageHistory',
  'UseApplicationCommands',
])

/** What Discord tells the bot, with an interaction in its direct message, that it may there. */
export const appMayDirectly = bitsOf(['EmbedLinks', 'AttachFiles', 'MentionEveryone', 'UseExternalEmojis'])

const all = Object.values(permissionBits).reduce((bits, bit) => bits | bit, 0n)

/** What a channel changes for a role (type 0, `id` a role's or the guild's own for everyone) or a member (type 1). */
export interface Overwrite {
  readonly id: string
  readonly type: 0 | 1
  readonly allow: bigint
  readonly deny: bigint
}

/**
 * What a member may in a channel: roles together, then the overwrite for everyone, those for the roles together, the
 * member's own. An administrator may everything; who can't see a channel may nothing in it.
 */
export function permissionsIn(
  member: { readonly id: string; readonly roles: readonly { readonly id: string; readonly bits: bigint }[] },
  guildId: string,
  overwrites: readonly Overwrite[],
): bigint {
  const base = member.roles.reduce((bits, role) => bits | role.bits, 0n)
  if (base & permissionBits.Administrator) return all
  const apply = (bits: bigint, those: readonly Overwrite[]): bigint =>
    (bits & ~those.reduce((deny, one) => deny | one.deny, 0n)) | those.reduce((allow, one) => allow | one.allow, 0n)
  const roles = new Set(member.roles.map(({ id }) => id))
  const afterEveryone = apply(
    base,
    overwrites.filter(({ id, type }) => type === 0 && id === guildId),
  )
  const afterRoles = apply(
    afterEveryone,
    overwrites.filter(({ id, type }) => type === 0 && id !== guildId && roles.has(id)),
  )
  const bits = apply(
    afterRoles,
    overwrites.filter(({ id, type }) => type === 1 && id === member.id),
  )
  return bits & permissionBits.ViewChannel ? bits : 0n
}
