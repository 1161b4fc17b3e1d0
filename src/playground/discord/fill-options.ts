/** Turns what a person fills in into the data of a slash command, checked against the registered definition. */
import { isOffered, keepFile } from './attachments.ts'
import { isFace, refused } from './behind.ts'
import { lengthOf } from './check-lengths.ts'
import { commandsIn } from './commands-in.ts'
import { type Resolved, resolvedOf, withoutEmpty } from './entity-select.ts'
import { permissionBits } from './permissions.ts'
import type { RawCommand, RawOption } from './raw.ts'
import { snowflake } from './snowflake.ts'
import type { Attachment, Channel, Member, OptionValue } from './types.ts'
import { permissionsOf, type StoredChannel, type StoredGuild, type StoredMember, type World } from './world.ts'

/** A registered command that the member may use; `unchecked` makes one up when it isn't there. */
export function commandFor(
  world: World,
  channel: StoredChannel,
  member: StoredMember,
  name: string,
  type: 1 | 3,
  unchecked = false,
): RawCommand {
  const ofType = (commands: readonly RawCommand[]): readonly RawCommand[] =>
    commands.filter((command) => command.type === type)
  const registered = ofType([...channel.guild.commands, ...world.commands])
  const all = unchecked ? registered : ofType(commandsIn(world, channel))
  const found = all.find((command) => command.name === name)
  if (!found && !unchecked && registered.some((command) => command.name === name))
    throw refused(
      `a command for ${channel.recipient ? 'direct messages' : 'channels'}`,
      `${name}, which is for ${channel.recipient ? 'channels' : 'direct messages'}`,
    )
  if (!found && !unchecked)
    throw refused(`one of the registered commands (${all.map((command) => command.name).join(', ') || 'none'})`, name)
  const needed = found?.default_member_permissions
  // In a direct message nobody has permissions to be looked at.
  if (found && !unchecked && !channel.recipient && typeof needed === 'string') {
    const bits = permissionsOf(channel, member.user.id)
    const wanted = needed === '0' ? permissionBits.Administrator : BigInt(needed)
    if ((bits & wanted) !== wanted) throw refused(`permissions ${needed} for ${name}`, String(bits))
  }
  return (
    found ?? {
      id: snowflake(),
      version: snowflake(),
      application_id: world.bot.id,
      type,
      name,
      description: '',
      default_member_permissions: null,
    }
  )
}

export interface Filled {
  readonly world: World
  readonly guild: StoredGuild
  readonly channel: StoredChannel
  readonly userId: string
  readonly command: RawCommand
  /** Words after the command's name: group and subcommand. */
  readonly sub: readonly string[]
  readonly options: Readonly<Record<string, OptionValue>>
  /** The option being typed in, for an autocomplete. */
  readonly focused?: string
  readonly unchecked: boolean
}

/** `data` of an interaction of type 2 or 4. Throws where the person's client would refuse. */
export function commandData({ command, sub, ...rest }: Filled): object {
  const resolved: AllResolved = { attachments: {}, users: {}, members: {}, roles: {}, channels: {} }
  let known = command.options ?? []
  const levels = sub.map((name) => {
    const level = known.find((option) => option.name === name)
    if (!level) throw refused(`a subcommand of ${command.name}`, name)
    known = level.options ?? []
    return level
  })
  if (known.some(({ type }) => type <= 2) && !rest.unchecked)
    throw refused(`${command.name} with one of its subcommands`, 'none')
  const filled: object[] = values(known, rest, resolved)
  const options = levels.reduceRight<object[]>((inner, { name, type }) => [{ name, type, options: inner }], filled)
  const { id, name, type, guild_id: guildId } = command
  return {
    id,
    name,
    type,
    ...(guildId !== undefined && { guild_id: guildId }),
    options,
    resolved: withoutEmpty(resolved),
  }
}

type AllResolved = Resolved & { readonly attachments: Record<string, object> }

function values(known: readonly RawOption[], filled: Omit<Filled, 'command' | 'sub'>, resolved: AllResolved): object[] {
  const missing = known.find(({ name, required }) => required && filled.options[name] === undefined)
  if (missing && !filled.unchecked && filled.focused === undefined)
    throw refused(`the required option ${missing.name}`, 'none')
  return Object.entries(filled.options).map(([name, given]) => {
    const option = known.find((one) => one.name === name)
    if (!option && !filled.unchecked)
      throw refused(`one of the options ${known.map((one) => one.name).join(', ')}`, name)
    // Before it is kept: what is refused would stay for ever.
    if (
      typeof given === 'object' &&
      'bytes' in given &&
      !filled.unchecked &&
      !isOffered(given.name, option?.file_types)
    )
      throw refused(`one of ${option?.file_types?.join(', ')} for ${name}`, given.name)
    const { type, value } = sentValue(given, filled, resolved)
    if (option && !filled.unchecked && name !== filled.focused) check(option, type, value)
    return { name, type: option?.type ?? type, value, ...(name === filled.focused && { focused: true }) }
  })
}

function sentValue(
  given: OptionValue,
  { world, guild, channel, userId }: Omit<Filled, 'command' | 'sub'>,
  resolved: AllResolved,
): { readonly type: number; readonly value: string | number | boolean } {
  if (typeof given === 'string') return { type: 3, value: given }
  if (typeof given === 'boolean') return { type: 5, value: given }
  if (typeof given === 'number') return { type: Number.isInteger(given) ? 4 : 10, value: given }
  if (!isFace(given)) {
    const attachment = keepFile(world, channel.id, given as Attachment)
    resolved.attachments[attachment.id] = { ...attachment, ephemeral: true }
    return { type: 11, value: attachment.id }
  }
  const { id } = given as Member | Channel
  const isChannel = 'kind' in given
  if (!isChannel && !guild.members.has(id)) throw refused('a member of this guild', id)
  const { users, members, channels } = resolvedOf(world, channel, userId, [id])
  Object.assign(resolved.users, users)
  Object.assign(resolved.members, members)
  Object.assign(resolved.channels, channels)
  return { type: isChannel ? 7 : 6, value: id }
}

function check(option: RawOption, type: number, value: string | number | boolean): void {
  const fits = option.type === type || (option.type === 10 && type === 4) || (option.type === 9 && type === 6)
  if (!fits) throw refused(`an option of type ${option.type} for ${option.name}`, `type ${type}`)
  if (option.choices && !option.choices.some((choice) => choice.value === value))
    throw refused(`one of the choices of ${option.name}`, String(value))
  const length = typeof value === 'string' ? lengthOf(value) : 0
  if (type === 3 && (length < (option.min_length ?? 0) || length > (option.max_length ?? 6000)))
    throw refused(
      `${option.min_length ?? 0} to ${option.max_length ?? 6000} characters in ${option.name}`,
      String(length),
    )
  if (typeof value === 'number' && (value < (option.min_value ?? value) || value > (option.max_value ?? value)))
    throw refused(`${option.name} from ${option.min_value} to ${option.max_value}`, String(value))
}
