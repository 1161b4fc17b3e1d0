import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import type { Interaction } from 'discord.js'
import { onTestFinished } from 'vitest'
import { openLoopback } from '../../../src/playground/discord/open.ts'
import type { Channel, KeepOptions, LoopbackDiscord, Member } from '../../../src/playground/discord/types.ts'
import { clientOf } from './newsroom.ts'

/** A newsroom whose chat is kept. */
export interface Run {
  readonly loopback: LoopbackDiscord
  readonly desk: Channel
  readonly mira: Member
  readonly tam: Member
  readonly direct: Channel
  readonly remarks: readonly string[]
  /** The bot, with a command `help`. */
  logIn(handle: (interaction: Interaction) => Promise<unknown>): Promise<void>
}

export const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)

/** A new one, gone at the end of the test. */
export function folder(): string {
  const made = mkdtempSync(join(tmpdir(), 'hearsay-'))
  onTestFinished(() => rmSync(made, { recursive: true, force: true }))
  return made
}

/** The same newsroom each time, as after a restart. */
export async function run(file: string, most: NonNullable<KeepOptions['most']> = {}): Promise<Run> {
  const remarks: string[] = []
  const keep = { file, most, remark: (line: string) => void remarks.push(line) }
  const loopback = await openLoopback({ keep, botId: '1100000000000000002' })
  onTestFinished(() => loopback.close())
  const guild = loopback.addGuild({ id: '1100000000000000001' })
  const mira = guild.addMember({ name: 'Mira', id: '1100000000000000021' })
  return {
    loopback,
    mira,
    tam: guild.addMember({ name: 'Tam', id: '1100000000000000022' }),
    desk: guild.addChannel({ name: 'desk', id: '1100000000000000011' }),
    direct: mira.directMessage({ id: '1100000000000000031' }),
    remarks,
    logIn: async (handle) => {
      const client = clientOf(loopback)
      client.on('interactionCreate', (interaction) => void handle(interaction))
      const ready = new Promise((resolve) => client.once('clientReady', resolve))
      await client.login(loopback.token)
      await ready
      await client.application!.commands.set([{ name: 'help', description: 'What can be asked' }])
    },
  }
}

/** What a member reads in a channel. */
export const seenBy = (member: Member, channel: Channel): readonly string[] =>
  channel.messagesFor(member).map(({ author, text }) => `${author}: ${text}`)

/** Changes a kept file behind the loopback's back. */
export function statement(file: string, sql: string): void {
  const database = new DatabaseSync(file)
  database.exec(sql)
  database.close()
}
