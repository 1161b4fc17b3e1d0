/** What an account does on the page, done by its member on the loopback Discord. */
import { randomUUID } from 'node:crypto'
import type { RawOption } from '../discord/raw.ts'
import type { Answer, Attachment, Channel, Member, OptionValue } from '../discord/types.ts'
import { withOptions } from './entity-options.ts'
import { accountOf, channelOf, channelsFor, messageOf, Refusal, type Room } from './state.ts'
import type { Act, Outcome, Typed, Upload } from './types.ts'

/** Windows that are open; the oldest is forgotten when there are more. */
const mostWindows = 200

export interface Acts {
  /** `deed` is whatever came in. Throws a Refusal that says what was wrong with it. */
  take(deed: unknown): Promise<Outcome>
}

export function actsOn(room: Room): Acts {
  const windows = new Map<string, { readonly answer: Answer; readonly member: Member }>()

  const outcome = (answer: Answer, member: Member, channel: Channel): Outcome => {
    if (answer.kind !== 'modal' || !answer.modal) return { kind: answer.kind, modal: null, choices: answer.choices }
    const key = randomUUID()
    windows.set(key, { answer, member })
    for (const old of [...windows.keys()].slice(0, -mostWindows)) windows.delete(old)
    return { kind: 'modal', modal: { key, raw: withOptions(answer.modal.raw, channel, member) }, choices: [] }
  }
  const done = async (act: Act, member: Member, channel: Channel): Promise<Outcome> => {
    const at = { channel }
    switch (act.kind) {
      case 'post': {
        const attachments = list(act.files ?? [], 'files').map(fileOf)
        if (words(act.content, 'content').trim() === '' && attachments.length === 0)
          throw new Refusal(400, 'Expected a message, got none. Write something or attach a file.')
        const replyTo = act.replyTo === undefined ? undefined : messageOf(channel, member, act.replyTo)
        if (act.content.length > 2000)
          throw new Refusal(400, `Expected up to 2,000 characters, got ${act.content.length}. Attach it as a file.`)
        member.post(channel, act.content, { attachments, ...(replyTo && { replyTo }) })
        return { kind: 'posted', modal: null, choices: [] }
      }
      case 'command': {
        const options = optionsOf(room, member, channel, words(act.name, 'name'), act.options)
        return outcome(await member.command(act.name, options, at), member, channel)
      }
      case 'autocomplete': {
        // A file would be uploaded anew with each letter.
        const typedIn = Object.entries(fields(act.others, 'others')).filter(([, value]) => typeof value === 'string')
        const others = optionsOf(room, member, channel, words(act.name, 'name'), Object.fromEntries(typedIn))
        const [option, typed] = [words(act.option, 'option'), words(act.typed, 'typed')]
        const choices = await member.autocomplete(act.name, option, typed, { ...at, others })
        return { kind: 'autocomplete', modal: null, choices }
      }
      case 'submit': {
        const opened = windows.get(words(act.modal, 'modal'))
        if (opened?.member !== member)
          throw new Refusal(404, 'Expected a window that is open, got another. Open it again.')
        const sent = await member.submit(opened.answer, valuesOf(act.values))
        return outcome(sent, member, channel)
      }
      case 'press':
        return outcome(
          await member.press(messageOf(channel, member, act.message), words(act.id, 'id')),
          member,
          channel,
        )
      case 'select': {
        const values = list(act.values, 'values').map((value) => words(value, 'values'))
        return outcome(
          await member.select(messageOf(channel, member, act.message), words(act.id, 'id'), values),
          member,
          channel,
        )
      }
      case 'menu':
        return outcome(
          await member.menu(words(act.name, 'name'), messageOf(channel, member, act.message)),
          member,
          channel,
        )
      default:
        throw new Refusal(400, 'Expected an act that the page knows, got another. Reload the page.')
    }
  }
  return {
    take: async (deed) => {
      const { account, channel, act } = fields(deed, 'a deed')
      const { member } = accountOf(room, account)
      const place = channelOf(room, member, channel)
      try {
        return await done(fields(act, 'an act') as unknown as Act, member, place)
      } catch (error) {
        if (error instanceof Refusal) throw error
        // What the person's client wouldn't let through; it says why.
        throw new Refusal(400, error instanceof Error ? error.message : 'The bot could not be asked.')
      }
    },
  }
}

/** What was typed, as the registered option wants it; what doesn't fit goes on as text and is refused there. */
function optionsOf(
  room: Room,
  member: Member,
  channel: Channel,
  name: string,
  given: unknown,
): Readonly<Record<string, OptionValue>> {
  const [first, ...sub] = name.split(' ')
  let known: readonly RawOption[] = channel.commands.find((one) => one.type === 1 && one.name === first)?.options ?? []
  for (const level of sub) known = known.find((one) => one.name === level)?.options ?? []
  return Object.fromEntries(
    Object.entries(fields(given, 'options')).map(([key, value]) => [
      key,
      optionOf(room, member, known.find((one) => one.name === key)?.type ?? 3, value as Typed),
    ]),
  )
}

function optionOf(room: Room, member: Member, type: number, typed: Typed): OptionValue {
  if (typeof typed !== 'string') return fileOf(typed)
  if ((type === 4 || type === 10) && typed.trim() !== '' && Number.isFinite(Number(typed))) return Number(typed)
  if (type === 5 && /^(?:true|false)$/i.test(typed)) return typed.toLowerCase() === 'true'
  const bare = typed.replace(/^[@#]/, '')
  if (type === 6) return room.guild.members.find(({ id, name }) => id === bare || name === bare) ?? typed
  if (type === 7) {
    const seen = channelsFor(room, member).filter(({ kind }) => kind !== 'dm')
    return seen.find(({ id, name }) => id === bare || name === bare) ?? typed
  }
  return typed
}

const valuesOf = (given: unknown): Readonly<Record<string, string | readonly string[] | readonly Attachment[]>> =>
  Object.fromEntries(
    Object.entries(fields(given, 'values')).map(([id, value]) => {
      if (!Array.isArray(value)) return [id, words(value, id)]
      return [id, value.every((one) => typeof one === 'string') ? value : value.map(fileOf)]
    }),
  )

function fileOf(given: unknown): Attachment {
  const { name, base64 } = fields(given, 'a file') as Partial<Upload>
  return { name: words(name, 'name'), bytes: Buffer.from(words(base64, 'base64'), 'base64') }
}

function fields(value: unknown, what: string): Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new Refusal(400, `Expected ${what} with named fields, got something else.`)
  return value as Readonly<Record<string, unknown>>
}

function words(value: unknown, field: string): string {
  if (typeof value !== 'string') throw new Refusal(400, `Expected text in ${field}, got something else.`)
  return value
}

function list(value: unknown, field: string): readonly unknown[] {
  if (!Array.isArray(value)) throw new Refusal(400, `Expected a list in ${field}, got something else.`)
  return value
}
