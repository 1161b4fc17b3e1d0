/**
 * What a test or the local playground does with the loopback Discord: guilds, channels, people as actors, and what
 * they see. Start it with `openLoopback` from ./open.ts, log the real client in with
 * `new Client({ intents: [GatewayIntentBits.Guilds], rest: { api: loopback.apiUrl, version: '10' } })`, then let
 * members act:
 *
 *     const guild = loopback.addGuild()
 *     const desk = guild.addChannel({ name: 'desk' })
 *     const mira = guild.addMember({ name: 'Mira' })
 *     const answer = await (await mira.command('who', { words: 'ferry' }, { channel: desk })).settled()
 *     expect(answer.message?.text).toContain('Strait Lines')
 */
import type { PermissionName } from './permissions.ts'
import type { RawCommand, RawComponent, RawSelectOption } from './raw.ts'
import type { Answer, Choice, Message } from './seen.ts'

export type * from './seen.ts'

/** Where messages are kept, so that they are there again after a restart. */
export interface KeepOptions {
  /**
   * A SQLite file, made with its folder where it's missing. What is in it shows in channels and direct messages that
   * have the same ids as before, people and the bot too. One that is damaged is set aside.
   */
  readonly file: string
  /** Hears in one line what stood in the way; the loopback goes on without. */
  readonly remark: (line: string) => void
  /** How much is kept, after which the oldest go: 500 messages and 100 MB of attached files by default. */
  readonly most?: { readonly messages?: number; readonly bytes?: number }
}

export interface LoopbackOptions {
  /**
   * What is wrong with a request's body, as sentences; null where it can't tell. They end up in `violations`; the request
   * goes on. `discordSchema` of ./schema.ts is one.
   */
  readonly validate?: (request: { method: string; path: string; body: unknown }) => readonly string[] | null
  /** 0, the default, takes any free port. */
  readonly port?: number
  /** Without it, everything is gone at the end. Written a moment after each change and when it closes. */
  readonly keep?: KeepOptions
  /** The bot's user id, where it has to stay the same over restarts; a new one by default. */
  readonly botId?: string
  /** The bot's token; one that can't be guessed by default. */
  readonly token?: string
  /** Milliseconds for the first answer, after which it gets error 10062. Discord's own 3,000 by default. */
  readonly firstAnswerMs?: number
  /** Milliseconds that an interaction's token lives, after which it gets error 50027. Discord's own 15 minutes by default. */
  readonly tokenMs?: number
}

/** A request that came in. `path` is decoded, without query and without `/api/v10`. */
export interface LoggedRequest {
  readonly method: string
  readonly path: string
  /** JSON, also that of a multipart body's `payload_json`; null without a body. */
  readonly body: unknown
  /** The names of uploaded files. */
  readonly files: readonly string[]
  readonly status: number
  /** The code in the body of an error (10062, 50035, …); null where there is none. */
  readonly code: number | null
  /** Whether `validate` found nothing wrong; null where there was no body or it couldn't tell. */
  readonly accepted: boolean | null
}

/** What went over the wire: an event of the gateway, as Discord names it, or a request. */
export type Happening =
  | { readonly kind: 'event'; readonly event: string; readonly data: object }
  | { readonly kind: 'request'; readonly request: LoggedRequest }

/** Which requests an arranged failure hits: all of them without fields. */
export interface FailureMatch {
  readonly method?: string
  /** Tested on `LoggedRequest.path`. */
  readonly path?: RegExp
}

export interface Failure {
  readonly status: 429 | 500 | 502 | 403 | 404
  /** Seconds, for 429; 0.05 by default. */
  readonly retryAfter?: number
  /** How many requests fail; 1 by default. */
  readonly times?: number
}

export interface LoopbackDiscord {
  /** `http://127.0.0.1:PORT/api`, what `rest.api` and DISCORD_API_URL take. */
  readonly apiUrl: string
  /** The one bot token that is accepted. */
  readonly token: string
  /** Also the bot's user id. */
  readonly applicationId: string
  readonly guilds: readonly Guild[]
  /** A guild with the bot in it and no channel yet. A client that is logged in hears of it at once. */
  addGuild(options?: { readonly name?: string; readonly id?: string }): Guild
  /** Every request since the start, oldest first. */
  readonly requests: readonly LoggedRequest[]
  /** Hears of every event to the client and of every request from it, once it was answered. Gives back what ends it. */
  onChange(listener: (happening: Happening) => void): () => void
  /** What `validate` said, and every 400 that Discord's rules gave (totals of Components V2, lengths, counts). */
  readonly violations: readonly string[]
  /** The next requests that match fail; several arrangements go off in the order they were made. */
  failNext(match: FailureMatch, answer: Failure): void
  /** Closes the gateway's connections. The client resumes; with `resume: false` its session is gone and it logs in anew, with `code: 4004` its token isn't accepted any more. */
  dropGateway(options?: { readonly resume?: boolean; readonly code?: number }): void
  /** How many sessions are connected right now. */
  readonly sessions: number
  /** Resolves once as many sessions are connected as `count` (1 by default); rejects after 10 seconds. */
  connected(count?: number): Promise<void>
  /** Commands as registered: of a guild, or the global ones. */
  commandsOf(guild?: Guild): readonly RawCommand[]
  /** Every attachment's address answers 404 from now on; later uploads are there. */
  loseAttachments(): void
  /** Closes every connection and the server. */
  close(): Promise<void>
}

/** 'dm' is a direct message with the bot. */
export type ChannelKind = 'text' | 'dm' | 'private-thread' | 'public-thread'

/** A permission that is given (true) or taken (false) in one channel; those left out stay as they are. */
export type PermissionChanges = Readonly<Partial<Record<PermissionName, boolean>>>

export interface ChannelOptions {
  readonly name: string
  /** A snowflake that stays the same over restarts; a new one by default. The same goes for guilds and members. */
  readonly id?: string
  /** 'text' by default; threads need a `parent`. */
  readonly kind?: Exclude<ChannelKind, 'dm'>
  readonly parent?: Channel
  /** Who alone can see it, beside the bot; for a private thread, its members. Everybody by default (in a private thread: nobody). */
  readonly viewers?: readonly Member[]
  /** Who can't see it. */
  readonly hiddenFrom?: readonly Member[]
  /** What the bot may or mayn't here. `ViewChannel: false` on a private thread leaves the bot out of it. */
  readonly botMay?: PermissionChanges
}

export interface Guild {
  readonly id: string
  readonly name: string
  readonly channels: readonly Channel[]
  readonly members: readonly Member[]
  addChannel(options: ChannelOptions): Channel
  /** `permissions` come on top of what everyone has: view, send, read history, attach, use commands, make threads. */
  addMember(options: {
    readonly name: string
    readonly permissions?: readonly PermissionName[]
    readonly locale?: string
    readonly id?: string
  }): Member
  /** A channel goes, with its threads and messages. */
  deleteChannel(channel: Channel): void
  /** A moderator removes a message. */
  deleteMessage(message: Message): void
  /** The bot is thrown out: GUILD_DELETE, and 403 or 404 for what it asks of the guild afterwards. */
  removeBot(): void
  /** Invites the bot again: GUILD_CREATE. Its commands of the guild are still there. */
  inviteBot(): void
  /** The guild drops out for a moment (GUILD_DELETE with `unavailable`, then GUILD_CREATE); the bot stays a member. */
  outage(): void
}

export interface Channel {
  readonly id: string
  readonly name: string
  readonly kind: ChannelKind
  readonly parent: Channel | null
  /** Of a direct message: the guild whose member opened it. */
  readonly guild: Guild
  /** The registered commands and menu entries that can be used here. */
  readonly commands: readonly RawCommand[]
  /** What everybody in the channel sees, oldest first. */
  readonly messages: readonly Message[]
  /** With the ephemeral messages for this member. */
  messagesFor(member: Member): readonly Message[]
  /** From now on the member can't see it (in a private thread: is taken out). */
  hideFrom(member: Member): void
  /** From now on the member can see it (in a private thread: is let in). */
  showTo(member: Member): void
  /** From now on the bot may or mayn't. */
  botMay(changes: PermissionChanges): void
}

/** A file that a person attaches. */
export interface Attachment {
  readonly name: string
  readonly bytes: Uint8Array
  /** Guessed from the name's ending by default. */
  readonly contentType?: string
}

/** Where an interaction starts. */
export interface Place {
  readonly channel: Channel
  /** Sent although the client would have refused it: unknown option, out of range, not permitted. False by default. */
  readonly unchecked?: boolean
}

export interface Unchecked {
  /** Sent although the component isn't on the message, is disabled or the message is gone: a forged or outdated custom_id. */
  readonly unchecked?: boolean
}

export type OptionValue = string | number | boolean | Attachment | Member | Channel

/** Somebody of a guild. Each deed resolves at the bot's first answer, or as `none` when none came in time. */
export interface Member {
  readonly id: string
  readonly name: string
  readonly guild: Guild
  /** A slash command; `name` holds a subcommand after a space. Options are checked against the registered definition. */
  command(name: string, options: Readonly<Record<string, OptionValue>>, at: Place): Promise<Answer>
  /** An entry of a message's menu. */
  menu(name: string, message: Message): Promise<Answer>
  /** What is offered while `typed` stands in the option; `others` are the options filled in before. */
  autocomplete(
    command: string,
    option: string,
    typed: string,
    at: Place & { readonly others?: Readonly<Record<string, OptionValue>> },
  ): Promise<readonly Choice[]>
  /** Fills in the modal of an answer and sends it. Inputs left out keep the value they were shown with. */
  submit(
    modal: Answer,
    values: Readonly<Record<string, string | readonly string[] | readonly Attachment[]>>,
    options?: Unchecked,
  ): Promise<Answer>
  /** A button, by its custom_id or its label. */
  press(message: Message, customIdOrLabel: string, options?: Unchecked): Promise<Answer>
  /** Of a select of people, roles or channels, `values` are their ids. */
  select(message: Message, customId: string, values: readonly string[], options?: Unchecked): Promise<Answer>
  post(
    channel: Channel,
    content: string,
    options?: { readonly attachments?: readonly Attachment[]; readonly replyTo?: Message },
  ): Message
  /**
   * The direct message with the bot, which nobody else sees; one in each person's life, the same each time.
   *
   * @param options with an id that stays the same over restarts, the first time
   */
  directMessage(options?: { readonly id?: string }): Channel
  /** What a select of people, roles or channels offers to the member in a channel. */
  offered(channel: Channel, select: RawComponent): readonly RawSelectOption[]
  /** Whether the member can see the channel right now. */
  sees(channel: Channel): boolean
}
