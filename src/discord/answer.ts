import {
  AttachmentBuilder,
  type ChatInputCommandInteraction,
  DiscordAPIError,
  type MessageComponentInteraction,
  type MessageContextMenuCommandInteraction,
  MessageFlags,
  type ModalSubmitInteraction,
} from 'discord.js'
import { InputError, SettingsError, StoreError } from '../errors.ts'
import type { Message } from '../replies/discord/components.ts'
import { notice } from '../replies/discord/notice.ts'

/** Whatever can be answered with a message. */
export type Answerable =
  | ChatInputCommandInteraction<'cached'>
  | MessageContextMenuCommandInteraction<'cached'>
  | ModalSubmitInteraction<'cached'>
  | MessageComponentInteraction<'cached'>

/** A reply as discord.js takes it. Its builders' types are for mutable objects, and these are values. */
export const wire = ({ components, flags, files = [] }: Message) => ({
  components: components as never[],
  flags: flags as number,
  files: files.map(({ bytes, ...about }) => new AttachmentBuilder(Buffer.from(bytes), about)),
})

/**
 * Answers with a message for the one who asked. It takes the place of a "thinking"; of a page that was to be turned it
 * doesn't, since others may be reading that.
 */
export async function tell(interaction: Answerable, message: Message): Promise<void> {
  const { components, flags } = wire(message)
  // discord.js knows for whom a deferred reply is; a deferred update leaves that open.
  const isThinking = interaction.deferred && !interaction.replied && interaction.ephemeral !== null
  if (isThinking) await interaction.editReply({ components, flags: MessageFlags.IsComponentsV2 })
  else if (interaction.deferred || interaction.replied)
    await interaction.followUp({ components, flags: flags | MessageFlags.Ephemeral })
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
    return 'Hearsay may not do this here. Give its role View Channel, Send Messages, Attach Files and Read Message History in this channel, then try again.'
  return 'Something went wrong in Hearsay itself. What was kept is still there; try again, and tell whoever runs it.'
}

// The interaction is gone, its fifteen minutes are over, or it was answered already.
const isOver = (error: unknown): boolean =>
  error instanceof DiscordAPIError &&
  (error.code === 10062 || error.code === 50027 || error.code === 10015 || error.code === 40060)

/**
 * An error in one line for the log. Only what Hearsay itself worded is repeated, and what a system call says: any other
 * message may hold words of an article, so its kind, its code and its place in the code stand for it.
 */
export function reason(error: unknown): string {
  if (error instanceof DiscordAPIError) return `Discord refused ${error.method} with ${error.status} (${error.code}).`
  if (!(error instanceof Error)) return 'Something that is no error was thrown.'
  const { name, message } = error
  if (
    error instanceof StoreError ||
    error instanceof SettingsError ||
    error instanceof InputError ||
    'syscall' in error
  )
    return `${name}: ${message.split('\n')[0]!.slice(0, 200)}`
  const cause = error.cause instanceof Error ? error.cause : null
  const code =
    (error as { code?: unknown }).code ??
    (error as { status?: unknown }).status ??
    (cause as { code?: unknown } | null)?.code
  const known = typeof code === 'string' || typeof code === 'number' ? ` (${code})` : ''
  return `${name}${known}${placeOf(error)}.`
}

// The first line of the stack that lies in Hearsay's own code; the message, which the stack repeats, is passed over.
function placeOf({ stack = '', message }: Error): string {
  const lines = stack.slice(message === '' ? 0 : stack.indexOf(message) + message.length).split('\n')
  const own = lines.find((line) => line.includes('/src/') && !line.includes('/node_modules/'))
  const place = /\/(src\/[\w/.-]+:\d+)/.exec(own ?? '')?.[1]
  return place ? ` at ${place}` : ''
}

/** For what was tapped or sent from a message of another version, or from none at all. */
export const outdated = (): InputError =>
  new InputError({
    expected: 'a button of this version of Hearsay',
    got: 'one of another',
    advice: 'Open the article again with /claims open, or ask again with /who',
  })
