import { Client, Events, GatewayIntentBits, type Interaction } from 'discord.js'
import { onTestFinished } from 'vitest'
import { throughNode } from '../../../src/discord/through-node.ts'
import { openLoopback } from '../../../src/playground/discord/open.ts'
import type { Channel, Guild, LoopbackDiscord, LoopbackOptions, Member } from '../../../src/playground/discord/types.ts'
import { validateFromFile } from './openapi.ts'

/** A loopback Discord with one guild, one channel, one member and, once `logIn` was called, the real client. */
export interface Newsroom {
  readonly loopback: LoopbackDiscord
  readonly guild: Guild
  readonly desk: Channel
  readonly mira: Member
  /** Resolves at ClientReady. */
  logIn(handle?: (interaction: Interaction) => Promise<unknown>): Promise<Client<true>>
  /** What a handler threw, oldest first. */
  readonly thrown: unknown[]
}

/** Everything is closed at the end of the test. With DISCORD_OPENAPI, request bodies are checked. */
export async function newsroom(options: LoopbackOptions = {}): Promise<Newsroom> {
  const validate = validateFromFile()
  const loopback = await openLoopback({ ...(validate && { validate }), ...options })
  onTestFinished(() => loopback.close())
  const guild = loopback.addGuild({ name: 'The Vellgrad Courier' })
  const thrown: unknown[] = []
  return {
    loopback,
    guild,
    desk: guild.addChannel({ name: 'desk' }),
    mira: guild.addMember({ name: 'Mira' }),
    thrown,
    logIn: async (handle) => {
      const client = clientOf(loopback)
      if (handle)
        client.on(Events.InteractionCreate, (interaction) => {
          handle(interaction).catch((error: unknown) => thrown.push(error))
        })
      const ready = new Promise<Client<true>>((resolve) => {
        client.once(Events.ClientReady, resolve)
      })
      await client.login(loopback.token)
      return ready
    },
  }
}

/** The real client, not logged in; destroyed at the end of the test. */
export function clientOf(loopback: LoopbackDiscord, options: { readonly retries?: number } = {}): Client {
  const client = new Client({
    intents: [GatewayIntentBits.Guilds],
    rest: { api: loopback.apiUrl, version: '10', makeRequest: throughNode, ...options },
    allowedMentions: { parse: [] },
    // Discord wants five seconds between two logins; the loopback doesn't.
    ws: { buildIdentifyThrottler: async () => ({ waitForIdentify: async () => {} }) },
  })
  onTestFinished(() => client.destroy())
  return client
}
