import type { Client, RESTPostAPIApplicationCommandsJSONBody } from 'discord.js'

type Definition = RESTPostAPIApplicationCommandsJSONBody

/**
 * Registers the commands where they differ from what Discord has: in one guild, or everywhere. What didn't change isn't
 * sent, since a day has 200 creations.
 *
 * @returns how many were new, changed or removed
 */
export async function register(
  client: Client<true>,
  commands: readonly Definition[],
  guild: string | null,
): Promise<number> {
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
