import { expect, it } from 'vitest'
import { commandless, fault, pasting, readLine, typeable } from '../../../src/playground/page/browser/command-line.ts'
import { offersFor } from '../../../src/playground/page/browser/offers.ts'
import { spread } from '../../../src/playground/page/browser/spread.ts'

const raw = { id: '1', version: '1', application_id: '1', type: 1, default_member_permissions: null }
const option = (name: string, more: object = {}) => ({ type: 3, name, description: `The ${name}`, ...more })
const all = typeable([
  {
    ...raw,
    name: 'who',
    description: 'Who',
    options: [option('words'), option('label', { choices: [{ name: 'Denied', value: 'd' }] })],
  },
  { ...raw, name: 'read', description: 'Read', options: [option('link', { required: true, max_length: 30 })] },
  { ...raw, name: 'watch', description: 'Watch', options: [{ type: 1, name: 'add', description: 'Add', options: [] }] },
  { ...raw, type: 3, name: 'Menu only', description: '' },
])
const filled = (line: string, chosen?: ReadonlyMap<string, string>) =>
  readLine(line, all, chosen)?.filled.map((one) => [one.option.name, one.typed.trim()])
const wrong = (line: string) => fault(line, all, readLine(line, all)!)

it('reads a command with its options', () => {
  expect(readLine('Hello', all)).toBeNull()
  expect(all.map(({ name }) => name)).toEqual(['who', 'read', 'watch add'])
  expect(filled('/who words: the ferry label:Denied')).toEqual([
    ['words', 'the ferry'],
    ['label', 'Denied'],
  ])
  expect(filled('/read link:https://ex.example/a')).toEqual([['link', 'https://ex.example/a']])
  expect(readLine('/watch add', all)?.command?.name).toBe('watch add')
  expect(filled('/who words:a label:b label:Denied', new Map([['words', 'a label:b']]))).toEqual([
    ['words', 'a label:b'],
    ['label', 'Denied'],
  ])
})

it('says what has to be mended', () => {
  expect(wrong('/nothing')).toMatch(/Expected one of the commands \/who, \/read, \/watch add, got \/nothing/)
  expect(wrong('/who colour:red')).toMatch(/Expected one of the options words:, label:,? got “colour:red”/)
  expect(wrong('/read')).toMatch(/Expected the required option link:, got none/)
  expect(wrong('/who words:')).toMatch(/Expected something in words:/)
  expect(wrong('/who words:a words:b')).toMatch(/once, got it twice/)
  expect(wrong(`/read link:${'x'.repeat(31)}`)).toMatch(/up to 30 characters in link:, got 31/)
  expect(wrong(`/read link:${'x'.repeat(30)} `)).toBeNull()
  expect(wrong('/watch add now')).toMatch(/takes no options/)
  expect(wrong('/who words:a')).toBeNull()
})

it('offers commands, then options, then values', () => {
  const labels = (line: string) => offersFor(line, all, readLine(line, all)!, [], []).map(({ label }) => label)
  expect(labels('/')).toEqual(['/who', '/read', '/watch add'])
  expect(labels('/re')).toEqual(['/read'])
  expect(labels('/who ')).toEqual(['words:', 'label:'])
  expect(labels('/who la')).toEqual(['label:'])
  expect(labels('/who label:')).toEqual(['Denied'])
  expect(labels('/who label:x')).toEqual([])
  expect(labels('/who label:Denied ')).toEqual(['words:'])
})

it('spreads a long text over fields, between paragraphs where it can', () => {
  expect(spread('one\n\ntwo\n\nthree', [9, 9, 9])).toEqual(['one\n\ntwo', 'three', ''])
  expect(spread('abcdef', [4, 4])).toEqual(['abcd', 'ef'])
  expect(spread('short', [9, 9])).toEqual(['short', ''])
})

it('says where commands work in a direct message that has none', () => {
  const direct = { id: '1', name: 'Hearsay', kind: 'dm', parent: null }
  const desk = { ...direct, name: 'desk', kind: 'text' }
  const help = { ...raw, name: 'help', description: 'Help' }
  expect(commandless(direct, [{ ...help, type: 3 }])).toBe('Hearsay’s commands work in the channels.')
  expect([commandless(direct, [help]), commandless(desk, []), commandless(undefined, [])]).toEqual(['', '', ''])
  const claims = { ...help, name: 'claims' }
  expect(pasting(typeable([help, claims]), direct)?.name).toBe('claims')
  expect(pasting(typeable([help]), desk)?.name).toBe('help')
  expect(pasting(typeable([help]), direct)).toBeUndefined()
})
