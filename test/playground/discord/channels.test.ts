import { PermissionFlagsBits, Routes } from 'discord.js'
import { expect, it } from 'vitest'
import { newsroom } from './newsroom.ts'

it('posts, edits, fetches and deletes messages in a channel', async () => {
  const { loopback, guild, desk, mira, logIn } = await newsroom()
  const client = await logIn()
  const channel = await client.channels.fetch(desk.id)
  if (!channel?.isSendable()) throw new Error('Expected a channel to write in.')
  const asked = mira.post(desk, 'Is it true?')
  const sent = await channel.send({ content: 'First.', reply: { messageReference: asked.id } })
  await sent.edit('Second.')
  expect(desk.messages.map(({ text, author }) => ({ text, author }))).toEqual([
    { text: 'Is it true?', author: 'Mira' },
    { text: 'Second.', author: 'Hearsay' },
  ])
  expect((await channel.messages.fetch(asked.id)).content).toBe('Is it true?')
  expect((await sent.fetchReference()).id).toBe(asked.id)
  expect((await channel.messages.fetch({ limit: 10 })).map(({ content }) => content)).toEqual([
    'Second.',
    'Is it true?',
  ])
  await sent.delete()
  await expect(sent.edit('Third.')).rejects.toMatchObject({ status: 404, code: 10008 })
  await expect(client.rest.get(Routes.channelMessage(desk.id, sent.id))).rejects.toMatchObject({ code: 10008 })
  await expect(
    client.rest.patch(Routes.channelMessage(desk.id, asked.id), { body: { content: 'No.' } }),
  ).rejects.toMatchObject({
    status: 403,
    code: 50005,
  })
  await expect(client.rest.delete(Routes.channelMessage(desk.id, asked.id))).rejects.toMatchObject({ code: 50013 })
  await expect(channel.send({ content: '' })).rejects.toMatchObject({ status: 400, code: 50006 })
  await expect(channel.send({ content: 'a'.repeat(2001) })).rejects.toMatchObject({ status: 400, code: 50035 })
  expect(guild.channels).toEqual([desk])
  expect(loopback.requests.filter(({ status }) => status === 204).map(({ method }) => method)).toEqual(['DELETE'])
})

it('tells who is really notified', async () => {
  const { guild, desk, mira, logIn } = await newsroom()
  const client = await logIn()
  const post = (content: string, allowed?: object): Promise<unknown> =>
    client.rest.post(Routes.channelMessages(desk.id), {
      body: { content, ...(allowed && { allowed_mentions: allowed }) },
    })
  const said = `<@${mira.id}> @everyone`
  await post(said)
  await post(said, { parse: [] })
  await post(said, { parse: [], users: [mira.id] })
  await post(`\\<@${mira.id}> \`@everyone\``)
  desk.botMay({ MentionEveryone: true })
  await post(said)
  await post(said, { parse: ['users'] })
  expect(desk.messages.map(({ mentions }) => mentions)).toEqual([
    ['Mira'],
    [],
    ['Mira'],
    [],
    ['Mira', '@everyone'],
    ['Mira'],
  ])
  const chief = guild.addMember({ name: 'Chief', permissions: ['MentionEveryone'] })
  expect(mira.post(desk, '@here').mentions).toEqual([])
  expect(chief.post(desk, '@here').mentions).toEqual(['@everyone'])
  const roles = client.guilds.cache.get(guild.id)?.roles.cache
  await expect
    .poll(() => roles?.some(({ permissions }) => permissions.has(PermissionFlagsBits.MentionEveryone)))
    .toBe(true)
})
