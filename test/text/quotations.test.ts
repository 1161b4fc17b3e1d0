import { expect, it, test } from 'vitest'
import { readQuotations } from '../../src/text/quotations.ts'

// Each quotation: its words with their marks, and what is special of it.
const quotationsOf = (text: string): readonly string[] =>
  readQuotations(text).map(({ span, depth, closed, continues }) =>
    [text.slice(...span), depth > 0 && 'inner', !closed && 'unclosed', continues && 'continues']
      .filter(Boolean)
      .join(' | '),
  )

test.each<[what: string, text: string, expected: readonly string[]]>([
  ['curly marks', 'She said “it holds” twice.', ['“it holds”']],
  ['straight marks', 'She said "it holds" twice.', ['"it holds"']],
  ['two in a row', '“It holds,” she said. “It does.”', ['“It holds,”', '“It does.”']],
  ['low and high marks', '„It holds,“ she said.', ['„It holds,“']],
  ['guillemets', '«It holds», she said.', ['«It holds»']],
  ['two single marks for a double one', "``It holds,'' she said.", ["``It holds,''"]],
  ['single marks', '‘It holds,’ she said.', ['‘It holds,’']],
  ['straight single marks', "'It holds,' she said.", ["'It holds,'"]],
  ['one within another', '“She said ‘it holds’ twice.”', ['“She said ‘it holds’ twice.”', '‘it holds’ | inner']],
  // Apostrophes are none.
  ['apostrophes', "It isn't the mayor’s '90s band, it's Bray's.", []],
  ['a plural possessive', 'The workers’ union met the dockers’ union.', []],
  ['apostrophes within', '“It isn’t ours,” she said.', ['“It isn’t ours,”']],
  // Marks that nothing closes run to the end of their paragraph; the next goes on when it begins with one.
  ['a mark left open', '“It holds.\n\nThe end.', ['“It holds. | unclosed']],
  ['over paragraphs', '“It holds.\n\n“It does,” she said.', ['“It holds. | unclosed', '“It does,” | continues']],
  ['not when another sentence comes first', '“It holds.\n\nThen “it” fell.', ['“It holds. | unclosed', '“it”']],
  // Marks the wrong way round.
  ['an opening mark typed for a closing one', '“It holds,“ she said.', ['“It holds,“']],
  ['a mark opened twice', '“It holds. “It does,” she said.', ['“It holds.  | unclosed', '“It does,”']],
  ['a closing mark alone', 'It holds,” she said.', []],
  ['nothing within', 'She said “” twice.', []],
])('%s', (_, text, expected) => expect(quotationsOf(text)).toEqual(expected))

it('the words within are those without their marks', () => {
  const text = 'She said “it holds”.'
  expect(readQuotations(text).map(({ inner }) => text.slice(...inner))).toEqual(['it holds'])
})
