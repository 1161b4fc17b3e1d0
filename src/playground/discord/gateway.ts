/** The gateway: hello, heartbeat, identify, READY with its guilds, resume with what was missed, invalid sessions. */
import { randomBytes } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import { type WebSocket, WebSocketServer } from 'ws'
import { otherHost } from './own-host.ts'
import { guildCreateJson } from './wire.ts'
import type { World } from './world.ts'

interface Session {
  readonly id: string
  readonly shard: readonly [number, number]
  readonly intents: number
  /** Everything sent with a number, for a client that comes back. */
  readonly sent: { readonly s: number; readonly t: string; readonly d: object }[]
  socket: WebSocket | null
}

export interface Gateway {
  /** Takes over an HTTP connection that asks for a WebSocket. */
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void
  /** `guildId` is null for what happens in a direct message. */
  emit(event: string, data: object, guildId: string | null): void
  drop(resume: boolean, code: number): void
  /** Sessions with a connection. */
  readonly connected: number
  close(): void
}

const guildEvents = /^(?:GUILD_|CHANNEL_|THREAD_)/
const messageEvents = /^MESSAGE_/
/** Members, presences and message content, which must be switched on in Discord's portal. */
const privileged = (1 << 1) | (1 << 8) | (1 << 15)

/** A gateway for the application of `world`. */
export function openGateway(world: World): Gateway {
  const server = new WebSocketServer({ noServer: true })
  const sessions = new Map<string, Session>()

  const shardOf = (guildId: string, count: number): number => Number((BigInt(guildId) >> 22n) % BigInt(count))
  const wanted = (event: string, guildId: string | null): number => {
    if (guildEvents.test(event)) return 1
    return messageEvents.test(event) ? 1 << (guildId === null ? 12 : 9) : 0
  }
  // Direct messages come to the first shard.
  const hears = ({ shard: [index, count], intents }: Session, event: string, guildId: string | null): boolean => {
    const needed = wanted(event, guildId)
    return (guildId === null ? 0 : shardOf(guildId, count)) === index && (intents & needed) === needed
  }

  const dispatch = (session: Session, t: string, d: object): void => {
    const event = { s: session.sent.length + 1, t, d }
    session.sent.push(event)
    session.socket?.send(JSON.stringify({ op: 0, ...event }))
  }

  const identify = (socket: WebSocket, data: Identify): unknown => {
    if (data.token !== world.token) return socket.close(4004, 'Authentication failed.')
    if (typeof data.intents !== 'number') return socket.close(4013, 'Invalid intents.')
    if (data.intents & privileged) return socket.close(4014, 'Disallowed intents.')
    const session: Session = {
      id: randomBytes(16).toString('hex'),
      shard: data.shard ?? [0, 1],
      intents: data.intents,
      sent: [],
      socket,
    }
    sessions.set(session.id, session)
    const guilds = [...world.guilds.values()].filter(
      ({ id, botIsIn }) => botIsIn && shardOf(id, session.shard[1]) === session.shard[0],
    )
    dispatch(session, 'READY', {
      v: 10,
      user: { ...world.bot, verified: true, mfa_enabled: false, email: null, flags: 0 },
      guilds: guilds.map(({ id }) => ({ id, unavailable: true })),
      session_id: session.id,
      resume_gateway_url: `${world.origin.replace('http', 'ws')}/gateway`,
      shard: session.shard,
      application: { id: world.bot.id, flags: 0 },
    })
    for (const guild of guilds)
      if (data.intents & 1) dispatch(session, 'GUILD_CREATE', guildCreateJson(guild, world.bot))
  }

  const resume = (socket: WebSocket, data: Resume): unknown => {
    if (data.token !== world.token) return socket.close(4004, 'Authentication failed.')
    const session = sessions.get(data.session_id)
    if (!session) return socket.send(JSON.stringify({ op: 9, d: false }))
    session.socket = socket
    for (const event of session.sent.filter(({ s }) => s > data.seq)) socket.send(JSON.stringify({ op: 0, ...event }))
    dispatch(session, 'RESUMED', {})
  }

  server.on('connection', (socket) => {
    socket.send(JSON.stringify({ op: 10, d: { heartbeat_interval: 41_250 } }))
    socket.on('error', () => socket.terminate())
    socket.on('message', (data) => {
      const message = parse(String(data))
      if (!message) return socket.close(4002, 'Error while decoding payload.')
      const known = [...sessions.values()].some((session) => session.socket === socket)
      if (message.op === 1) return socket.send(JSON.stringify({ op: 11 }))
      if (message.op !== 2 && message.op !== 6) return known ? undefined : socket.close(4003, 'Not authenticated.')
      if (known) return socket.close(4005, 'Already authenticated.')
      return message.op === 2 ? identify(socket, message.d as Identify) : resume(socket, message.d as Resume)
    })
    socket.on('close', (code) => {
      for (const session of sessions.values()) {
        if (session.socket !== socket) continue
        session.socket = null
        // A client that says goodbye doesn't mean to come back.
        if (code === 1000 || code === 1001) sessions.delete(session.id)
      }
    })
  })

  return {
    upgrade: (request, socket, head) => {
      const other = otherHost(world, request)
      if (other === null)
        server.handleUpgrade(request, socket, head, (client) => server.emit('connection', client, request))
      else socket.end(`HTTP/1.1 421 Misdirected Request\r\nconnection: close\r\n\r\n${other}`)
    },
    emit: (event, data, guildId) => {
      for (const session of sessions.values()) if (hears(session, event, guildId)) dispatch(session, event, data)
    },
    drop: (canResume, code) => {
      const sockets = [...sessions.values()].flatMap(({ socket }) => socket ?? [])
      if (!canResume) sessions.clear()
      for (const session of sessions.values()) session.socket = null
      for (const socket of sockets) socket.close(code, code === 4004 ? 'Authentication failed.' : 'Unknown error.')
    },
    get connected() {
      return [...sessions.values()].filter(({ socket }) => socket !== null).length
    },
    close: () => {
      for (const socket of server.clients) socket.terminate()
      server.close()
    },
  }
}

interface Identify {
  readonly token: string
  readonly intents: number
  readonly shard?: readonly [number, number]
}

interface Resume {
  readonly token: string
  readonly session_id: string
  readonly seq: number
}

function parse(data: string): { readonly op: number; readonly d: unknown } | null {
  try {
    const message = JSON.parse(data)
    return typeof message?.op === 'number' && (message.op === 1 || typeof message.d === 'object') ? message : null
  } catch {
    return null
  }
}
