import { expect, test } from 'vitest'
import { binaryKind, decode } from '../../src/article/decode.ts'

const latin1 = (text: string) => Buffer.from(text, 'latin1')

test.each([
  ['a byte order mark', Buffer.from('\ufeffZoë', 'utf16le'), {}, 'Zoë'],
  ['UTF-8 that nobody declares', Buffer.from('Zoë said “so”'), {}, 'Zoë said “so”'],
  ['the HTTP header', Buffer.from([0xe1, 0xe2, 0xe3]), { charset: 'iso-8859-7' }, 'αβγ'],
  [
    'the page itself',
    latin1('<meta charset="iso-8859-1"><p>Zo\u00eb</p>'),
    {},
    '<meta charset="iso-8859-1"><p>Zoë</p>',
  ],
  [
    'the page’s older form',
    latin1('<meta http-equiv="Content-Type" content="text/html; charset=windows-1252"> \u0093so\u0094'),
    {},
    '<meta http-equiv="Content-Type" content="text/html; charset=windows-1252"> “so”',
  ],
  [
    'a declaration that doesn’t fit is passed over',
    latin1('<meta charset="utf-8"><p>Zo\u00eb and Ren\u00e9 said so at a caf\u00e9</p>'),
    {},
    '<meta charset="utf-8"><p>Zoë and René said so at a café</p>',
  ],
  ['a declaration nobody knows', Buffer.from('Zoë'), { charset: 'klingon-8' }, 'Zoë'],
  ['nothing at all', Buffer.alloc(0), {}, ''],
] as const)('%s', (_, bytes, origin, text) => {
  expect(decode(bytes, origin)).toBe(text)
})

test('a page in UTF-8 with one broken letter stays UTF-8', () => {
  const bytes = Buffer.concat([Buffer.from('Zoë, René, Jürgen, Åse, Łukasz, Ørjan, Ünal, Ñuñez '), Buffer.from([0xff])])
  expect(decode(bytes, { charset: 'utf-8' })).toContain('Łukasz')
})

test('tells what isn’t text', () => {
  expect(binaryKind(Buffer.from('%PDF-1.7'))).toBe('a PDF')
  expect(binaryKind(Buffer.from([0x89, 0x50, 0x4e, 0x47]))).toBe('a PNG picture')
  expect(binaryKind(Buffer.from(Array.from({ length: 400 }, (_, i) => i % 32)))).toBe('a binary file')
  expect(binaryKind(Buffer.from('A text with one \u0000 in it, and a tab\t.'))).toBeNull()
  expect(binaryKind(Buffer.from('\ufeffZoë', 'utf16le'))).toBeNull()
})
