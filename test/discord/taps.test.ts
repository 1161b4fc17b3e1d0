import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Answer, Member, Message } from '../../src/playground/discord/types.ts'
import { ferryText, type Newsroom, openNewsroom } from './newsroom.ts'

let room: Newsroom
let pasted: Message
const long = Array.from(
  { length: 40 },
  (_, i) => `Ada Osk said that pier number ${i} had moved by ${i} metres overnight.`,
).join(' ')

beforeAll(async () => {
  room = await openNewsroom()
  const window = await room.mira.command('claims', {}, { channel: room.desk })
  pasted = (
    await (await room.mira.submit(window, { text: `Ferry firm under fire\n\n${ferryText}\n\n${long}` })).settled()
  ).message!
})
afterAll(async () => {
  expect(room.discord.violations).toEqual([])
  await room.close()
})

const press = async (label: string, message = pasted, who: Member = room.mira): Promise<Answer> =>
  (await who.press(message, label)).edited()
const open = async () => (await room.mira.command('claims', { open: 'Ferry firm' }, { channel: room.desk })).settled()
const published = async () => {
  room.publish(
    'https://ledger.example/quay',
    'Ilse Marrow said that the quay was sold. Bo Lund denied it.',
    'Quay sold',
  )
  return (
    await (await room.mira.command('claims', { link: 'https://ledger.example/quay' }, { channel: room.desk })).settled()
  ).message!
}

test('More turns the page in place, and the last page leads to the first', async () => {
  const message = (await open()).message!
  await press('More', message)
  expect(message.text).toContain('Page 2 of')
  for (let i = 0; i < 10 && message.buttons.some(({ label }) => label === 'More'); i++) await press('More', message)
  expect(message.text).toContain('The quay at Lowmere is closed')
  await press('First page', message)
  expect(message.text).toContain('### Ferry firm under fire')
})

test('Wording and Text as read turn their pages and lead back', async () => {
  const message = (await open()).message!
  await press('Wording', message)
  expect(message.text).toContain('Each claim as a sentence')
  await press('Later', message)
  expect(message.text).toContain('Page 2 of')
  await press('Earlier', message)
  expect(message.text).toContain('Page 1 of')
  await press('Back to the claims', message)
  await press('Text as read', message)
  expect(message.text).toContain('Strait Lines denied that it had removed lifeboats from its ferries.')
})

test('a claim that is chosen shows its words, who, why; and elsewhere where it stands again', async () => {
  await published()
  room.publish(
    'https://courier.example/quay',
    'Ilse Marrow said that the quay was sold. It rained.',
    'Rain on the quay',
  )
  const message = (
    await (
      await room.mira.command('claims', { link: 'https://courier.example/quay' }, { channel: room.desk })
    ).settled()
  ).message!
  const { customId, options } = message.selects[0]!
  const choice = options.find(({ label }) => label.startsWith('Ilse Marrow'))!
  const answer = await (await room.mira.select(message, customId, [choice.value])).edited()
  const { text } = answer.message!
  expect(text).toContain('> Ilse Marrow __said__ that **the quay was sold**.')
  expect(text).toContain('**Who says it** Ilse Marrow')
  expect(text).toContain('found by “Ilse Marrow” and “said”')
  expect(text).toContain('**Why this label** somebody says it')
  expect(text).toMatch(/\*\*Elsewhere in the library\*\*\n- Ilse Marrow: The quay was sold\. — \*Quay sold\*/)
  await press('Back to the claims', answer.message!)
  expect(answer.message!.text).toContain('### Rain on the quay')
})

test('Share here posts for everybody, and the library links there', async () => {
  const before = room.desk.messages.length
  const shared = await (await room.mira.press((await open()).message!, 'Share here')).settled()
  expect(shared.followUps.map(({ ephemeral }) => ephemeral)).toEqual([false])
  expect(room.desk.messages.length).toBe(before + 1)
  expect(room.desk.messages.at(-1)!.text).toContain('### Ferry firm under fire')
  expect(room.desk.messages.at(-1)!.buttons.find(({ label }) => label === 'Share here')).toMatchObject({
    disabled: true,
  })
})

test('a public page can’t be shared once more, whichever of its pages is turned to', async () => {
  const message = await published()
  const share = () => message.buttons.find(({ label }) => label === 'Share here')
  expect(share()).toMatchObject({ disabled: true })
  await press('Text as read', message)
  await press('Back to the claims', message)
  expect(share()).toMatchObject({ disabled: true })
})

test('every button works after a restart', async () => {
  const message = (await open()).message!
  await room.restart()
  await press('Text as read', message)
  expect(message.text).toContain('Text as read')
})

test('somebody else’s button gives a copy of one’s own; the message stays as it is', async () => {
  const message = await published()
  const text = message.text
  const bo = room.guild.addMember({ name: 'Bo' })
  const answer = await (await bo.press(message, 'Wording')).settled()
  expect(answer).toMatchObject({ kind: 'deferred', ephemeral: true })
  expect(answer.message!.text).toContain('Each claim as a sentence')
  expect(message.text).toBe(text)
  await press('Back to the claims', answer.message!, bo)
  expect(answer.message!.text).toContain('### Quay sold')
})

test.each([
  ['forged', 'v1:claims:../../etc:1:0:1'],
  ['of another version', 'v0:claims:bcdfghjkmn:1:0:1'],
  ['of nobody here', 'delete-everything'],
])('an id that is %s is answered in a sentence', async (_, id) => {
  const answer = await (await room.mira.press(pasted, id, { unchecked: true })).settled()
  expect(answer.ephemeral).toBe(true)
  expect(answer.message!.text).toContain('Expected a button of this version of Hearsay')
})

test('sharing in another’s name is refused', async () => {
  const bo = room.guild.addMember({ name: 'Bo' })
  const share = (await open()).message!.buttons.find(({ label }) => label === 'Share here')!
  const answer = await (await bo.press(pasted, share.customId!, { unchecked: true })).settled()
  expect(answer.message!.text).toContain('Expected who broke the article down, got somebody else.')
})

test('a version, a page and a claim that there aren’t', async () => {
  const id = pasted.buttons.find(({ label }) => label === 'More')!.customId!
  const [scheme, to, entry, , , user] = id.split(':')
  const tap = async (custom: string) =>
    (await (await room.mira.press(pasted, custom, { unchecked: true })).settled()).followUps.at(-1) ?? pasted
  expect((await tap([scheme, to, entry, 99, 0, user].join(':'))).text).toContain(
    'isn’t there any more, or isn’t for you',
  )
  const beyond = await (
    await room.mira.press(pasted, [scheme, to, entry, 1, 999, user].join(':'), { unchecked: true })
  ).edited()
  expect(beyond.message!.text).toMatch(/Page (\d+) of \1/)
})

test('an article that was deleted while its page was open', async () => {
  const message = await published()
  const entry = message.buttons.find(({ label }) => label === 'Wording')!.customId!.split(':')[2]!
  expect(await room.library.remove(room.guild.id, entry)).toBe(true)
  const answer = await room.mira.press(message, 'Wording')
  await answer.followedUp()
  expect([message.text, ...answer.followUps.map(({ text }) => text)].join()).toContain(
    'isn’t there any more, or isn’t for you',
  )
})
