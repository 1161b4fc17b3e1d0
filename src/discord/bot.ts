import { Client, Events, GatewayIntentBits, type Interaction, OAuth2Scopes, PermissionFlagsBits } from 'discord.js'
import type { DiscordSettings } from '../config.ts'
import type { Desk } from '../desk.ts'
import { InputError, SettingsError } from '../errors.ts'
import { attempt, type Log, reason } from './answer.ts'
import type { Command } from './command.ts'
import { pasteId, takePaste } from './paste.ts'
import { register } from './register.ts'
import { answerTap } from './taps.ts'

/** The bot while it is logged in. */
export interface Bot {
  readonly name: string
  readonly guilds: number
  /** How many commands were new, changed or removed. */
  readonly registered: number
  /** Link with which it is invited to a guild. */
  readonly invite: string
  readonly close: () => Promise<void>
}

/** Milliseconds to log in. */
const patience = 30_000

/**
 * Logs in, registers what changed among the commands, and answers until it is closed.
 *
 * @throws SettingsError for a token that Discord refuses, and where nobody answers at its address
 */
export async function openBot(
  { token, apiUrl, guild }: DiscordSettings,
  commands: readonly Command[],
  desk: Desk,
  log: Log,
): Promise<Bot> {
  const client = new Client({
    intents: [GatewayIntentBits.Guilds],
    allowedMentions: { parse: [] },
    // Answers to interactions don't count against Discord's 50 requests a second; discord.js would count them.
    rest: { api: apiUrl, version: '10', globalRequestsPerSecond: 5000 },
  })
  const byName = new Map(commands.map((command) => [command.definition.name, command]))
  client.on(Events.InteractionCreate, (interaction) => void route(interaction, byName, desk, log))
  client.on(Events.GuildDelete, ({ id }) => forget(log, () => desk.library.forgetGuild(id)))
  client.on(Events.ChannelDelete, (channel) => {
    if ('guildId' in channel) forget(log, () => desk.library.forgetChannel(channel.guildId, channel.id))
  })
  client.on(Events.ThreadDelete, ({ guildId, id }) => forget(log, () => desk.library.forgetChannel(guildId, id)))
  client.on(Events.Error, (error) => log(reason(error)))
  client.on(Events.ShardError, (error) => log(`The connection to Discord failed and is opened again: ${reason(error)}`))
  client.on(Events.Invalidated, () =>
    log('Discord ended the session for good: the token was changed, most likely. Set DISCORD_TOKEN and start again.'),
  )
  try {
    const ready = new Promise<Client<true>>((done) => client.once(Events.ClientReady, done))
    await client.login(token)
    const open = await within(ready)
    const registered = await register(
      open,
      commands.map(({ definition }) => definition),
      guild,
    )
    const invite = open.generateInvite({
      scopes: [OAuth2Scopes.Bot, OAuth2Scopes.ApplicationsCommands],
      permissions: [
        PermissionFlagsBits.ViewChannel,
        PermissionFlagsBits.SendMessages,
        PermissionFlagsBits.SendMessagesInThreads,
        PermissionFlagsBits.ReadMessageHistory,
      ],
    })
    return { name: open.user.tag, guilds: open.guilds.cache.size, registered, invite, close: () => client.destroy() }
  } catch (error) {
    await client.destroy()
    throw refusal(error)
  }
}

async function route(
  interaction: Interaction,
  byName: ReadonlyMap<string, Command>,
  desk: Desk,
  log: Log,
): Promise<void> {
  if (!interaction.inCachedGuild()) return
  if (interaction.isAutocomplete()) {
    const command = byName.get(interaction.commandName)
    const complete = command && 'complete' in command ? command.complete : undefined
    // Nobody can be told of an error while they type; an empty list is all there is.
    return complete?.(interaction, desk).catch(async (error: unknown) => {
      log(reason(error))
      if (!interaction.responded) await interaction.respond([]).catch(() => {})
    })
  }
  if (interaction.isChatInputCommand() || interaction.isMessageContextMenuCommand()) {
    const command = byName.get(interaction.commandName)
    return attempt(interaction, log, async () => {
      if (interaction.isChatInputCommand() && command && 'run' in command) await command.run(interaction, desk)
      else if (interaction.isMessageContextMenuCommand() && command && 'onMessage' in command)
        await command.onMessage(interaction, desk)
      else
        throw new InputError({
          expected: 'a command of this version of Hearsay',
          got: 'one of another',
          advice: 'Wait a minute for Discord to show the new ones, then try again',
        })
    })
  }
  if (interaction.isModalSubmit() && interaction.customId === pasteId)
    return attempt(interaction, log, () => takePaste(interaction, desk))
  if (interaction.isButton() || interaction.isStringSelectMenu())
    return attempt(interaction, log, () => answerTap(interaction, desk))
}

function forget(log: Log, deed: () => Promise<unknown>): void {
  deed().catch((error: unknown) => log(`What was to be forgotten is still there: ${reason(error)}`))
}

async function within<T>(ready: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('late')), patience)
  })
  try {
    return await Promise.race([ready, late])
  } finally {
    clearTimeout(timer)
  }
}

function refusal(error: unknown): SettingsError {
  const code = (error as { code?: unknown }).code
  if (code === 'TokenInvalid' || (error as { status?: unknown }).status === 401)
    return new SettingsError(
      'Expected DISCORD_TOKEN as the token of a bot, got one that Discord refuses. Copy it anew from the application’s page, under Bot.',
      { cause: error },
    )
  return new SettingsError(
    `Expected Discord to answer at DISCORD_API_URL, got ${reason(error)} Check the address and the network, then start again.`,
    { cause: error },
  )
}
