import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Newsroom, openNewsroom } from './newsroom.ts'

let room: Newsroom
beforeAll(async () => {
  room = await openNewsroom()
  room.publish('https://ledger.example/quay', 'Ilse Marrow said that the quay was sold.', 'Quay sold')
})
afterAll(async () => {
  expect(room.discord.violations).toEqual([])
  await room.close()
})

const breakDown = async (message: Awaited<ReturnType<typeof room.mira.post>>) =>
  (await room.mira.menu('Break down claims', message)).settled()
const file = { name: 'story.txt', bytes: new TextEncoder().encode('Bo Lund said that the tide turned.') }

test('a message’s text, for the one who asks; the library links to the message', async () => {
  const post = await room.mira.post(room.desk, 'Ada Osk denied that the pier had fallen.')
  const answer = await breakDown(post)
  expect(answer.ephemeral).toBe(true)
  expect(answer.message!.text).toContain('Ada Osk denies that the pier had fallen.')
  const { found } = await room.library.who(
    { guild: room.guild.id, channels: new Set([room.desk.id]) },
    { words: 'pier fallen', page: 0, size: 1 },
  )
  expect(found[0]!.version.link).toContain(`/${room.desk.id}/${post.id}`)
})

test('its link, in the channel; words that only introduce it are left out', async () => {
  const answer = await breakDown(
    await room.mira.post(room.desk, 'look at this one: <https://ledger.example/quay>, wow'),
  )
  expect(answer.ephemeral).toBe(false)
  expect(answer.message!.text).toContain('### Quay sold')
})

test('its file', async () => {
  const answer = await breakDown(await room.mira.post(room.desk, 'see attached', { attachments: [file] }))
  expect(answer.message!.text).toContain('Bo Lund: The tide turned.')
})

test('those of the message it replies to', async () => {
  const first = await room.mira.post(room.desk, '', { attachments: [file] })
  const answer = await breakDown(await room.mira.post(room.desk, 'hm?', { replyTo: first }))
  expect(answer.message!.text).toContain('Bo Lund: The tide turned.')
})

test('a message with nothing in it is a sentence', async () => {
  const answer = await breakDown(await room.mira.post(room.desk, 'hm?'))
  expect(answer.message!.text).toContain(
    'Expected a message with the text of an article, a link to one, or a file, got none of these.',
  )
})
