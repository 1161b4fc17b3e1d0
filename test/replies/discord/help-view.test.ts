import { expect, it } from 'vitest'
import { who } from '../../../commands/who.ts'
import { helpView } from '../../../src/replies/discord/help-view.ts'
import { textOf } from './samples.ts'

it('names the options of /who as they are', () => {
  const text = textOf(helpView({ version: '1', engine: 'offline rules', vendor: null, articles: 1, claims: 1 }))
  const line = text.split('\n').find((one) => one.includes('/who'))!
  const named = new Set([...line.matchAll(/\b([a-z]+):/g)].map(([, name]) => name!))
  expect([...named].toSorted()).toEqual(who.definition.options!.map(({ name }) => name).toSorted())
})
