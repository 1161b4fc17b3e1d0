import {
  type ChatInputCommandInteraction,
  DiscordAPIError,
  type MessageComponentInteraction,
  type MessageContextMenuCommandInteraction,
  MessageFlags,
  type ModalSubmitInteraction,
} from 'discord.js'
import { InputError, StoreError } from '../errors.ts'
import type { Message } from '../replies/discord/components.ts'
import { notice } from '../replies/discord/notice.ts'

/** Whatever can be answered with a message. */
export type Answerable =
  | ChatInputCommandInteraction<'cached'>
  | MessageContextMenuCommandInteraction<'cached'>
  | ModalSubmitInteraction<'cached'>
  | MessageComponentInteraction<'cached'>

/** A reply as discord.js takes it. Its builders' types are for mutable objects, and these are values. */
export const wire = (message: Message) => ({
  components: message.components as never[],
  flags: message.flags as number,
})

/** Answers with a message for the one who asked. */
export async function tell(interaction: Answerable, message: Message): Promise<void> {
  const { components, flags } = wire(message)
  if (interaction.deferred && !interaction.replied)
    await interaction.editReply({ components, flags: MessageFlags.IsComponentsV2 })
  else if (interaction.replied) await interaction.followUp({ components, flags: flags | MessageFlags.Ephemeral })
  else await interaction.reply({ components, flags: flags | MessageFlags.Ephemeral })
}

/** Where something for whoever runs the bot is written: one line, without the words of an article. */
export type Log = (line: string) => void

/**
 * Does something for an interaction; what goes wrong is told to whoever asked, in a sentence, and never ends the process.
 */
export async function attempt(interaction: Answerable, log: Log, deed: () => Promise<void>): Promise<void> {
  try {
    await deed()
  } catch (error) {
    if (isOver(error)) return log(`An answer came too late for Discord (${(error as DiscordAPIError).code}).`)
    if (!(error instanceof InputError)) log(reason(error))
    await tell(interaction, notice(sentenceOf(error))).catch((second: unknown) => log(reason(second)))
  }
}

/** What a person is told of an error. */
export function sentenceOf(error: unknown): string {
  if (error instanceof InputError) return error.message
  // Where it stands on which machine is for whoever runs it, in the log.
  if (error instanceof StoreError)
    return `The library can’t be used right now: ${error.kind} doesn’t answer as it should. What was kept is still there; try again in a minute, and tell whoever runs Hearsay.`
  if (error instanceof DiscordAPIError && (error.code === 50013 || error.code === 50001))
    return 'Hearsay may not do this here. Give its role View Channel, Send Messages and Read Message History in this channel, then try again.'
  return 'Something went wrong in Hearsay itself. What was kept is still there; try again, and tell whoever runs it.'
}

// The interaction is gone, its fifteen minutes are over, or it was answered already.
const isOver = (error: unknown): boolean =>
  error instanceof DiscordAPIError &&
  (error.code === 10062 || error.code === 50027 || error.code === 10015 || error.code === 40060)

/** An error in one line for the log: its kind and sentence; a request's body, which may hold an article, is left out. */
export function reason(error: unknown): string {
  if (error instanceof DiscordAPIError) return `Discord refused ${error.method} with ${error.status} (${error.code}).`
  return error instanceof Error
    ? `${error.name}: ${error.message.split('\n')[0]!.slice(0, 200)}`
    : 'Something that is no error was thrown.'
}
