import {
  Client,
  Events,
  GatewayIntentBits,
  type Interaction,
  MessageFlags,
  OAuth2Scopes,
  PermissionFlagsBits,
} from 'discord.js'
import type { DiscordSettings } from '../config.ts'
import type { Desk } from '../desk.ts'
import { InputError, SettingsError } from '../errors.ts'
import { notice } from '../replies/discord/notice.ts'
import { attempt, type Log, outdated, reason, wire } from './answer.ts'
import type { Command } from './command.ts'
import { pasteId, takePaste } from './paste.ts'
import { registerOrGoOn } from './register.ts'
import { answerTap } from './taps.ts'
import { throughNode } from './through-node.ts'

/** The bot while it is logged in. */
export interface Bot {
  readonly name: string
  readonly guilds: number
  /** How many commands were new, changed or removed. */
  readonly registered: number
  /** Link with which it is invited to a guild. */
  readonly invite: string
  /** Resolves once Discord ends the session for good, with what is to be told. */
  readonly ended: Promise<SettingsError>
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
    rest: {
      api: apiUrl,
      version: '10',
      // Answers to interactions don't count against Discord's 50 requests a second; discord.js would count them.
      globalRequestsPerSecond: 5000,
      makeRequest: throughNode,
    },
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
  const ended = new Promise<SettingsError>((end) => {
    const error = new SettingsError(
      'Expected Discord to keep the session, got its end for good: the token was changed, most likely. Set DISCORD_TOKEN anew and start again.',
    )
    // Emitted only where no connection is tried any more.
    client.once(Events.ShardDisconnect, () => end(error))
  })
  try {
    const ready = new Promise<Client<true>>((done) => client.once(Events.ClientReady, done))
    await client.login(token)
    const open = await within(ready)
    const registered = await registerOrGoOn(
      open,
      commands.map(({ definition }) => definition),
      guild,
      log,
    )
    const invite = open.generateInvite({
      scopes: [OAuth2Scopes.Bot, OAuth2Scopes.ApplicationsCommands],
      permissions: [
        PermissionFlagsBits.ViewChannel,
        PermissionFlagsBits.SendMessages,
        PermissionFlagsBits.SendMessagesInThreads,
        PermissionFlagsBits.AttachFiles,
        PermissionFlagsBits.ReadMessageHistory,
      ],
    })
    return {
      name: open.user.tag,
      guilds: open.guilds.cache.size,
      registered,
      invite,
      ended,
      close: () => client.destroy(),
    }
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
  if (!interaction.inCachedGuild()) return turnAway(interaction, log)
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
  if (interaction.isModalSubmit())
    return attempt(interaction, log, async () => {
      if (interaction.customId !== pasteId) throw outdated()
      await takePaste(interaction, desk)
    })
  if (interaction.isMessageComponent())
    return attempt(interaction, log, async () => {
      if (!interaction.isButton() && !interaction.isStringSelectMenu()) throw outdated()
      await answerTap(interaction, desk)
    })
}

// A button works on where the bot was thrown out, and a command may be brought along to where it never was.
async function turnAway(interaction: Interaction, log: Log): Promise<void> {
  try {
    if (interaction.isAutocomplete()) await interaction.respond([])
    else {
      const { components, flags } = wire(
        notice(
          'Hearsay answers in servers that it is a member of, and it isn’t one of this place, or can’t tell right now. Ask whoever runs it for an invitation, or try again in a minute.',
        ),
      )
      await interaction.reply({ components, flags: flags | MessageFlags.Ephemeral })
    }
  } catch (error) {
    log(reason(error))
  }
}

function forget(log: Log, deed: () => Promise<unknown>): void {
  deed().catch((error: unknown) => log(`What was to be forgotten is still there: ${reason(error)}`))
}

async function within<T>(ready: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Late()), patience)
  })
  try {
    return await Promise.race([ready, late])
  } finally {
    clearTimeout(timer)
  }
}

class Late extends Error {}

function refusal(error: unknown): SettingsError {
  if (error instanceof SettingsError) return error
  const code = (error as { code?: unknown }).code
  if (code === 'TokenInvalid' || (error as { status?: unknown }).status === 401)
    return new SettingsError(
      'Expected DISCORD_TOKEN as the token of a bot, got one that Discord refuses. Copy it anew from the application’s page, under Bot.',
      { cause: error },
    )
  const got = error instanceof Late ? `no more than a beginning within ${patience / 1000} s.` : reason(error)
  return new SettingsError(
    `Expected Discord to answer at DISCORD_API_URL, got ${got} Check the address and the network, then start again.`,
    { cause: error },
  )
}
