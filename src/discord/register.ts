import type { Client, RESTPostAPIApplicationCommandsJSONBody } from 'discord.js'
import { SettingsError } from '../errors.ts'
import { type Log, reason } from './answer.ts'

type Definition = RESTPostAPIApplicationCommandsJSONBody

/**
 * Registers the commands; where Discord has trouble with that for now, those that were registered before go on working,
 * and the log says so.
 *
 * @returns how many were new, changed or removed
 * @throws SettingsError for a guild that the bot isn't in, and what Discord says of a token that it refuses
 */
export async function registerOrGoOn(
  client: Client<true>,
  commands: readonly Definition[],
  guild: string | null,
  log: Log,
): Promise<number> {
  try {
    return await register(client, commands, guild)
  } catch (error) {
    const { status } = error as { status?: unknown }
    if (status === 401) throw error
    if (guild && (status === 403 || status === 404))
      throw new SettingsError(
        'Expected DISCORD_GUILD_ID as a guild that the bot was invited to, got another. Invite it there with both scopes, or unset it to register everywhere.',
        { cause: error },
      )
    log(
      `The commands couldn’t be registered: ${reason(error)} Those that were registered before go on; start again later.`,
    )
    return 0
  }
}

/**
 * Registers the commands where they differ from what Discord has: in one guild, or everywhere. What didn't change isn't
 * sent, since a day has 200 creations.
 *
 * @returns how many were new, changed or removed
 */
async function register(client: Client<true>, commands: readonly Definition[], guild: string | null): Promise<number> {
  const { commands: registered } = client.application
  const there = await registered.fetch(guild ? { guildId: guild } : {})
  const known = new Map(there.map((command) => [keyOf(command.toJSON() as Definition), plain(command.toJSON())]))
  const wanted = new Map(commands.map((command) => [keyOf(command), plain(command)]))
  const changed = [...wanted].filter(([key, value]) => known.get(key) !== value).length
  const removed = [...known.keys()].filter((key) => !wanted.has(key)).length
  if (changed + removed === 0) return 0
  // One request for all: what is the same in it isn't counted as created.
  if (guild) await registered.set([...commands], guild)
  else await registered.set([...commands])
  return changed + removed
}

const keyOf = ({ name, type }: Definition): string => `${type ?? 1}:${name}`

// As Discord gives a command back it has more fields, in camel case and with their defaults; these are the ones we set.
function plain(command: unknown): string {
  const given = command as Record<string, unknown>
  const options = (given.options as readonly Record<string, unknown>[] | undefined) ?? []
  return JSON.stringify({
    description: given.description || '',
    contexts: given.contexts ?? null,
    options: options.map((option) => ({
      type: option.type,
      name: option.name,
      description: option.description,
      required: option.required ?? false,
      autocomplete: option.autocomplete ?? false,
      longest: option.max_length ?? option.maxLength ?? null,
      choices: ((option.choices as readonly Record<string, unknown>[] | undefined) ?? []).map(({ name, value }) => [
        name,
        value,
      ]),
    })),
  })
}
