/** What goes between the page and its server, as JSON. */
import type { RawCommand, RawMessage, RawModal } from '../discord/raw.ts'
import type { AnswerKind, Choice } from '../discord/types.ts'

/** An article to paste with one click. */
export interface Example {
  readonly title: string
  readonly text: string
}

export interface Named {
  readonly id: string
  readonly name: string
}

export interface ShownAccount extends Named {
  readonly role: string
}

export interface ShownChannel extends Named {
  /** 'text', 'dm' or one of the threads. */
  readonly kind: string
  /** The channel's id that a thread hangs on. */
  readonly parent: string | null
}

/** A message as one account sees it. Addresses of its own attachments lead to the page's server. */
export interface ShownMessage {
  readonly id: string
  readonly author: string
  readonly bot: boolean
  /** For this account alone. */
  readonly ephemeral: boolean
  /** A deferred answer that nothing stands in yet. */
  readonly loading: boolean
  readonly raw: RawMessage
  /** What it replies to. */
  readonly reference: { readonly author: string; readonly preview: string } | null
}

/** Something that went over the wire. `bare` where the account mayn't see where it went. */
export interface Passage {
  readonly number: number
  readonly direction: 'in' | 'out'
  /** An HTTP method, or EVENT. */
  readonly method: string
  /** A path, or what the event is called. */
  readonly path: string
  readonly status: number | null
  /** Whether Discord's schema takes the body; null without one, and where no schema is known. */
  readonly accepted: boolean | null
  readonly violations: readonly string[]
  readonly bare: boolean
}

/** Everything that one account sees while one channel is open. */
export interface ShownState {
  readonly guild: string
  readonly account: ShownAccount
  readonly accounts: readonly ShownAccount[]
  readonly channels: readonly ShownChannel[]
  /** The open one: the one asked for where the account sees it, its first one otherwise; null where it sees none. */
  readonly channel: string | null
  readonly members: readonly Named[]
  /** Those that can be used in the open channel. */
  readonly commands: readonly RawCommand[]
  readonly messages: readonly ShownMessage[]
  readonly examples: readonly Example[]
  readonly traffic: readonly Passage[]
  /** How many things Discord's schema or its further rules found wrong. */
  readonly violations: number
}

/** A file on its way up. */
export interface Upload {
  readonly name: string
  readonly base64: string
}

export type Typed = string | Upload

/** What an account does. */
export type Act =
  | {
      readonly kind: 'post'
      readonly content: string
      readonly files: readonly Upload[]
      readonly replyTo?: string | undefined
    }
  | { readonly kind: 'command'; readonly name: string; readonly options: Readonly<Record<string, Typed>> }
  | {
      readonly kind: 'autocomplete'
      readonly name: string
      readonly option: string
      readonly typed: string
      readonly others: Readonly<Record<string, Typed>>
    }
  | {
      readonly kind: 'submit'
      /** The key that came with the window. */
      readonly modal: string
      readonly values: Readonly<Record<string, string | readonly string[] | readonly Upload[]>>
    }
  | { readonly kind: 'press'; readonly message: string; readonly id: string }
  | { readonly kind: 'select'; readonly message: string; readonly id: string; readonly values: readonly string[] }
  | { readonly kind: 'menu'; readonly message: string; readonly name: string }

export interface Deed {
  readonly account: string
  readonly channel: string
  readonly act: Act
}

/** What came of an act. */
export interface Outcome {
  /** `posted` for a message; `none` where the bot didn't answer in time. */
  readonly kind: AnswerKind | 'posted'
  /** A window to fill in, with the key that sends it. */
  readonly modal: { readonly key: string; readonly raw: RawModal } | null
  readonly choices: readonly Choice[]
}
