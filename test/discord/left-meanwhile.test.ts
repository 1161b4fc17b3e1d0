import { afterEach, expect, test, vi } from 'vitest'
import { ferryText, type Newsroom, openNewsroom } from './newsroom.ts'

let room: Newsroom
afterEach(() => room.close())

test('a channel that is deleted while its article is being written leaves nothing behind', async () => {
  room = await openNewsroom()
  const channel = room.guild.addChannel({ name: 'court' })
  const { add } = room.library
  const forgotten = vi.spyOn(room.library, 'forgetChannel')
  vi.spyOn(room.library, 'add').mockImplementation(async (addition) => {
    room.guild.deleteChannel(channel)
    await vi.waitFor(() => expect(forgotten).toHaveBeenCalled())
    await forgotten.mock.results[0]!.value
    return add(addition)
  })
  const window = await room.mira.command('claims', {}, { channel })
  await (await room.mira.submit(window, { text: ferryText })).settled(300)
  await vi.waitFor(async () => expect(await room.library.channels(room.guild.id)).toEqual([]))
})
