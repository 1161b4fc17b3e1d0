import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { settingsFrom, variables } from '../src/config.ts'
import { SettingsError } from '../src/errors.ts'

describe('settings', () => {
  it('leave colour to the terminal and fill 80 columns when nothing is set', () => {
    const unset = { colour: null, columns: 80, data: null }
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

  it('stand in .env.example, each and no other', () => {
    const example = readFileSync(new URL('../.env.example', import.meta.url), 'utf8')
    expect([...example.matchAll(/^#?([A-Z_]+)=/gm)].map(([, name]) => name)).toEqual(variables)
  })
})
