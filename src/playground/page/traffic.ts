/** What went over the wire, for people who build on it: interactions in, requests out, what Discord's rules said. */
import type { Channel, Happening, LoopbackDiscord, Member } from '../discord/types.ts'
import type { Passage } from './types.ts'

/** How many are kept; older ones go. */
const kept = 200

interface Kept extends Omit<Passage, 'bare'> {
  readonly body: unknown
  /** Null where it concerns no channel in particular. */
  readonly channel: string | null
  /** Whose interaction it was. */
  readonly user: string | null
}

export interface Traffic {
  /** Oldest first. */
  passages(member: Member, channels: readonly Channel[]): readonly Passage[]
  /** The body of one; undefined where it's gone or in a place that the account can't see. */
  body(number: number, member: Member, channels: readonly Channel[]): unknown
  end(): void
}

/** Listens from now on; `changed` is called after each. */
export function watchTraffic(discord: LoopbackDiscord, changed: () => void): Traffic {
  let all: readonly Kept[] = []
  let number = 0
  let violations = discord.violations.length
  const places = new Map<string, { readonly channel: string | null; readonly user: string | null }>()

  const keep = (passage: Omit<Kept, 'number' | 'violations'>): void => {
    number += 1
    const said = discord.violations.slice(violations)
    violations = discord.violations.length
    all = [...all.slice(1 - kept), { ...passage, number, violations: said }]
  }
  const hear = (happening: Happening): void => {
    if (happening.kind === 'request') {
      const { method, path, status, body, files, accepted } = happening.request
      const token = /^\/(?:interactions\/\d+|webhooks\/\d+)\/([^/]+)/.exec(path)?.[1]
      const place = (token === undefined ? undefined : places.get(token)) ?? {
        channel: /^\/channels\/(\d+)/.exec(path)?.[1] ?? null,
        user: path === '/users/@me/channels' ? writtenTo(body) : null,
      }
      const shown = token === undefined ? path : path.replace(token, `${token.slice(0, 6)}…`)
      const sent = files.length > 0 ? { body, files } : body
      keep({ direction: 'out', method, path: shown, status, accepted, body: sent, ...place })
    } else if (happening.event === 'INTERACTION_CREATE') {
      const { token, channel_id: channel, member, user = member?.user } = happening.data as Interaction
      const place = { channel, user: user?.id ?? null }
      places.set(token, place)
      keep({
        direction: 'in',
        method: 'EVENT',
        path: happening.event,
        status: null,
        accepted: null,
        body: happening.data,
        ...place,
      })
    }
    changed()
  }
  const sees = ({ channel, user }: Kept, member: Member, channels: readonly Channel[]): boolean =>
    (channel === null || channels.some(({ id }) => id === channel)) && (user === null || user === member.id)
  const end = discord.onChange(hear)
  return {
    passages: (member, channels) =>
      all.map(({ body: _, channel, user, ...passage }) => {
        const bare = !sees({ ...passage, body: null, channel, user }, member, channels)
        return { ...passage, bare, violations: bare ? [] : passage.violations }
      }),
    body: (wanted, member, channels) => {
      const found = all.find((one) => one.number === wanted)
      return found && sees(found, member, channels) ? found.body : undefined
    },
    end,
  }
}

interface Interaction {
  readonly token: string
  readonly channel_id: string
  /** In a guild. */
  readonly member?: { readonly user: { readonly id: string } }
  /** In a direct message. */
  readonly user?: { readonly id: string }
}

/** Whose direct message the bot opens. */
const writtenTo = (body: unknown): string | null =>
  (body as { readonly recipient_id?: string } | null)?.recipient_id ?? null
