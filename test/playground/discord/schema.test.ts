import { expect, test } from 'vitest'
import { discordSchema } from '../../../src/playground/discord/schema.ts'

const validate = await discordSchema()
const breaches = (method: string, path: string, body: unknown) => validate({ method, path, body })
const command = { name: 'who', description: 'Who said it' }
const callback = '/interactions/1/abc/callback'

test('tells in words what is wrong in each kind of request, and where', () => {
  expect(breaches('POST', '/channels/1/messages', { content: 'a' })).toEqual([])
  expect(breaches('POST', '/channels/1/messages', { content: 'a'.repeat(4001) })).toEqual([
    expect.stringMatching(/^content: /),
  ])
  expect(breaches('PUT', '/applications/1/commands', [command])).toEqual([])
  expect(breaches('PUT', '/applications/1/guilds/2/commands', [command, { ...command, name: 7 }])).toEqual([
    expect.stringMatching(/^1\.name: /),
  ])
  expect(breaches('PUT', '/applications/1/commands', command)).toEqual(['body: expected a list of commands'])
  expect(breaches('PATCH', '/webhooks/1/abc/messages/@original', { flags: 'v2' })).toEqual([
    expect.stringMatching(/^flags: /),
  ])
})

test('a callback is read by its type, a component by its own', () => {
  expect(breaches('POST', callback, { type: 5 })).toEqual([])
  expect(breaches('POST', callback, { type: 6 })).toEqual([])
  expect(breaches('POST', callback, { type: 8, data: { choices: [{ name: 'a', value: 'a' }] } })).toEqual([])
  const window = { custom_id: 'm', title: 'a'.repeat(46), components: [] }
  expect(breaches('POST', callback, { type: 9, data: window })).toContainEqual(expect.stringMatching(/^data\.title: /))
  const long = { type: 10, content: 'a'.repeat(4001) }
  const message = { flags: 32768, components: [{ type: 17, components: [{ type: 10, content: 'a' }, long] }] }
  expect(breaches('POST', callback, { type: 4, data: message })).toEqual([
    expect.stringMatching(/^data\.components\.0\.components\.1\.content: /),
  ])
})

test('says nothing of a request that it has no schema for', () => {
  expect(breaches('POST', '/nowhere', {})).toBeNull()
  expect(breaches('POST', callback, { type: 77 })).toBeNull()
})

test('takes permissions as Discord takes them', () => {
  expect(breaches('PUT', '/applications/1/commands', [{ ...command, default_member_permissions: '32' }])).toEqual([])
  expect(breaches('PUT', '/applications/1/commands', [{ ...command, default_member_permissions: 'many' }])).toEqual([
    expect.stringMatching(/^0\.default_member_permissions: /),
  ])
})
