/** Discord's JSON, as far as the loopback looks into it. Field names are Discord's own; the rest passes through. */

export type Fields = Readonly<Record<string, unknown>>

/** Types: 1 row, 2 button, 3 string select, 4 text input, 5–8 other selects, 9 section, 10 text display, 11 thumbnail, 12 gallery, 13 file, 14 separator, 17 container, 18 label, 19 file upload. */
export interface RawComponent {
  readonly type: number
  readonly id?: number
  readonly custom_id?: string
  readonly content?: string
  readonly label?: string
  readonly description?: string
  readonly placeholder?: string
  readonly style?: number
  readonly url?: string
  readonly disabled?: boolean
  readonly required?: boolean
  readonly value?: string
  readonly values?: readonly string[]
  readonly min_length?: number
  readonly max_length?: number
  readonly min_values?: number
  readonly max_values?: number
  /** Of a file upload or an attachment option: endings ('.pdf') or 'image', 'video', 'audio'. */
  readonly file_types?: readonly string[]
  readonly options?: readonly RawSelectOption[]
  /** Of a select of channels: Discord's numbers of the kinds that it offers. */
  readonly channel_types?: readonly number[]
  /** Of a select of people, roles or channels: what is chosen before. */
  readonly default_values?: readonly { readonly id: string }[]
  readonly components?: readonly RawComponent[]
  readonly component?: RawComponent
  readonly accessory?: RawComponent
  readonly items?: readonly { readonly media: RawMedia }[]
  readonly media?: RawMedia
  readonly file?: RawMedia
}

export interface RawSelectOption {
  readonly label: string
  readonly value: string
  readonly description?: string
  readonly default?: boolean
}

export interface RawMedia {
  readonly url: string
}

export interface RawModal {
  readonly custom_id: string
  readonly title: string
  readonly components: readonly RawComponent[]
}

export interface RawAttachment {
  readonly id: string
  readonly filename: string
  readonly size: number
  readonly url: string
  readonly proxy_url: string
  readonly content_type: string
  readonly description?: string
}

export interface RawUser {
  readonly id: string
  readonly username: string
  readonly global_name: string | null
  readonly discriminator: string
  readonly avatar: string | null
  readonly bot?: boolean
}

export interface RawMessage {
  readonly id: string
  readonly type: number
  readonly channel_id: string
  readonly author: RawUser
  readonly content: string
  /** Bits: 6 ephemeral, 7 loading, 15 Components V2. */
  readonly flags: number
  readonly components: readonly RawComponent[]
  readonly attachments: readonly RawAttachment[]
  readonly embeds: readonly Fields[]
  readonly timestamp: string
  readonly edited_timestamp: string | null
  readonly mentions: readonly RawUser[]
  readonly mention_everyone: boolean
  readonly referenced_message?: RawMessage | null
}

/** Types of options: 1 subcommand, 2 group, 3 string, 4 integer, 5 boolean, 6 user, 7 channel, 10 number, 11 attachment. */
export interface RawOption {
  readonly type: number
  readonly name: string
  readonly description: string
  readonly required?: boolean
  readonly autocomplete?: boolean
  readonly choices?: readonly { readonly name: string; readonly value: string | number }[]
  readonly options?: readonly RawOption[]
  readonly min_value?: number
  readonly max_value?: number
  readonly min_length?: number
  readonly max_length?: number
  readonly file_types?: readonly string[]
}

/** Types: 1 chat, 2 user menu, 3 message menu. */
export interface RawCommand {
  readonly id: string
  readonly version: string
  readonly application_id: string
  readonly guild_id?: string
  readonly type: number
  readonly name: string
  readonly description: string
  readonly options?: readonly RawOption[]
  readonly default_member_permissions: string | null
  readonly [field: string]: unknown
}
