import { afterEach, expect, test } from 'vitest'
import { commands } from '../../commands/index.ts'
import { type Bot, openBot } from '../../src/discord/bot.ts'
import { openLoopback } from '../../src/playground/discord/open.ts'
import type { LoopbackDiscord } from '../../src/playground/discord/types.ts'

let discord: LoopbackDiscord
let bot: Bot | null = null
afterEach(async () => {
  await bot?.close()
  bot = null
  await discord.close()
})

test('Discord refusing to register for now doesn’t keep the bot away', async () => {
  discord = await openLoopback()
  const guild = discord.addGuild()
  discord.failNext({ method: 'PUT', path: /commands$/ }, { status: 500, times: 10 })
  const log: string[] = []
  const { apiUrl, token } = discord
  bot = await openBot({ token, apiUrl, guild: guild.id }, commands, {} as never, (line) => log.push(line))
  expect(bot.registered).toBe(0)
  expect(log.join()).toContain('The commands couldn’t be registered')
})

test('a guild that the bot isn’t in is named as the fault, not the address', async () => {
  discord = await openLoopback()
  const { apiUrl, token } = discord
  const refused = openBot({ token, apiUrl, guild: '100200300400500600' }, commands, {} as never, () => {})
  await expect(refused).rejects.toThrow('Expected DISCORD_GUILD_ID as a guild that the bot was invited to')
})
