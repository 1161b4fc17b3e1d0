import { describe, expect, it } from 'vitest'
import { validateFromFile } from './openapi.ts'

const validate = validateFromFile()

describe.skipIf(!validate)('request bodies against Discord’s OpenAPI file (DISCORD_OPENAPI)', () => {
  const breaches = (method: string, path: string, body: unknown): number =>
    validate!({ method, path, body })?.length ?? 0
  const command = { name: 'who', description: 'Who said it' }

  it('tells of what is wrong in each kind of request', () => {
    expect(breaches('POST', '/channels/1/messages', { content: 'a' })).toBe(0)
    expect(breaches('POST', '/channels/1/messages', { content: 'a'.repeat(4001) })).toBe(1)
    expect(breaches('PUT', '/applications/1/commands', [command])).toBe(0)
    expect(breaches('PUT', '/applications/1/guilds/2/commands', [{ ...command, name: 7 }])).toBeGreaterThan(0)
    expect(breaches('PATCH', '/webhooks/1/abc/messages/@original', { flags: 'v2' })).toBe(1)
    expect(breaches('POST', '/nowhere', {})).toBe(1)
    expect(breaches('GET', '/users/@me', {})).toBe(1)
  })

  it('picks a callback’s schema by its type', () => {
    const at = '/interactions/1/abc/callback'
    expect(breaches('POST', at, { type: 4, data: { content: 'a' } })).toBe(0)
    expect(breaches('POST', at, { type: 5 })).toBe(0)
    expect(breaches('POST', at, { type: 6 })).toBe(0)
    expect(breaches('POST', at, { type: 8, data: { choices: [{ name: 'a', value: 'a' }] } })).toBe(0)
    expect(
      breaches('POST', at, { type: 8, data: { choices: [{ name: 'a'.repeat(101), value: 'a' }] } }),
    ).toBeGreaterThan(0)
    expect(
      breaches('POST', at, { type: 9, data: { custom_id: 'm', title: 'a'.repeat(46), components: [] } }),
    ).toBeGreaterThan(0)
  })

  it('tolerates exactly the two gaps of the file', () => {
    expect(breaches('PUT', '/applications/1/commands', [{ ...command, default_member_permissions: '32' }])).toBe(0)
    expect(breaches('PUT', '/applications/1/commands', [{ ...command, default_member_permissions: 'many' }])).toBe(1)
    const component = { type: 19, custom_id: 'file', file_types: ['.txt'] }
    const modal = { custom_id: 'm', title: 'Paste', components: [{ type: 18, label: 'File', component }] }
    expect(breaches('POST', '/interactions/1/abc/callback', { type: 9, data: modal })).toBe(0)
  })
})
