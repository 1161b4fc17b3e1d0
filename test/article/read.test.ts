import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { readBytes, readFile, readHtml, readPage, readText } from '../../src/article/read.ts'
import { makeDocx, makePdf } from './made-files.ts'

const folder = mkdtempSync(join(tmpdir(), 'hearsay-'))
afterAll(() => rmSync(folder, { recursive: true }))
function file(name: string, content: string | Uint8Array): string {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}

const sentence = 'The bridge over the Fern will open in June, the mayor of Fernhill said on Monday.'
const turnedAway = (message: RegExp) => ({ name: 'InputError', message: expect.stringMatching(message) })

describe('text', () => {
  test.each([
    ['nothing', '', /got no words/],
    ['white space and signs', ' \n\u0000 … \u200b', /got no words/],
    ['one word', 'Bridge', /got one word/],
    ['two words', 'Bridge opens', /got 2 words/],
    ['nothing but quotation marks', '“”"\'‘’'.repeat(100), /got no words/],
    ['one very long word', 'a'.repeat(100_000), /got one word/],
    ['too much', 'a'.repeat(5 * 1024 * 1024 + 1), /at most 5 MB/],
  ])('%s is turned away', async (_, text, message) => {
    await expect(readText(text)).rejects.toMatchObject(turnedAway(message))
  })

  test('of 5 MB is read', async () => {
    const text = `${sentence} `.repeat(70_000).slice(0, 5 * 1024 * 1024)
    expect((await readText(text)).article.text).toHaveLength(text.trim().length)
  })

  test('in another language is read with a remark, and English without', async () => {
    const french =
      'Le pont sur la Fern ouvrira en juin, a déclaré lundi la maire de Fernhill, deux ans après la date annoncée.'
    expect((await readText(french)).remarks).toEqual([
      'This text is in French; Hearsay reads English, so only what can be is broken down.',
    ])
    expect((await readText(sentence)).remarks).toEqual([])
  })

  test('with NULs, lone surrogates, Hebrew and emoji keeps what can be kept', async () => {
    const { article } = await readText('The ma\u0000yor \ud83d said: “ראש העיר” 👩‍👩‍👧')
    expect(article.text).toBe('The mayor \ufffd said: “ראש העיר” 👩‍👩‍👧')
  })

  test('gives its first line as headline, unless one is given', async () => {
    const text = `Bridge will open in June\n\n${sentence}\n\nShe gave no reason.`
    expect((await readText(text)).article).toMatchObject({
      title: 'Bridge will open in June',
      text: `${sentence}\n\nShe gave no reason.`,
    })
    expect((await readText(text, { title: null })).article.title).toBeNull()
    expect((await readText(text, { title: 'Bridge will open in June' })).article.text).toBe(
      `${sentence}\n\nShe gave no reason.`,
    )
  })
})

describe('files', () => {
  test.each([
    ['text', 'a.txt', sentence],
    [
      'Markdown',
      'a.md',
      `# Bridge\n\nThe **bridge** over the [Fern](https://fern.example) will open in June, the mayor of Fernhill said on Monday.`,
    ],
    ['HTML', 'a.html', `<html><body><article><p>${sentence}</p></article></body></html>`],
    ['PDF', 'a.PDF', makePdf([[{ text: sentence, y: 700 }]])],
    ['Word', 'a.docx', makeDocx([[sentence]])],
    ['text in UTF-16', 'b.txt', Buffer.from(`\ufeff${sentence}`, 'utf16le')],
  ])('%s', async (_, name, content) => {
    expect((await readFile(file(name, content))).article.text).toBe(sentence)
  })

  test.each([
    [
      'a binary file as text',
      'c.txt',
      Buffer.from(Array.from({ length: 500 }, (_, i) => (i * 7) % 256)),
      /a binary file named c\.txt/,
    ],
    [
      'a picture as text',
      'd.txt',
      Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
      /a PNG picture named d\.txt/,
    ],
    ['a PDF as text', 'e.txt', makePdf([[{ text: sentence, y: 700 }]]), /a PDF named e\.txt/],
    ['text as a PDF', 'f.pdf', sentence, /damaged or no PDF/],
    ['text as a Word file', 'g.docx', sentence, /damaged or no Word file/],
    ['an ending nobody reads', 'h.xlsx', sentence, /ends in \.xlsx/],
    ['an empty file', 'i.txt', '', /got no words/],
    ['too large a file', 'j.txt', Buffer.alloc(5 * 1024 * 1024 + 1, 'a'), /at most 5 MB/],
    ['Markdown that is nested without end', 'k.md', '> '.repeat(20_000), /nested too deep/],
    [
      'a Word file that unpacks to more text than is read',
      'l.docx',
      makeDocx([['word '.repeat(1_100_000)]]),
      /at most 5 MB/,
    ],
  ])('%s is turned away', async (_, name, content, message) => {
    await expect(readFile(file(name, content))).rejects.toMatchObject(turnedAway(message))
  })

  test('that aren’t there, are a folder or may not be opened', async () => {
    await expect(readFile(join(folder, 'none.txt'))).rejects.toMatchObject(turnedAway(/which isn't there/))
    await expect(readFile(folder)).rejects.toMatchObject(turnedAway(/which is a folder/))
    const locked = file('locked.txt', sentence)
    chmodSync(locked, 0)
    // The superuser opens anything.
    if (process.getuid?.() !== 0) await expect(readFile(locked)).rejects.toMatchObject(turnedAway(/may not be opened/))
  })

  test('called text that start as a page are read as one', async () => {
    const page = `\n<!DOCTYPE html><html><body><article><p>${sentence}</p></article></body></html>`
    expect((await readFile(file('m.txt', page))).article.text).toBe(sentence)
    expect((await readBytes(Buffer.from(page), { type: 'text/plain' })).article.text).toBe(sentence)
    expect((await readFile(file('n.txt', `${sentence} <html> is a tag.`))).article.text).toContain('<html>')
  })

  test('without an ending are told by their first bytes', async () => {
    expect((await readBytes(makePdf([[{ text: sentence, y: 700 }]]))).article.text).toBe(sentence)
    expect((await readBytes(makeDocx([[sentence]]))).article.text).toBe(sentence)
    expect((await readBytes(Buffer.from(`<!doctype html><p>${sentence}</p>`))).article.text).toBe(sentence)
  })
})

const paid =
  '<script type="application/ld+json">{"@type":"NewsArticle","headline":"Bridge opens","isAccessibleForFree":false}</script>'
const links = Array.from(
  { length: 40 },
  (_, i) => `<li><a href="/${i}">The council met for the ${i}th time</a></li>`,
).join('')

describe('pages', () => {
  test.each([
    ['without text', '<html><body><img src="a.jpg"></body></html>', /got one without any text/],
    ['of links', `<html><body><ul>${links}</ul></body></html>`, /mostly links to other pages/],
    ['with a few words', '<html><body><p>The bridge.</p></body></html>', /2 words but no text of an article/],
    ['that must be paid for', `${paid}<p>The bridge opens.</p>`, /says its article must be paid for/],
    [
      'that asks to subscribe',
      '<h1>Bridge opens</h1><p>Subscribe to keep reading. Already a subscriber? Log in.</p>',
      /asks to subscribe or log in/,
    ],
    [
      'that asks for consent',
      '<h1>Before you continue</h1><p>We value your privacy. We and our 812 partners use cookies.</p><button>Accept all</button>',
      /asks for consent to cookies/,
    ],
    [
      'that asks who reads',
      '<h1>Are you a robot?</h1><p>Please complete the captcha.</p>',
      /asks whether a person is reading it/,
    ],
    [
      'that asks for consent at length',
      `<h1>Your privacy</h1>${'<p>We and our 812 partners store and read what your device tells of you, to choose what you are shown.</p>'.repeat(30)}`,
      /asks for consent to cookies/,
    ],
    [
      'that is shown elsewhere only',
      "<p>Sorry, this content isn't available in your region. We are looking at how to bring it to all of our readers.</p>",
      /isn't shown to readers where this machine is/,
    ],
    [
      'that says there is none',
      '<h1>Oh no</h1><p>Sorry, the page you are looking for can’t be found. It may have been moved, or the link may be old.</p>',
      /says there is no such page/,
    ],
    [
      'that asks how old one is',
      '<p>You must be 18 or over to see what is on this page. Please tell us on which day you were born.</p>',
      /asks for the reader's age/,
    ],
    [
      'that minds an ad blocker',
      '<p>It looks as if you had an ad blocker. Please turn it off to continue reading the Fernhill Lantern.</p>',
      /asks to turn an ad blocker off/,
    ],
    ['that asks for a password', '<form>Name <input> Password <input></form><p>Forgot your password?</p>', /log in/],
    ['with one word', '<p>Loading</p>', /with one word but no text/],
    [
      'that needs JavaScript',
      '<noscript>Please enable JavaScript to view this page.</noscript><div id="root"></div>',
      /nothing without JavaScript/,
    ],
    ['of a million tags', '<div>'.repeat(1_000_000), /goes beyond that/],
    ['nested too deep', `${'<div>'.repeat(600)}${sentence}`, /goes beyond that/],
    ['of nothing but "<"', '<'.repeat(5_000_000), /goes beyond that/],
    ['with a million attributes', `<p ${'a=b '.repeat(1_000_000)}>${sentence}</p>`, /goes beyond that/],
  ])('%s are turned away', async (_, html, message) => {
    await expect(readHtml(html)).rejects.toMatchObject(turnedAway(message))
  })

  test('that show the beginning of what must be paid for are read with a remark', async () => {
    const { article, remarks } = await readHtml(
      `${paid}<article><p>${sentence}</p><p>${sentence.replace('June', 'July')}</p></article>`,
    )
    expect(article.title).toBe('Bridge opens')
    expect(remarks).toEqual([
      'The page says that the article must be paid for; only its first 32 words were there to read.',
    ])
  })

  test('have no headline that is as long as a text', async () => {
    const { article } = await readHtml(`<title>${'Bridge opens '.repeat(100)}</title><p>${sentence}</p>`)
    expect(article.title).toBeNull()
    const { article: other } = await readHtml(`<title>${'Bridge opens '.repeat(10)}</title><p>${sentence}</p>`)
    expect(other.title).toMatch(/^Bridge opens/)
  })

  test('give whatever is there when they are read for measuring', async () => {
    expect((await readPage('<p>The bridge.</p>')).text).toBe('The bridge.')
    expect((await readPage(Buffer.from('<meta charset="latin1"><p>Caf\u00e9 by the bridge</p>', 'latin1'))).text).toBe(
      'Café by the bridge',
    )
  })

  test('take kind and details from what they say of themselves', async () => {
    const opinion =
      '<script type="application/ld+json">{"@type":"OpinionNewsArticle","headline":"The bridge is a folly"}</script>'
    const { article } = await readHtml(`${opinion}<p>${sentence}</p><p>${sentence.replace('June', 'July')}</p>`, {
      url: 'https://lantern.example/a',
    })
    expect(article).toMatchObject({ kind: 'opinion', title: 'The bridge is a folly', url: 'https://lantern.example/a' })
  })
})
