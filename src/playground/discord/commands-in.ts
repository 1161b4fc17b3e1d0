/** Which commands can be used where. */
import type { RawCommand } from './raw.ts'
import type { StoredChannel, World } from './world.ts'

/** Discord's numbers: 0 in a guild, 1 in the direct message with the bot. */
const contextOf = ({ recipient }: StoredChannel): number => (recipient ? 1 : 0)

/** The registered commands that can be used in a channel: a guild's own only there, and each where its contexts say. */
export const commandsIn = (world: World, channel: StoredChannel): readonly RawCommand[] =>
  [...(channel.recipient ? [] : channel.guild.commands), ...world.commands].filter((command) =>
    contextsOf(command).includes(contextOf(channel)),
  )

/** Without contexts everywhere, unless it's from before there were any and says that it's for guilds. */
const contextsOf = ({ contexts, dm_permission: directly }: RawCommand): readonly unknown[] => {
  if (Array.isArray(contexts)) return contexts
  return directly === false ? [0] : [0, 1]
}
