import { request } from 'node:http'
import { onTestFinished } from 'vitest'
import type { Channel, Member } from '../../../src/playground/discord/types.ts'
import { openPage } from '../../../src/playground/page/server.ts'
import type { Act, Outcome, ShownState } from '../../../src/playground/page/types.ts'
import { type Newsroom, openNewsroom } from '../../discord/newsroom.ts'

/** The page on a newsroom with the bot as it is, a hidden channel and an outsider. */
export interface OpenedPage {
  readonly room: Newsroom
  readonly url: string
  readonly vault: Channel
  readonly outsider: Member
  readonly state: (member: Member, channel?: Channel) => Promise<ShownState>
  readonly act: (member: Member, channel: Channel, act: Act) => Promise<Outcome>
  /** The same without a look at what came. */
  readonly ask: typeof ask
}

export interface Answered {
  readonly status: number
  readonly headers: Readonly<Record<string, string | string[] | undefined>>
  readonly body: string
}

/** By hand, since fetch sets Host and Origin as it likes. */
export function ask(
  url: string,
  { method = 'GET', headers = {}, body }: { method?: string; headers?: Record<string, string>; body?: string } = {},
): Promise<Answered> {
  return new Promise((resolve, reject) => {
    const asked = request(url, { method, headers, agent: false }, (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          body: Buffer.concat(chunks).toString('utf8'),
        }),
      )
    })
    asked.on('error', reject)
    asked.end(body)
  })
}

export async function openedPage(): Promise<OpenedPage> {
  const room = await openNewsroom()
  const outsider = room.guild.addMember({ name: 'Ole' })
  const vault = room.guild.addChannel({ name: 'vault', hiddenFrom: [outsider] })
  const page = await openPage({
    discord: room.discord,
    guild: room.guild,
    accounts: [
      { member: room.mira, name: 'Mira', role: 'reporter' },
      { member: outsider, name: 'Ole', role: 'outsider' },
    ],
    channels: [room.desk, vault, room.mira.directMessage(), outsider.directMessage()],
    examples: [{ title: 'Ferries', text: 'Strait Lines denied it.' }],
    port: 0,
  })
  onTestFinished(async () => {
    await page.close()
    await room.close()
  })
  const act: OpenedPage['act'] = async (member, channel, deed) => {
    const { status, body } = await ask(`${page.url}/api/act`, {
      method: 'POST',
      headers: { origin: page.url, 'content-type': 'application/json' },
      body: JSON.stringify({ account: member.id, channel: channel.id, act: deed }),
    })
    if (status !== 200) throw new Error(`${status} ${JSON.parse(body).error}`)
    return JSON.parse(body)
  }
  return {
    room,
    url: page.url,
    vault,
    outsider,
    act,
    ask,
    state: async (member, channel) =>
      JSON.parse((await ask(`${page.url}/api/state?account=${member.id}&channel=${channel?.id ?? ''}`)).body),
  }
}
