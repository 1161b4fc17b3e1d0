/** Opens a loopback Discord on 127.0.0.1. See ./types.ts for what can be done with it. */
import { randomBytes } from 'node:crypto'
import { setTimeout } from 'node:timers/promises'
import { openGateway } from './gateway.ts'
import { guildFace } from './guild-face.ts'
import { type Kept, openKept } from './kept.ts'
import { type ArrangedFailure, httpServer } from './server.ts'
import type { Happening, LoggedRequest, LoopbackDiscord, LoopbackOptions } from './types.ts'
import { guildOf, userOf, type World } from './world.ts'

/** Listens on a free port of 127.0.0.1 unless `port` says which. Rejects when the port is taken. */
export async function openLoopback(options: LoopbackOptions = {}): Promise<LoopbackDiscord> {
  const closing = new AbortController()
  const bot = userOf('Hearsay', true, options.botId)
  const world: World = {
    origin: 'http://127.0.0.1',
    token: options.token ?? inventedToken(bot.id),
    bot,
    firstAnswerMs: options.firstAnswerMs ?? 3000,
    tokenMs: options.tokenMs ?? 15 * 60_000,
    guilds: new Map(),
    direct: new Map(),
    commands: [],
    messages: new Map(),
    earlier: new Map(),
    attachments: new Map(),
    interactions: new Map(),
    violations: [],
    emit: (event, data, guildId) => {
      gateway.emit(event, data, guildId)
      tell({ kind: 'event', event, data })
    },
    closed: closing.signal,
  }
  let kept: Kept | null = null
  const listeners = new Set<(happening: Happening) => void>()
  const tell = (happening: Happening): void => {
    kept?.changed()
    for (const listener of listeners) listener(happening)
  }
  const gateway = openGateway(world)
  const requests: LoggedRequest[] = []
  const failures: ArrangedFailure[] = []
  const server = httpServer(world, requests, failures, options.validate ?? (() => null), (request) =>
    tell({ kind: 'request', request }),
  )
  server.on('upgrade', (request, socket, head) => gateway.upgrade(request, socket, head))
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(options.port ?? 0, '127.0.0.1', resolve)
  })
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('Expected a port, got none.')
  world.origin = `http://127.0.0.1:${address.port}`
  kept = options.keep ? openKept(world, options.keep) : null

  return {
    apiUrl: `${world.origin}/api`,
    token: world.token,
    applicationId: bot.id,
    get guilds() {
      return [...world.guilds.values()].map((guild) => guildFace(world, guild))
    },
    addGuild: ({ name = 'Newsroom', id } = {}) => {
      const guild = guildFace(world, guildOf(world, name, id))
      guild.inviteBot()
      return guild
    },
    requests,
    onChange: (listener) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    violations: world.violations,
    failNext: (match, failure) => failures.push({ match, failure, left: failure.times ?? 1 }),
    dropGateway: ({ resume = true, code = 4000 } = {}) => gateway.drop(resume, code),
    get sessions() {
      return gateway.connected
    },
    connected: async (count = 1) => {
      for (let tries = 0; gateway.connected < count; tries += 1) {
        if (tries === 1000) throw new Error(`Expected ${count} sessions within 10 seconds, got ${gateway.connected}.`)
        await setTimeout(10)
      }
    },
    commandsOf: (guild) => (guild ? (world.guilds.get(guild.id)?.commands ?? []) : world.commands),
    loseAttachments: () => world.attachments.clear(),
    close: async () => {
      closing.abort()
      gateway.close()
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
      kept?.close()
    },
  }
}

/** Of the shape of a bot's token, so that what looks for such a thing finds it, and different each time. */
const inventedToken = (id: string): string =>
  [Buffer.from(id), randomBytes(4), randomBytes(20)].map((part) => part.toString('base64url')).join('.')
