import { expect, it } from 'vitest'
import { ferryText } from '../../discord/newsroom.ts'
import { ask, openedPage } from './page.ts'

it('takes an article from the window to a breakdown with buttons that can be pressed', async () => {
  const { room, act, state } = await openedPage()
  const { mira, desk } = room
  const opened = await act(mira, desk, { kind: 'command', name: 'claims', options: {} })
  expect(opened).toMatchObject({ kind: 'modal', modal: { raw: { title: 'Break down claims' } } })
  await act(mira, desk, { kind: 'submit', modal: opened.modal!.key, values: { text: ferryText } })
  await expect.poll(async () => (await state(mira, desk)).messages.at(-1)?.loading).toBe(false)
  const [message] = (await state(mira, desk)).messages
  expect(message).toMatchObject({ bot: true, ephemeral: true })
  expect(JSON.stringify(message!.raw.components)).toMatch(/Strait Lines/)
  const button = desk.messagesFor(mira)[0]!.buttons.find(({ disabled }) => !disabled)!
  expect((await act(mira, desk, { kind: 'press', message: message!.id, id: button.customId })).kind).not.toBe('none')
})

it('takes a file, offers what the bot knows, and asks about a message by its menu', async () => {
  const { room, act, state } = await openedPage()
  const { mira, desk } = room
  const file = { name: 'ferry.txt', base64: Buffer.from(ferryText).toString('base64') }
  await act(mira, desk, { kind: 'command', name: 'claims', options: { file } })
  await expect.poll(async () => (await state(mira, desk)).messages.at(-1)?.loading).toBe(false)
  const { choices } = await act(mira, desk, {
    kind: 'autocomplete',
    name: 'claims',
    option: 'open',
    typed: '',
    others: {},
  })
  expect(choices.length).toBeGreaterThan(0)
  await act(mira, desk, { kind: 'post', content: ferryText, files: [file] })
  const posted = (await state(mira, desk)).messages.find(({ bot }) => !bot)!
  expect(posted.raw.attachments.map(({ filename }) => filename)).toEqual(['ferry.txt'])
  const asked = await act(mira, desk, { kind: 'menu', message: posted.id, name: 'Break down claims' })
  expect(['deferred', 'message']).toContain(asked.kind)
})

it('says before sending what was wrong with a command', async () => {
  const { room, outsider, act } = await openedPage()
  const { mira, desk } = room
  const command = (name: string, options: Record<string, string>) => act(mira, desk, { kind: 'command', name, options })
  await expect(command('nothing', {})).rejects.toThrow(/400 Expected one of the registered commands/)
  await expect(command('claims', { colour: 'red' })).rejects.toThrow(/400 Expected one of the options/)
  await expect(command('claims', { file: 'words' })).rejects.toThrow(/400/)
  const opened = await act(mira, desk, { kind: 'command', name: 'claims', options: {} })
  const key = opened.modal!.key
  const sent = act(mira, desk, { kind: 'submit', modal: key, values: { text: 'x'.repeat(4001) } })
  await expect(sent).rejects.toThrow(/400 Expected 0 to 4000 characters/)
  await expect(act(outsider, desk, { kind: 'submit', modal: key, values: {} })).rejects.toThrow(/404/)
})

it('takes channels that the account sees, and tells of another no more than of none', async () => {
  const { room, vault, outsider, act } = await openedPage()
  const { discord, mira, desk } = room
  const thread = room.guild.addChannel({ name: 'lifeboats', kind: 'private-thread', parent: desk, viewers: [mira] })
  const options = [{ type: 7, name: 'where', description: 'Where' }]
  await fetch(`${discord.apiUrl}/v10/applications/${discord.applicationId}/commands`, {
    method: 'PUT',
    headers: { authorization: `Bot ${discord.token}`, 'content-type': 'application/json' },
    body: JSON.stringify([{ name: 'look', description: 'Looks', options }]),
  })
  const look = (member: typeof mira, where: string) =>
    act(member, desk, { kind: 'command', name: 'look', options: { where } })
  for (const where of ['desk', '#vault', vault.id, 'lifeboats', thread.id])
    await expect(look(mira, where)).resolves.toBeTruthy()
  await expect(look(outsider, '#desk')).resolves.toBeTruthy()
  const none = 'Expected an option of type 7 for where, got type 3.'
  for (const where of ['nowhere', 'vault', vault.id, 'lifeboats', thread.id])
    await expect(look(outsider, where)).rejects.toThrow(none)
})

it('mends a file’s name that holds half a character', async () => {
  const { room, act, state, url } = await openedPage()
  const { mira, desk } = room
  await act(mira, desk, { kind: 'post', content: '', files: [{ name: 'half \ud83d.txt', base64: 'QUJD' }] })
  const [file] = (await state(mira, desk)).messages[0]!.raw.attachments
  expect(file?.filename).toBe('half_\ufffd.txt')
  expect(await ask(url + file!.url)).toMatchObject({ status: 200, body: 'ABC' })
})

it('tells a page that waits that something changed', async () => {
  const { room, url } = await openedPage()
  const response = await fetch(`${url}/api/events`)
  const reader = response.body!.getReader()
  const heard = async (): Promise<string> => new TextDecoder().decode((await reader.read()).value)
  expect(await heard()).toMatch(/^retry:/)
  room.mira.post(room.desk, 'Hello')
  expect(await heard()).toBe('data: changed\n\n')
  await reader.cancel()
})
