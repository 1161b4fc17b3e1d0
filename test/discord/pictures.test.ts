import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Answer, Member, Message } from '../../src/playground/discord/types.ts'
import { ferryText, type Newsroom, openNewsroom } from './newsroom.ts'

let room: Newsroom
let long: Message
let short: Message

beforeAll(async () => {
  room = await openNewsroom()
  const many = Array.from({ length: 60 }, (_, i) => `Bo Lund said that pier number ${i} had moved.`).join(' ')
  long = await pasted(`Ferry firm under fire\n\n${ferryText}\n\n${many}`)
  short = await pasted('The harbour office said that the quay was closed.')
})
afterAll(async () => {
  expect(room.discord.violations).toEqual([])
  await room.close()
})

async function pasted(text: string): Promise<Message> {
  const window = await room.mira.command('claims', {}, { channel: room.desk })
  return (await (await room.mira.submit(window, { text })).settled()).message!
}
const press = async (label: string, message: Message, who: Member = room.mira): Promise<Answer> =>
  (await who.press(message, label)).edited()
const labelsOf = ({ buttons }: Message): readonly string[] => buttons.map(({ label }) => label)
const isPng = (bytes: Uint8Array | undefined): boolean =>
  Buffer.from(bytes ?? [])
    .subarray(1, 4)
    .toString() === 'PNG'

test('More leads to the annotated article, a picture and a page, and back without them', async () => {
  await press('More', long)
  await press('Annotated article', long)
  expect(long.text).toContain('**Annotated article** · Ferry firm under fire')
  const page = long.files.at(-1)
  const pictures = long.files.slice(0, -1)
  expect(pictures.length).toBeGreaterThan(1)
  for (const [i, { name, bytes }] of pictures.entries()) {
    expect(name).toMatch(new RegExp(`^annotated-\\w+-${i + 1}\\.png$`))
    expect(isPng(bytes)).toBe(true)
  }
  expect(page!.name).toMatch(/^annotated-\w+\.html$/)
  expect(Buffer.from(page!.bytes).toString()).toContain('<h1 dir="auto">Ferry firm under fire</h1>')
  const described = long.raw.attachments.map(({ description }) => description)
  for (const one of described.slice(0, -1)) expect(one).toContain('What the article says, not whether it is true.')
  expect(described.at(-1)).toBe('The annotated article as a page')
  await press('Back to the claims', long)
  expect(long.text).toContain('### Ferry firm under fire')
  expect(long.raw.attachments).toEqual([])
})

test('who said what is drawn where three sources speak', async () => {
  await press('More', long)
  await press('Who said what', long)
  expect(long.files.map(({ name }) => name)).toHaveLength(9)
  expect(long.files[8]!.name).toMatch(/^who-said-what-\w+-9\.png$/)
  expect(long.text).toContain('There are more claims than the drawings have room for.')
  await press('Annotated article', long)
  expect(long.files.at(-1)!.name).toMatch(/\.html$/)
  await press('Back to the claims', long)
})

test('where all claims stand on one page, More leads to the pictures alone', async () => {
  await press('More', short)
  expect(short.text).toContain('All its claims stand on the first page.')
  expect(labelsOf(short)).toEqual(['Back to the claims', 'Annotated article'])
  await press('Annotated article', short)
  expect(isPng(short.files[0]?.bytes)).toBe(true)
  await press('Back to the claims', short)
  expect(short.text).toContain('1** Attributed')
})

test('one claim is marked in its place, and leads back to itself', async () => {
  const { customId, options } = long.selects[0]!
  const opened = (await (await room.mira.select(long, customId, [options[0]!.value])).edited()).message!
  const words = opened.text
  await press('Picture of it', opened)
  const name = `claim-${options[0]!.value}`
  expect(opened.files.map((one) => one.name)).toEqual([`${name}.png`, `${name}.html`])
  expect(
    Buffer.from(opened.files[1]!.bytes)
      .toString()
      .match(/<sup class="mark/g),
  ).toHaveLength(1)
  expect(opened.raw.attachments[0]!.description).toContain('One claim in its place')
  await press('Back to the claim', opened)
  expect(opened.text).toBe(words)
  expect(opened.raw.attachments).toEqual([])
  await press('Back to the claims', opened)
})

test('who taps another’s message gets a picture of their own', async () => {
  const shared = (await (await room.mira.press(long, 'Share here')).settled()).followUps[0]!
  await press('More', shared, room.mira)
  const bo = room.guild.addMember({ name: 'Bo' })
  const answer = await (await bo.press(shared, 'Annotated article')).settled()
  expect(answer).toMatchObject({ kind: 'deferred', ephemeral: true })
  expect(isPng(answer.message!.files[0]?.bytes)).toBe(true)
  expect(shared.raw.attachments).toEqual([])
})

test('the annotated article is shared with the channel, files and all, and can’t be shared once more', async () => {
  await press('More', long)
  await press('Annotated article', long)
  const before = room.desk.messages.length
  const shared = await (await room.mira.press(long, 'Share here')).followedUp()
  expect(room.desk.messages.length).toBe(before + 1)
  const [posted] = shared.followUps
  expect(posted!.ephemeral).toBe(false)
  expect(posted!.files.map(({ name }) => name)).toEqual(long.files.map(({ name }) => name))
  expect(labelsOf(posted!)).not.toContain('Share here')
  await expect.poll(() => labelsOf(long)).not.toContain('Share here')
  expect(long.raw.attachments).toHaveLength(posted!.files.length)
  await press('Who said what', long)
  const drawn = await (await room.mira.press(long, 'Share here')).followedUp()
  expect(drawn.followUps[0]!.files[0]!.name).toMatch(/^who-said-what-/)
  await press('Back to the claims', long)
})

test('a picture of an article is shared in its own channel only, by who broke it down', async () => {
  const other = room.guild.addChannel({ name: 'other' })
  const opened = await (await room.mira.command('claims', { open: 'Ferry firm' }, { channel: other })).settled()
  await press('More', opened.message!)
  await press('Annotated article', opened.message!)
  expect(labelsOf(opened.message!)).not.toContain('Share here')
  const entry = /annotated-(\w+)-1\.png/.exec(opened.message!.files[0]!.name)![1]
  const forged = `v1:share-annotated:${entry}:1:0:${room.mira.id}`
  const refused = await (await room.mira.press(opened.message!, forged, { unchecked: true })).followedUp()
  expect(refused.followUps[0]!.text).toContain('Share it there')
  const bo = room.guild.addMember({ name: 'Bob' })
  const foreign = await (await bo.press(long, forged, { unchecked: true })).settled()
  expect(foreign.message!.text).toContain('Expected who broke the article down')
})

test('a drawing that fails is told in a sentence; the message stays as it is', async () => {
  const broken = await openNewsroom({
    parts: {
      pictures: {
        annotated: () => Promise.reject(new Error('Northern Lantern')),
        claim: () => Promise.reject(new Error('Northern Lantern')),
        whoSaidWhat: async () => [],
      },
    },
  })
  const window = await broken.mira.command('claims', {}, { channel: broken.desk })
  const message = (await (await broken.mira.submit(window, { text: ferryText })).settled()).message!
  await (await broken.mira.press(message, 'More')).edited()
  const answer = await (await broken.mira.press(message, 'Annotated article')).followedUp()
  expect(answer.followUps[0]!.text).toContain('Something went wrong in Hearsay itself.')
  expect(broken.log.join('\n')).not.toContain('Lantern')
  const drawing = await (await broken.mira.press(message, 'Who said what')).followedUp()
  expect(drawing.followUps[0]!.text).toContain('Expected')
  expect(labelsOf(message)).toContain('Annotated article')
  await broken.close()
})
