import { afterAll, beforeAll, expect, test } from 'vitest'
import { ferryText, type Newsroom, openNewsroom } from './newsroom.ts'

let room: Newsroom
beforeAll(async () => {
  room = await openNewsroom()
})
afterAll(async () => {
  expect(room.discord.violations).toEqual([])
  await room.close()
})

test('/claims without an option opens the window; the paste answers its writer only', async () => {
  const { mira, desk } = room
  const window = await mira.command('claims', {}, { channel: desk })
  expect(window.kind).toBe('modal')
  expect(window.modal!.inputs.map(({ customId }) => customId)).toEqual(['text', 'more', 'rest', 'file'])
  const answer = await (await mira.submit(window, { text: `Ferry firm under fire\n\n${ferryText}` })).settled()
  expect(answer.ephemeral).toBe(true)
  expect(answer.message!.text).toContain('### Ferry firm under fire')
  expect(answer.message!.text).toContain('The union alleges: Strait Lines had sold two ships.')
})
