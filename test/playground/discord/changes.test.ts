import { expect, it } from 'vitest'
import type { Happening } from '../../../src/playground/discord/types.ts'
import { newsroom } from './newsroom.ts'

it('tells of events and of answered requests, until nobody listens any more', async () => {
  const { loopback, desk, mira, logIn } = await newsroom()
  const heard: Happening[] = []
  const end = loopback.onChange((happening) => heard.push(happening))
  await logIn()
  mira.post(desk, 'The ferry is late.')
  const gatewayAsked = heard.find((one) => one.kind === 'request' && one.request.path === '/gateway/bot')
  expect(gatewayAsked).toMatchObject({ request: { method: 'GET', status: 200 } })
  expect(heard.at(-1)).toMatchObject({ kind: 'event', event: 'MESSAGE_CREATE', data: { channel_id: desk.id } })
  end()
  const before = heard.length
  mira.post(desk, 'It left.')
  expect(heard).toHaveLength(before)
})
