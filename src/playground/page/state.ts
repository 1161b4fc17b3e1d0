/** What one account sees: its channels, their messages, and what it can do there. */
import { readdressed } from '../discord/attachments.ts'
import type { Channel, Guild, LoopbackDiscord, Member, Message } from '../discord/types.ts'
import { withOptions } from './entity-options.ts'
import type { Traffic } from './traffic.ts'
import type { Example, ShownAccount, ShownChannel, ShownMessage, ShownState } from './types.ts'

/** What the page is opened on. */
export interface Room {
  readonly discord: LoopbackDiscord
  readonly guild: Guild
  readonly accounts: readonly { readonly member: Member; readonly name: string; readonly role: string }[]
  /** In the order of the list, direct messages among them; threads come by themselves. */
  readonly channels: readonly Channel[]
  readonly examples: readonly Example[]
}

/** Somebody asked for what isn't there, or isn't theirs to see. `status` is that of HTTP. */
export class Refusal extends Error {
  override readonly name = 'Refusal'
  readonly status: number

  constructor(status: number, message: string) {
    super(message)
    this.status = status
  }
}

/** An account by its member's id. Throws a Refusal. */
export function accountOf(room: Room, id: unknown): Room['accounts'][number] {
  const found = room.accounts.find(({ member }) => member.id === id)
  if (!found) throw new Refusal(404, 'Expected one of the accounts, got another. Reload the page.')
  return found
}

/** The channels that somebody sees, threads after their channel. */
export function channelsFor(room: Room, member: Member): readonly Channel[] {
  const threads = room.guild.channels.filter(({ parent }) => parent !== null)
  return room.channels
    .flatMap((channel) => [channel, ...threads.filter(({ parent }) => parent === channel)])
    .filter((channel, index, all) => all.indexOf(channel) === index && member.sees(channel))
}

/** A channel that somebody sees. A hidden one and none at all are refused alike. */
export function channelOf(room: Room, member: Member, id: unknown): Channel {
  const found = channelsFor(room, member).find((channel) => channel.id === id)
  if (!found) throw new Refusal(404, 'Expected a channel that this account can see, got another. Choose one.')
  return found
}

/** A message that somebody sees in a channel. */
export function messageOf(channel: Channel, member: Member, id: unknown): Message {
  const found = channel.messagesFor(member).find((message) => message.id === id)
  if (!found) throw new Refusal(404, 'Expected a message that is there, got one that was deleted or is another’s.')
  return found
}

/** Without a channel, or with one that the account can't see, its first. */
export function stateFor(room: Room, traffic: Traffic, accountId: unknown, channelId: unknown): ShownState {
  const account = accountId ? accountOf(room, accountId) : room.accounts[0]
  if (!account) throw new Refusal(404, 'Expected an account, got none.')
  const { member } = account
  const channels = channelsFor(room, member)
  const open = channels.find(({ id }) => id === channelId) ?? channels[0]
  return {
    guild: room.guild.name,
    account: shownAccount(account),
    accounts: room.accounts.map(shownAccount),
    channels: channels.map(shownChannel),
    channel: open?.id ?? null,
    members: [
      ...room.guild.members.map(({ id, name }) => ({ id, name })),
      { id: room.discord.applicationId, name: 'Hearsay' },
    ],
    commands: open?.commands ?? [],
    messages: open ? open.messagesFor(member).map((message) => shownMessage(message, member)) : [],
    examples: room.examples,
    traffic: traffic.passages(member, channels),
    violations: room.discord.violations.length,
  }
}

const shownAccount = ({ member, name, role }: Room['accounts'][number]): ShownAccount => ({ id: member.id, name, role })

const shownChannel = ({ id, name, kind, parent }: Channel): ShownChannel => ({
  id,
  name,
  kind,
  parent: parent?.id ?? null,
})

function shownMessage(message: Message, member: Member): ShownMessage {
  const { raw, channel } = message
  const moved = new Map(
    raw.attachments.map(({ id, url }) => [url, `/file/${member.id}/${channel.id}/${message.id}/${id}`]),
  )
  const answered = (raw as { readonly message_reference?: { readonly message_id?: string } }).message_reference
  const before = answered && channel.messagesFor(member).find(({ id }) => id === answered.message_id)
  return {
    id: message.id,
    author: message.author,
    bot: raw.author.bot ?? false,
    ephemeral: message.ephemeral,
    loading: message.loading,
    raw: withOptions(readdressed(raw, moved), channel, member),
    reference: before ? { author: before.author, preview: opening(before) } : null,
  }
}

const opening = ({ text }: { readonly text: string }): string => text.slice(0, 120)
