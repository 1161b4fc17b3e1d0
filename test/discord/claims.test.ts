import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { ferryText, type Newsroom, openNewsroom } from './newsroom.ts'

let room: Newsroom
beforeAll(async () => {
  room = await openNewsroom()
})
afterAll(async () => {
  expect(room.discord.violations).toEqual([])
  await room.close()
})

const file = (name: string, text: string) => ({ name, bytes: new TextEncoder().encode(text) })
const window = () => room.mira.command('claims', {}, { channel: room.desk })
const paste = async (values: Parameters<typeof room.mira.submit>[1]) =>
  (await room.mira.submit(await window(), values)).settled()

describe('/claims without an option', () => {
  test('opens the window; the paste answers its writer only', async () => {
    const opened = await window()
    expect(opened.kind).toBe('modal')
    expect(opened.modal!.inputs.map(({ customId }) => customId)).toEqual(['text', 'more', 'rest', 'file'])
    const answer = await paste({ text: `Ferry firm under fire\n\n${ferryText}` })
    expect(answer).toMatchObject({ kind: 'deferred', ephemeral: true })
    expect(answer.message!.text).toContain('### Ferry firm under fire')
    expect(answer.message!.text).toContain('The union alleges: Strait Lines had sold two ships.')
    expect(room.desk.messages).toEqual([])
  })

  test('the same paste again is known: nothing is kept twice', async () => {
    const before = await room.library.counts({ guild: room.guild.id, channels: new Set([room.desk.id]) })
    const answer = await paste({ text: `Ferry firm under fire\n\n${ferryText}` })
    expect(answer.message!.text).toContain(`This very text was broken down here before, by <@${room.mira.id}> on `)
    expect(await room.library.counts({ guild: room.guild.id, channels: new Set([room.desk.id]) })).toEqual(before)
  })

  test('a field that is full goes on in the next within a word; the last that is full is asked about', async () => {
    const whole = `${'Ada Osk said the quay moved. '.repeat(137)}On Tuesday Zeb Quill alleged that Strait Lines had lied.`
    const answer = await paste({ text: whole.slice(0, 4000), more: whole.slice(4000) })
    expect(answer.message!.text).toContain('Zeb Quill alleges: Strait Lines had lied')
    expect(answer.message!.text).not.toContain('was the paste cut')
    const cut = await paste({ text: 'Bo Lund said the pier fell. '.repeat(200).slice(0, 4000) })
    expect(cut.message!.text).toContain('was the paste cut there?')
    const again = await room.mira.press(cut.message!, 'Paste again')
    expect(again.kind).toBe('modal')
  })

  test('a file in the window is read; with a text beside it the text is, and that is said', async () => {
    const answer = await paste({ file: [file('story.txt', 'Ilse Marrow said that the lighthouse was sold.')] })
    expect(answer.message!.text).toContain('Ilse Marrow: The lighthouse was sold.')
    const both = await paste({ text: 'Jon Reed said that the lock broke.', file: [file('a.txt', 'Other words.')] })
    expect(both.message!.text).toContain('Jon Reed: The lock broke.')
    expect(both.message!.text).toContain('The file was left out')
  })

  test('an empty window says what was expected', async () => {
    const answer = await paste({ text: '   ' })
    expect(answer.message!.text).toBe(
      'Expected a text or a file, got neither. Paste the article’s text, or attach a file.',
    )
    expect(answer.ephemeral).toBe(true)
  })

  test('a window sent twice is answered twice and kept once', async () => {
    const opened = await window()
    const text = 'Tam Oye said that the harbour office closed.'
    const [one, two] = await Promise.all([
      room.mira.submit(opened, { text }, { unchecked: true }),
      room.mira.submit(opened, { text }, { unchecked: true }),
    ])
    for (const answer of [one, two])
      expect((await answer.settled()).message!.text).toContain('Tam Oye: The harbour office closed.')
    const { total } = await room.library.who(
      { guild: room.guild.id, channels: new Set([room.desk.id]) },
      { words: 'harbour office closed', page: 0, size: 25 },
    )
    expect(total).toBe(1)
  })
})

describe('/claims link', () => {
  const url = 'https://ledger.example/news/ferry'

  test('answers in the channel, and the library knows where', async () => {
    room.publish(url, ferryText, 'Ferry firm under fire')
    const answer = await (await room.mira.command('claims', { link: url }, { channel: room.desk })).settled()
    expect(answer.ephemeral).toBe(false)
    expect(room.desk.messages.at(-1)!.text).toContain('Ferry firm under fire')
    // The library hears of the answer once it is there.
    await vi.waitFor(async () => {
      const { entries } = await room.library.articles({ guild: room.guild.id, channels: new Set([room.desk.id]) }, 0, 1)
      expect(entries[0]!.versions[0]!.link).toMatch(
        new RegExp(`/${room.guild.id}/${room.desk.id}/${answer.message!.id}$`),
      )
    })
  })

  test('another text at the address is a version, and what hardened stands on top', async () => {
    room.publish(url, ferryText.replace('The union alleged that Strait Lines', 'Strait Lines'), 'Ferry firm under fire')
    const answer = await (await room.mira.command('claims', { link: url }, { channel: room.desk })).settled()
    expect(answer.message!.text).toContain('version 2')
    expect(answer.message!.text).toMatch(/\*\*Changed since version 1\*\*\n- \*\*(?:Hardened|Source dropped)\*\*/)
  })

  test('a link that gives nothing is a sentence', async () => {
    const answer = await (
      await room.mira.command('claims', { link: 'https://gone.example/' }, { channel: room.desk })
    ).settled()
    expect(answer.message!.text).toBe('Expected a page, got none. Check the link.')
  })
})

describe('/claims file', () => {
  test('reads Discord’s own message.txt, for the one who asks', async () => {
    const attached = file('message.txt', 'Orla Benn admitted that the tide gauge was wrong.')
    const answer = await (await room.mira.command('claims', { file: attached }, { channel: room.desk })).settled()
    expect(answer.ephemeral).toBe(true)
    expect(answer.message!.text).toContain('Orla Benn admits: The tide gauge was wrong.')
  })

  test.each([
    ['a picture', { name: 'quay.png', bytes: new Uint8Array(2000), contentType: 'image/png' }, 'got a picture'],
    [
      'what is larger than it may be',
      { name: 'all.txt', bytes: new Uint8Array(6 * 1024 * 1024).fill(65) },
      'at most 5 MB',
    ],
    ['an empty file', file('empty.txt', ''), 'got no word'],
  ])('turns away %s in a sentence', async (_, attached, expected) => {
    const answer = await (await room.mira.command('claims', { file: attached }, { channel: room.desk })).settled()
    expect(answer.message!.text).toContain(expected)
  })

  test('one that vanished meanwhile', async () => {
    const before = await room.mira.post(room.desk, '', {
      attachments: [file('gone.txt', 'Ada Osk said the quay moved on.')],
    })
    room.discord.loseAttachments()
    const answer = await (await room.mira.menu('Break down claims', before)).settled()
    expect(answer.message!.text).toBe('Expected the attached file, got the answer that it is gone. Attach it again.')
  })
})

describe('/claims open', () => {
  test('by a headline that was chosen from the list', async () => {
    const choices = await room.mira.autocomplete('claims', 'open', 'ferry fi', { channel: room.desk })
    expect(choices[0]!.name).toMatch(/^Ferry firm under fire · /)
    const answer = await (
      await room.mira.command('claims', { open: choices[0]!.value }, { channel: room.desk })
    ).settled()
    expect(answer).toMatchObject({ ephemeral: true })
    expect(answer.message!.text).toContain('### Ferry firm under fire')
  })

  test('by a claim’s id, and by words that nobody chose', async () => {
    const { found } = await room.library.who(
      { guild: room.guild.id, channels: new Set([room.desk.id]) },
      { words: 'tide gauge', page: 0, size: 1 },
    )
    const { id } = found[0]!.claim
    const [choice] = await room.mira.autocomplete('claims', 'open', id, { channel: room.desk })
    expect(choice).toMatchObject({ value: `${found[0]!.entry.id}/${id}`, name: expect.stringContaining(`claim ${id}`) })
    const claim = await (await room.mira.command('claims', { open: id }, { channel: room.desk })).settled()
    expect(claim.message!.text).toContain('> Orla Benn __admitted__ that **the tide gauge was wrong**.')
    const typed = await (await room.mira.command('claims', { open: 'Ferry firm' }, { channel: room.desk })).settled()
    expect(typed.message!.text).toContain('### Ferry firm under fire')
  })

  test('what isn’t there, and two options at once', async () => {
    const none = await (
      await room.mira.command('claims', { open: 'lighthouse keepers strike' }, { channel: room.desk })
    ).settled()
    expect(none.message!.text).toContain('got none of that name')
    const two = await room.mira.command('claims', { open: 'a', link: 'https://a.example' }, { channel: room.desk })
    expect((await two.settled()).message!.text).toBe(
      'Expected one of link, file and open, got 2 of them. Give one, or none to paste a text.',
    )
  })
})
