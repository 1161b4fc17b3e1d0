import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { settingsFrom, variables } from '../src/config.ts'
import { SettingsError } from '../src/errors.ts'

describe('settings', () => {
  it('leave colour to the terminal and fill 80 columns when nothing is set', () => {
    const unset = {
      colour: null,
      columns: 80,
      data: null,
      discord: null,
      languageModel: null,
      store: '',
      home: '.hearsay',
      port: 4870,
      chromium: null,
    }
    expect(settingsFrom({})).toEqual(unset)
    expect(settingsFrom({ NO_COLOR: '', FORCE_COLOR: '', COLUMNS: '', HEARSAY_DATA: '' })).toEqual(unset)
  })

  it('name the folder of gold standards', () => {
    expect(settingsFrom({ HEARSAY_DATA: 'gold' }).data).toBe('gold')
  })

  it('turn colour off and on, the second before the first, as in Node', () => {
    expect(settingsFrom({ NO_COLOR: '1' }).colour).toBe(false)
    expect(settingsFrom({ FORCE_COLOR: '1' }).colour).toBe(true)
    expect(settingsFrom({ FORCE_COLOR: '0' }).colour).toBe(false)
    expect(settingsFrom({ NO_COLOR: '1', FORCE_COLOR: '1' }).colour).toBe(true)
  })

  it.each(['wide', '12.5', '-80', '5', '100000'])('refuse %s columns, saying what was expected', (columns) => {
    expect(() => settingsFrom({ COLUMNS: columns })).toThrow(SettingsError)
    expect(() => settingsFrom({ COLUMNS: columns })).toThrow(
      `Expected COLUMNS as a whole number from 20 to 1000 (got "${columns}").`,
    )
  })

  it('log in where a token is, at Discord unless another address is given', () => {
    const token = 'x'.repeat(60)
    expect(settingsFrom({ DISCORD_TOKEN: token }).discord).toEqual({
      token,
      apiUrl: 'https://discord.com/api',
      guild: null,
    })
    const here = {
      DISCORD_TOKEN: token,
      DISCORD_API_URL: 'http://127.0.0.1:9/api/',
      DISCORD_GUILD_ID: '123456789012345678',
    }
    expect(settingsFrom(here).discord).toEqual({ token, apiUrl: 'http://127.0.0.1:9/api', guild: '123456789012345678' })
  })

  it('send a text to a model only where that was said, whatever keys there are', () => {
    const key = { OPENAI_API_KEY: 'k', OPENAI_MODEL: 'm' }
    expect(settingsFrom(key).languageModel).toBeNull()
    expect(settingsFrom({ ...key, HEARSAY_ENGINE: 'openai' }).languageModel).toEqual({
      apiKey: 'k',
      baseUrl: null,
      model: 'm',
    })
    const own = { OPENAI_BASE_URL: 'http://127.0.0.1:9/v1', OPENAI_MODEL: 'm', HEARSAY_ENGINE: 'openai' }
    expect(settingsFrom(own).languageModel).toEqual({ apiKey: null, baseUrl: 'http://127.0.0.1:9/v1', model: 'm' })
  })

  it('name every missing and every bad variable at once, and no secret', () => {
    const bad = {
      HEARSAY_ENGINE: 'openai',
      COLUMNS: 'wide',
      DISCORD_TOKEN: 'my secret',
      DISCORD_GUILD_ID: 'newsroom',
      KEYV_URL: 'mysql://desk:hunter2@db',
    }
    const refused = (() => {
      try {
        return settingsFrom(bad)
      } catch (error) {
        return error as Error
      }
    })() as Error
    expect(refused).toBeInstanceOf(SettingsError)
    for (const name of ['COLUMNS', 'DISCORD_TOKEN', 'DISCORD_GUILD_ID', 'KEYV_URL', 'OPENAI_MODEL', 'OPENAI_API_KEY'])
      expect(refused.message).toContain(name)
    expect(refused.message).not.toMatch(/secret\b|hunter2/)
  })

  it('stand in .env.example, each and no other', () => {
    const example = readFileSync(new URL('../.env.example', import.meta.url), 'utf8')
    expect([...example.matchAll(/^#?([A-Z_]+)=/gm)].map(([, name]) => name)).toEqual(variables)
  })
})
