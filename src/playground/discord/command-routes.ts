/** Registering commands: globally or for one guild, all at once or one by one. */
import { missingAccess, refuse, unknownCommand } from './api-error.ts'
import { checkCommand, checkCommands } from './check-command.ts'
import type { RawCommand } from './raw.ts'
import { type Call, nothing, ok, type Reply, type Route } from './router.ts'
import { snowflake } from './snowflake.ts'
import type { StoredGuild } from './world.ts'

type Definition = Partial<RawCommand> & Pick<RawCommand, 'name'>

/** Where a request's commands are kept: the guild's, or with null the global ones. */
function ownerOf({ world, at }: Call): StoredGuild | null {
  if (at.application !== world.bot.id) throw missingAccess()
  if (at.guild === undefined) return null
  const guild = world.guilds.get(at.guild)
  if (!guild?.botIsIn) throw missingAccess()
  return guild
}

const commandsIn = (call: Call): readonly RawCommand[] => (ownerOf(call) ?? call.world).commands

function keep(call: Call, commands: readonly RawCommand[]): void {
  const owner = ownerOf(call) ?? call.world
  owner.commands = commands
}

/** A definition with what Discord adds. One of the same type and name keeps its id. */
function registered(call: Call, definition: Definition, before?: RawCommand): RawCommand {
  const guild = ownerOf(call)
  return {
    name_localizations: null,
    description_localizations: null,
    nsfw: false,
    integration_types: [0],
    contexts: null,
    dm_permission: true,
    ...definition,
    default_member_permissions: definition.default_member_permissions ?? null,
    type: definition.type ?? 1,
    description: definition.description ?? '',
    id: before?.id ?? snowflake(),
    version: snowflake(),
    application_id: call.world.bot.id,
    ...(guild && { guild_id: guild.id }),
  }
}

const same = (a: Definition, b: Definition): boolean => a.name === b.name && (a.type ?? 1) === (b.type ?? 1)
const checkable = (one: Definition): Parameters<typeof checkCommand>[0] => ({
  ...one,
  type: one.type ?? 1,
  description: one.description ?? '',
})

function replaceAll(call: Call): Reply {
  const definitions = (call.body.json ?? []) as readonly Definition[]
  refuse(checkCommands(definitions.map(checkable)))
  const before = commandsIn(call)
  keep(
    call,
    definitions.map((definition) =>
      registered(
        call,
        definition,
        before.find((one) => same(one, definition)),
      ),
    ),
  )
  return ok(commandsIn(call))
}

function create(call: Call): Reply {
  const definition = call.body.json as Definition
  const before = commandsIn(call)
  const old = before.find((one) => same(one, definition))
  const others = before.filter((one) => one !== old)
  refuse(checkCommand(checkable(definition)))
  refuse(checkCommands([...others, checkable(definition)]).filter(({ path }) => path.length === 0))
  const command = registered(call, definition, old)
  keep(call, [...others, command])
  return ok(command, old ? 200 : 201)
}

function commandAt(call: Call): RawCommand {
  const command = commandsIn(call).find(({ id }) => id === call.at.command)
  if (!command) throw unknownCommand()
  return command
}

function change(call: Call): Reply {
  const before = commandAt(call)
  const definition = { ...before, ...(call.body.json as Definition) }
  refuse(checkCommand(checkable(definition)))
  const command = registered(call, definition, before)
  keep(
    call,
    commandsIn(call).map((one) => (one === before ? command : one)),
  )
  return ok(command)
}

function remove(call: Call): Reply {
  const command = commandAt(call)
  keep(
    call,
    commandsIn(call).filter((one) => one !== command),
  )
  return nothing
}

export const commandRoutes: readonly Route[] = [
  '/applications/:application/commands',
  '/applications/:application/guilds/:guild/commands',
].flatMap((path) => [
  { method: 'GET', path, answer: (call: Call) => ok(commandsIn(call)) },
  { method: 'PUT', path, answer: replaceAll },
  { method: 'POST', path, answer: create },
  { method: 'GET', path: `${path}/:command`, answer: (call: Call) => ok(commandAt(call)) },
  { method: 'PATCH', path: `${path}/:command`, answer: change },
  { method: 'DELETE', path: `${path}/:command`, answer: remove },
])
