/** What people get to see: answers, modals, messages. */
import type { RawComponent, RawMessage, RawModal } from './raw.ts'
import type { Channel } from './types.ts'

export interface Choice {
  readonly name: string
  readonly value: string | number
}

export type AnswerKind =
  | 'message'
  | 'deferred'
  | 'deferred update'
  | 'update'
  | 'autocomplete'
  | 'modal'
  /** Nothing came in time: "The application did not respond". */
  | 'none'

/** What the bot answered to one interaction. All but `kind` and `firstAfter` follows what comes later. */
export interface Answer {
  readonly kind: AnswerKind
  /** Milliseconds until the first answer; Infinity for `none`. */
  readonly firstAfter: number
  /** The modal, where that was the answer. */
  readonly modal: Modal | null
  /** The reply as it stands now (for an update: the message that was pressed); null without one and once it's deleted. */
  readonly message: Message | null
  /** Later messages of the same interaction, oldest first. */
  readonly followUps: readonly Message[]
  /** Whether only the caller sees the reply. */
  readonly ephemeral: boolean
  /** Of an autocomplete. */
  readonly choices: readonly Choice[]
  /** Resolves once a deferred answer was edited, deleted or followed up, at once for any other; at the latest after `waitMs` (10,000). */
  settled(waitMs?: number): Promise<Answer>
  /** Resolves once `count` follow-ups came; at the latest after `waitMs` (10,000). */
  followedUp(count?: number, waitMs?: number): Promise<Answer>
  /** Resolves once the reply was edited (again) after this call; at the latest after `waitMs` (10,000). */
  edited(waitMs?: number): Promise<Answer>
  /** The interaction's 15 minutes are over. */
  expireToken(): void
}

export interface Modal {
  readonly customId: string
  readonly title: string
  readonly inputs: readonly ModalInput[]
  readonly raw: RawModal
}

export interface ModalInput {
  readonly customId: string
  /** Empty where the input has none. */
  readonly label: string
  readonly description: string
  readonly kind: 'text' | 'select' | 'file' | 'other'
  readonly required: boolean
  /** What stands in a text input when it opens. */
  readonly value: string
  readonly raw: RawComponent
}

export interface Button {
  readonly label: string
  /** Empty for a link. */
  readonly customId: string
  readonly disabled: boolean
  /** Of a link button. */
  readonly url: string | null
}

/** Of any kind; where it's one of people, roles or channels, `options` is empty. */
export interface Select {
  readonly customId: string
  readonly placeholder: string
  readonly disabled: boolean
  readonly options: readonly { readonly label: string; readonly value: string; readonly description: string }[]
}

/** A message as its reader sees it; always as it stands now. */
export interface Message {
  readonly id: string
  readonly channel: Channel
  /** Content, or all text displays, in order, joined by newlines. Embeds come after. */
  readonly text: string
  readonly buttons: readonly Button[]
  readonly selects: readonly Select[]
  /** Attached files; with Components V2 those that a component shows. */
  readonly files: readonly { readonly name: string; readonly bytes: Uint8Array; readonly url: string }[]
  readonly ephemeral: boolean
  /** Whether a deferred answer still shows its "thinking". */
  readonly loading: boolean
  readonly deleted: boolean
  /** Who wrote it: a member's name, or the bot's. */
  readonly author: string
  /** Who gets a notification: names of members, of `@everyone` too. What only looks like a mention isn't here. */
  readonly mentions: readonly string[]
  readonly raw: RawMessage
}
