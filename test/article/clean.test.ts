import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cleanText, splitHeadline, withoutHeadline } from '../../src/article/clean.ts'

/** Any string, with more of what texts are broken by than chance would bring. */
const anyText = fc
  .array(
    fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom(
        '\n',
        '\n\n',
        '\r\n',
        ' ',
        '\u0000',
        '\ud83d',
        '\u00a0',
        '\u200b',
        'e\u0301',
        '- ',
        'Fern: ',
        'a long line of words that goes on to the end',
      ),
    ),
  )
  .map((pieces) => pieces.join(''))

describe('cleaning any string', () => {
  test('leaves no NUL, no lone surrogate, and exactly one blank line between paragraphs', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const clean = cleanText(text)
        expect(clean.isWellFormed()).toBe(true)
        expect(clean).not.toContain('\u0000')
        expect(clean).toBe(clean.trim())
        for (const paragraph of clean ? clean.split('\n\n') : []) expect(paragraph).toMatch(/^\S(?:.*\S)?$/su)
        expect(clean.replaceAll('\n\n', '')).not.toMatch(/[\n\r\t]/)
      }),
      { numRuns: 500 },
    )
  })

  test('changes nothing the second time', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const clean = cleanText(text)
        expect(cleanText(clean)).toBe(clean)
      }),
      { numRuns: 500 },
    )
  })
})

test.each([
  // Windows line ends, a form feed, the separators of Unicode
  ['One.\r\n\r\nTwo.\fThree.\u2029Four.', 'One.\n\nTwo.\n\nThree.\n\nFour.'],
  // Spaces that don't break, tabs, a byte order mark, a soft hyphen
  ['\ufeffThe\u00a0mayor\tsaid  so\u00ad.', 'The mayor said so.'],
  // Text copied from a terminal, with its colours and movements, a title and a link; what isn't ended stays but for its start
  [
    'The \u001b[1;31mmayor\u001b[0m \u009b2Ksaid\u001b]0;owned\u0007 so\u001b]8;;http://a.example\u001b\\ on\u001b[ Monday.',
    'The mayor said so on[ Monday.',
  ],
  // NULs and a lone surrogate
  ['The ma\u0000yor \ud800 said.', 'The mayor \ufffd said.'],
  // Decomposed letters
  ['Zoe\u0308', 'Zo\u00eb'],
  // Emoji that are joined, a flag made of tags, Hebrew with its direction marks, Persian with its joiner
  ['👩‍👩‍👧 🏴󠁧󠁢󠁳󠁣󠁴󠁿 said', '👩‍👩‍👧 🏴󠁧󠁢󠁳󠁣󠁴󠁿 said'],
  ['ראש העיר\u200f אמר', 'ראש העיר\u200f אמר'],
  ['می\u200cخواهم', 'می\u200cخواهم'],
  // Marks that turn the direction of what follows are a trick
  ['safe\u202egnp.exe', 'safegnp.exe'],
  // More than one blank line, lines of spaces
  ['One.\n \n\n\t\nTwo.', 'One.\n\nTwo.'],
])('cleans %j', (text, clean) => {
  expect(cleanText(text)).toBe(clean)
})

describe('single line breaks', () => {
  test('join lines that were wrapped', () => {
    const wrapped =
      'The bridge over the Fern will open to traffic in June, the mayor of\nFernhill said on Monday, two years after the date that the council\nhad announced.\n\nNobody was hurt.'
    expect(cleanText(wrapped)).toBe(
      'The bridge over the Fern will open to traffic in June, the mayor of Fernhill said on Monday, two years after the date that the council had announced.\n\nNobody was hurt.',
    )
  })

  test('part lines that weren’t: turns of a conversation, items', () => {
    const turns =
      'OAKENSHAW: It will open in June, as we have always said it would.\nMARLINSPIKE: It will not.\nOAKENSHAW: It will.'
    expect(cleanText(turns).split('\n\n')).toHaveLength(3)
  })
})

describe('the headline', () => {
  test('is left out where the text repeats it, whatever its quotation marks', () => {
    expect(withoutHeadline('Bridge “will open”\n\nThe text.', 'Bridge "will open"')).toBe('The text.')
    expect(withoutHeadline('By Ines\n\nBridge opens\n\nThe text.', 'Bridge opens')).toBe('By Ines\n\nThe text.')
    expect(withoutHeadline('The bridge opens today.', 'Bridge opens')).toBe('The bridge opens today.')
    expect(withoutHeadline('The text.', null)).toBe('The text.')
  })

  test('is taken off the top of a pasted text', () => {
    const body = 'The bridge over the Fern will open in June, the mayor said.\n\nShe gave no reason.'
    expect(splitHeadline(`Bridge will open in June\n\n${body}`)).toEqual({
      title: 'Bridge will open in June',
      text: body,
    })
    // A sentence isn't a headline, nor is a lone line.
    expect(splitHeadline(body)).toEqual({ title: null, text: body })
    expect(splitHeadline('Bridge will open in June').title).toBeNull()
  })
})
