import { expect, it } from 'vitest'
import { withFullestNames } from '../../src/llm/fullest-names.ts'
import type { Attribution } from '../../src/types.ts'
import { source } from './stand-in.ts'

const by = (name: string, named = true): Attribution => ({
  source: { ...source(name), named, mentions: [] },
  sourceWords: [],
  cue: [],
  content: [],
  via: [{ ...source(name), mentions: [] }],
  speech: 'indirect',
  propositions: [],
  rule: 'language-model',
  confidence: 1,
})

it.each([
  ['one longer name', ['Oskar Brandeis', 'Brandeis'], ['Oskar Brandeis', 'Oskar Brandeis']],
  ['two longer names', ['Odd Lund', 'Ada Lund', 'Lund'], ['Odd Lund', 'Ada Lund', 'Lund']],
  ['a name that only ends in the same letters', ['Osk Undlund', 'lund'], ['Osk Undlund', 'lund']],
  ['no longer name', ['Brandeis', 'Roe'], ['Brandeis', 'Roe']],
])('with %s', (_, names, expected) => {
  const found = withFullestNames(names.map((name) => by(name)))
  expect(found.map(({ source }) => source!.name)).toEqual(expected)
  expect(found.map(({ via }) => via[0]!.name)).toEqual(expected)
})
