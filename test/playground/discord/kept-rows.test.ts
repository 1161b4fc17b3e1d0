import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { openPage } from '../../../src/playground/page/server.ts'
import type { ShownState } from '../../../src/playground/page/types.ts'
import { bytesOf, folder, type Run, run, seenBy, statement } from './restart.ts'

async function shownTo({ loopback, desk, mira }: Run): Promise<{ status: number; state: ShownState }> {
  const accounts = [{ member: mira, name: 'Mira', role: 'reporter' }]
  const page = await openPage({
    discord: loopback,
    guild: desk.guild,
    accounts,
    channels: [desk],
    examples: [],
    port: 0,
  })
  onTestFinished(() => page.close())
  const answer = await fetch(`${page.url}/api/state?account=${mira.id}&channel=${desk.id}`)
  return { status: answer.status, state: (await answer.json()) as ShownState }
}

const set = (path: string, json: string): string => `raw = json_set(raw, '$.${path}', json('${json}'))`
const component = (json: string): string => set('components', `[{"type":17,"components":[${json}]}]`)

it.each([
  ['raw that is no JSON', "raw = '{'"],
  ['raw that is nothing', "raw = 'null'"],
  ['another id', set('id', '"1100000000000000099"')],
  ['an id that isn’t digits', `id = 'abc', ${set('id', '"abc"')}`],
  ['an id beyond all clocks', `id = '${'9'.repeat(40)}', ${set('id', `"${'9'.repeat(40)}"`)}`],
  ['a channel that isn’t digits', set('channel_id', '"desk"')],
  ['no flags', set('flags', 'null')],
  ['no author', set('author', 'null')],
  ['a numbered author', set('author.username', '5')],
  ['an attachment of nothing', set('attachments', '[null]')],
  ['an attachment without an address', set('attachments', '[{"id":"5","filename":"a"}]')],
  ['an embed of nothing', set('embeds', '[null]')],
  ['an embed with fields of nothing', set('embeds', '[{"fields":[null]}]')],
  ['a mention of nothing', set('mentions', '[null]')],
  ['a reply to a list', set('message_reference', '{"message_id":[]}')],
  ['a component of nothing', set('components', '[null]')],
  ['a component without a type', set('components', '[{}]')],
  ['a nested component of nothing', component('null')],
  ['a text that is a number', component('{"type":10,"content":5}')],
  ['a gallery of a number', component('{"type":12,"items":5}')],
  ['a gallery without addresses', component('{"type":12,"items":[{"media":null}]}')],
  ['a file without an address', component('{"type":13,"file":{}}')],
  ['a select of nothing', component('{"type":1,"components":[{"type":3,"options":[null]}]}')],
  ['a section beside nothing', component('{"type":9,"components":[],"accessory":5}')],
  [
    'components in components without end',
    set('components', `${'[{"type":17,"components":'.repeat(99)}[]${'}]'.repeat(99)}`),
  ],
  ['notifications that are no JSON', "notified = ''"],
  ['notifications of things', "notified = '[{}]'"],
])('leaves out a message with %s, says so, and shows the rest', async (_, change) => {
  const file = join(folder(), 'chat.sqlite')
  const first = await run(file)
  first.mira.post(first.desk, 'First.')
  const { id } = first.mira.post(first.desk, 'Spoilt.', { attachments: [{ name: 'a.txt', bytes: bytesOf('a') }] })
  first.mira.post(first.desk, 'Last.')
  await first.loopback.close()
  statement(file, `UPDATE messages SET ${change} WHERE id = '${id}'`)

  const second = await run(file)
  expect(second.remarks).toEqual([
    `Expected the chat that was kept in ${file}, got 1 message in it that can't be read. The rest is there; delete the file to begin anew.`,
  ])
  const { status, state } = await shownTo(second)
  expect([status, state.messages?.map(({ raw }) => raw.content)]).toEqual([200, ['First.', 'Last.']])
  second.mira.post(second.desk, 'Newer.')
  await second.loopback.close()
  expect(seenBy(second.mira, (await run(file)).desk)).toEqual(['Mira: First.', 'Mira: Last.', 'Mira: Newer.'])
})
