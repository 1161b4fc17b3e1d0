import { expect, test } from 'vitest'
import { reason } from '../../src/discord/answer.ts'
import { SettingsError } from '../../src/errors.ts'

test('an error that isn’t Hearsay’s own is logged without its words, but with where it was', () => {
  const line = reason(new TypeError('Unexpected token in "Strait Lines denied"\n    at /src/fake.ts:1'))
  expect(line).toMatch(/^TypeError/)
  expect(line).not.toMatch(/Strait|fake/)
  const error = new RangeError('lifeboats')
  error.stack =
    'RangeError: lifeboats\n    at x (/a/node_modules/b/src/c.js:1:2)\n    at y (file:///a/src/desk.ts:12:3)'
  expect(reason(error)).toBe('RangeError at src/desk.ts:12.')
})

test('what Hearsay worded, and what the system says, is repeated', () => {
  expect(reason(new SettingsError('Expected a token.'))).toBe('SettingsError: Expected a token.')
  const refused = Object.assign(new Error('connect ECONNREFUSED 127.0.0.1:1'), {
    syscall: 'connect',
    code: 'ECONNREFUSED',
  })
  expect(reason(refused)).toBe('Error: connect ECONNREFUSED 127.0.0.1:1')
  expect(reason(new TypeError('fetch failed', { cause: refused }))).toBe('TypeError (ECONNREFUSED).')
})
