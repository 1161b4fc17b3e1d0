import fc from 'fast-check'
import { expect, it, test } from 'vitest'
import { customId, type Tap, tapOf } from '../../../src/replies/discord/custom-id.ts'

const user = '123456789012345678'

test.each<Tap>([
  { to: 'claims', entry: 'bcdfghjkmn', version: 3, page: 12, user },
  { to: 'share', entry: 'bcdfghjkmn', version: 1, page: 0, user },
  { to: 'annotated', entry: 'bcdfghjkmn', version: 999999, page: 0, user },
  { to: 'mark', entry: 'bcdfghjkmnbcdfghjkmn', version: 999999, claim: 'jt38bcdfghjkmnbcdfgh', page: 999999, user },
  { to: 'open', entry: 'bcdfghjkmn', version: 1, claim: 'jt38', page: 2, user },
  { to: 'who', page: 4, user, rest: 'alleged:2031-05-01:bcdfghjkmn:Osk: the mayor' },
  { to: 'found', user },
  { to: 'paste', user },
  { to: 'words', words: '=ferry: lifeboats' },
  { to: 'sources', page: 2, user },
])('comes back as it went out: $to', (tap) => {
  expect(customId(tap).length).toBeLessThanOrEqual(100)
  expect(tapOf(customId(tap))).toEqual(tap)
})

test.each([
  ['another scheme', `v0:claims:bcdfghjkmn:1:0:${user}`],
  ['nothing', ''],
  ['no such view', `v1:delete:bcdfghjkmn:1:0:${user}`],
  ['a page that is no number', `v1:claims:bcdfghjkmn:1:x:${user}`],
  ['a page below none', `v1:claims:bcdfghjkmn:1:-1:${user}`],
  ['a page beyond all bounds', `v1:claims:bcdfghjkmn:1:99999999999:${user}`],
  ['an entry that is a path', `v1:claims:../etc:1:0:${user}`],
  ['a user that is none', 'v1:claims:bcdfghjkmn:1:0:ada'],
  ['a field too many', `v1:claims:bcdfghjkmn:1:0:${user}:more`],
  ['a field too few', 'v1:claims:bcdfghjkmn:1:0'],
  ['a claim that is none', `v1:mark:bcdfghjkmn:1:../x:0:${user}`],
  ['a claim without its page', `v1:open:bcdfghjkmn:1:jt38:${user}`],
  ['a name from JavaScript', 'v1:constructor:1:2'],
])('turns away %s', (_, id) => {
  expect(tapOf(id)).toBeNull()
})

it('never throws, whatever the id', () => {
  fc.assert(fc.property(fc.string(), (id) => tapOf(id) === null || tapOf(id) !== undefined))
  fc.assert(fc.property(fc.string(), (rest) => tapOf(`v1:${rest}`) === null || tapOf(`v1:${rest}`) !== undefined))
})

it('cuts what was typed to Discord’s length', () => {
  expect(customId({ to: 'words', words: 'x'.repeat(300) })).toHaveLength(100)
})
