import type {
  AutocompleteInteraction,
  ChatInputCommandInteraction,
  MessageContextMenuCommandInteraction,
  RESTPostAPIApplicationCommandsJSONBody,
} from 'discord.js'
import type { Desk } from '../desk.ts'

/** A slash command. */
export interface SlashCommand {
  readonly definition: RESTPostAPIApplicationCommandsJSONBody
  readonly run: (interaction: ChatInputCommandInteraction<'cached'>, desk: Desk) => Promise<void>
  /** Offers choices while an option is typed; must answer within 3 s, and never fails before a person. */
  readonly complete?: (interaction: AutocompleteInteraction<'cached'>, desk: Desk) => Promise<void>
}

/** An entry of a message's menu. */
export interface MessageCommand {
  readonly definition: RESTPostAPIApplicationCommandsJSONBody
  readonly onMessage: (interaction: MessageContextMenuCommandInteraction<'cached'>, desk: Desk) => Promise<void>
}

export type Command = SlashCommand | MessageCommand
