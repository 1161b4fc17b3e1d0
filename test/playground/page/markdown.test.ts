import { expect, it } from 'vitest'
import { type Block, blocksOf, type Inline } from '../../../src/playground/page/browser/markdown.ts'

const words = (said: string): Inline => ({ kind: 'words', words: said })
const paragraph = (...inside: readonly Inline[]): Block => ({ kind: 'paragraph', inside })
const inline = (source: string): readonly Inline[] => {
  const [block] = blocksOf(source)
  return block?.kind === 'paragraph' ? block.inside : []
}
/** All words in it, in order, whatever stands around them. */
const said = (tokens: readonly Inline[]): string =>
  tokens.map((one) => ('inside' in one ? said(one.inside) : 'words' in one ? one.words : '')).join('')

it.each<[string, readonly Inline[]]>([
  ['**bold**', [{ kind: 'strong', inside: [words('bold')] }]],
  [
    '*it* and _it_',
    [{ kind: 'emphasis', inside: [words('it')] }, words(' and '), { kind: 'emphasis', inside: [words('it')] }],
  ],
  ['__under__', [{ kind: 'underline', inside: [words('under')] }]],
  ['~~gone~~', [{ kind: 'strike', inside: [words('gone')] }]],
  ['***both***', [{ kind: 'strong', inside: [{ kind: 'emphasis', inside: [words('both')] }] }]],
  ['`a **b**`', [{ kind: 'code', words: 'a **b**' }]],
  ['``a ` b``', [{ kind: 'code', words: 'a ` b' }]],
  ['snake_case_name', [words('snake_case_name')]],
  ['2 * 3 * 4', [words('2 * 3 * 4')]],
  ['**open', [words('**open')]],
  ['\\*not\\* \\_it\\_ \\`c\\` \\<@1\\> \\# x', [words('*not* _it_ `c` <@1> # x')]],
  ['a\\nb', [words('a\\nb')]],
  ['one\ntwo', [words('one'), { kind: 'break' }, words('two')]],
  ['<@12> in <#34>', [{ kind: 'user', id: '12' }, words(' in '), { kind: 'channel', id: '34' }]],
  ['</who:12>', [{ kind: 'command', words: 'who' }]],
  ['@everyone', [{ kind: 'everyone', words: '@everyone' }]],
  ['<t:0:R>', [{ kind: 'time', seconds: 0, form: 'R' }]],
  [
    '[the **page**](https://ex.example/a_(b))',
    [
      {
        kind: 'link',
        href: 'https://ex.example/a_(b)',
        inside: [words('the '), { kind: 'strong', inside: [words('page')] }],
      },
    ],
  ],
  [
    'See https://ex.example/a.',
    [
      words('See '),
      { kind: 'link', href: 'https://ex.example/a', inside: [words('https://ex.example/a')] },
      words('.'),
    ],
  ],
])('reads %j', (source, tokens) => expect(inline(source)).toEqual(tokens))

it('reads headings, subtext, quotes, lists and code', () => {
  expect(
    blocksOf('# One\n### Three\n-# small\n> quoted\n> on\nplain\n\n- a\n  - b\n3. c\n```js\nx = `1`\n```\nafter'),
  ).toEqual([
    { kind: 'heading', level: 1, inside: [words('One')] },
    { kind: 'heading', level: 3, inside: [words('Three')] },
    { kind: 'subtext', inside: [words('small')] },
    { kind: 'quote', blocks: [paragraph(words('quoted'), { kind: 'break' }, words('on'))] },
    paragraph(words('plain')),
    { kind: 'gap' },
    {
      kind: 'list',
      items: [
        { depth: 0, ordered: false, number: 0, inside: [words('a')] },
        { depth: 1, ordered: false, number: 0, inside: [words('b')] },
        { depth: 0, ordered: true, number: 3, inside: [words('c')] },
      ],
    },
    { kind: 'code', language: 'js', words: 'x = `1`' },
    paragraph(words('after')),
  ])
})

it('quotes all that follows three marks', () => {
  expect(blocksOf('>>> a\n# b')).toEqual([
    { kind: 'quote', blocks: [paragraph(words('a')), { kind: 'heading', level: 1, inside: [words('b')] }] },
  ])
})

it('takes nothing for HTML and follows only links to pages', () => {
  for (const source of ['<script>alert(1)</script>', '<img src=x onerror=alert(1)>', '&lt;b&gt;'])
    expect(inline(source)).toEqual([words(source)])
  for (const source of ['[a](javascript:alert(1))', '[a](data:text/html,x)', '<javascript:alert(1)>'])
    expect(said(inline(source))).toBe(source)
})

it.each(['*', '_', '**', '||', '`', '[', '> ', '<@', '\\', '- ', '# ', '[a](', '```'])(
  'comes to an end with four thousand %j',
  (mark) => {
    const source = mark.repeat(Math.ceil(4000 / mark.length))
    expect(blocksOf(source).length).toBeGreaterThan(0)
    expect(blocksOf(`${source} x ${source}`).length).toBeGreaterThan(0)
  },
)
