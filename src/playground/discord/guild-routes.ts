/** Guilds, members, the application itself, and where the gateway is. */
import { invalidRecipient, unknownGuild, unknownMember, unknownUser } from './api-error.ts'
import { directMessageOf } from './channel-face.ts'
import { type Call, nothing, ok, type Reply, type Route } from './router.ts'
import { channelJson, guildJson, memberJson, roleJson } from './wire.ts'
import { may, type StoredGuild } from './world.ts'

/** A guild that the bot is in; 10004 otherwise. */
export function guildAt({ world, at }: Call): StoredGuild {
  const guild = world.guilds.get(at.guild!)
  if (!guild?.botIsIn) throw unknownGuild()
  return guild
}

const application = ({ world }: Call): object => ({
  id: world.bot.id,
  name: world.bot.global_name,
  icon: null,
  description: '',
  bot_public: true,
  bot_require_code_grant: false,
  verify_key: '0'.repeat(64),
  flags: 0,
  bot: world.bot,
  owner: { ...world.bot, bot: false },
  team: null,
  integration_types_config: { '0': {} },
})

/** The bot writes to somebody whom it shares a guild with. */
function openDirectMessage({ world, body }: Call): Reply {
  const { recipient_id: id } = (body.json ?? {}) as { readonly recipient_id?: unknown }
  for (const guild of world.guilds.values()) {
    const member = typeof id === 'string' && guild.botIsIn ? guild.members.get(id) : undefined
    if (member && !member.user.bot) return ok(channelJson(directMessageOf(world, guild, member.user), world.bot.id))
  }
  throw invalidRecipient()
}

export const guildRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/gateway',
    open: true,
    answer: ({ world }) => ok({ url: `${world.origin.replace('http', 'ws')}/gateway` }),
  },
  {
    method: 'GET',
    path: '/gateway/bot',
    answer: ({ world }) =>
      ok({
        url: `${world.origin.replace('http', 'ws')}/gateway`,
        shards: 1,
        session_start_limit: { total: 1000, remaining: 1000, reset_after: 0, max_concurrency: 16 },
      }),
  },
  { method: 'POST', path: '/users/@me/channels', answer: openDirectMessage },
  { method: 'GET', path: '/users/@me', answer: ({ world }) => ok(world.bot) },
  {
    method: 'GET',
    path: '/users/:user',
    answer: ({ world, at }) => {
      for (const guild of world.guilds.values()) {
        const member = guild.members.get(at.user!)
        if (member) return ok(member.user)
      }
      throw unknownUser()
    },
  },
  {
    method: 'GET',
    path: '/users/@me/guilds',
    answer: ({ world }) => ok([...world.guilds.values()].filter(({ botIsIn }) => botIsIn).map(guildJson)),
  },
  { method: 'GET', path: '/applications/@me', answer: (call) => ok(application(call)) },
  { method: 'GET', path: '/oauth2/applications/@me', answer: (call) => ok(application(call)) },
  { method: 'GET', path: '/guilds/:guild', answer: (call) => ok(guildJson(guildAt(call))) },
  {
    method: 'GET',
    path: '/guilds/:guild/channels',
    answer: (call) =>
      ok(
        [...guildAt(call).channels.values()]
          .filter(({ parent }) => !parent)
          .map((channel) => channelJson(channel, call.world.bot.id)),
      ),
  },
  {
    method: 'GET',
    path: '/guilds/:guild/threads/active',
    answer: (call) => {
      const threads = [...guildAt(call).channels.values()].filter(
        (channel) => channel.parent && may(channel, call.world.bot.id, 'ViewChannel'),
      )
      return ok({ threads: threads.map((thread) => channelJson(thread, call.world.bot.id)), members: [] })
    },
  },
  {
    method: 'GET',
    path: '/guilds/:guild/roles',
    answer: (call) => {
      const guild = guildAt(call)
      return ok([...guild.roles.values()].map((role) => roleJson(role, guild)))
    },
  },
  {
    method: 'GET',
    path: '/guilds/:guild/members/:user',
    answer: (call) => {
      const member = guildAt(call).members.get(call.at.user!)
      if (!member) throw unknownMember()
      return ok(memberJson(member))
    },
  },
  {
    method: 'DELETE',
    path: '/users/@me/guilds/:guild',
    answer: (call) => {
      const guild = guildAt(call)
      guild.botIsIn = false
      call.world.emit('GUILD_DELETE', { id: guild.id }, guild.id)
      return nothing
    },
  },
]
