import { readdir, rename, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { StoreError } from '../../src/errors.ts'
import { openLibrary } from '../../src/library/library.ts'
import { addition, asking, folder, library, minute, viewer } from './made.ts'

const boats = { words: 'Boats were removed', who: 'The union' } as const
const url = 'https://courier.example/boats'
const other = addition([{ words: 'Seats were counted' }], { addedAt: minute(1) })

afterEach(() => {
  vi.restoreAllMocks()
})

/** Time flies, so that nobody has to wait for a lock that isn't let go. */
function hurry(): void {
  let now = Date.parse('2026-08-01')
  vi.spyOn(Date, 'now').mockImplementation(() => {
    now += 1000
    return now
  })
}

function changed(home: string, sql: string, ...parameters: string[]): void {
  const database = new DatabaseSync(join(home, 'library.sqlite'))
  database.prepare(sql).run(...parameters)
  database.close()
}

function valueIn(home: string): string {
  const database = new DatabaseSync(join(home, 'library.sqlite'))
  const value = database.prepare('SELECT value FROM kept').get()?.value
  database.close()
  return String(value)
}

describe('the file', () => {
  it('and its folder are made, for the owner alone', async () => {
    const home = join(await folder(), 'a', 'b')
    await library(home)
    expect((await stat(home)).mode & 0o777).toBe(0o700)
    expect((await stat(join(home, 'library.sqlite'))).mode & 0o777).toBe(0o600)
    expect((await stat(join(home, 'search.sqlite'))).mode & 0o777).toBe(0o600)
  })

  it('may lie elsewhere', async () => {
    const [home, elsewhere] = [await folder(), await folder()]
    const { library: desk } = await library(home, `sqlite://${elsewhere}/deep/boats.sqlite`)
    await desk.add(addition([boats]))
    expect(await readdir(join(elsewhere, 'deep'))).toContain('boats.sqlite')
    expect(await readdir(home)).not.toContain('library.sqlite')
  })

  it('locked by another process is a sentence after a while, changes nothing, and then works again', async () => {
    const { library: desk, home } = await library()
    const { entry } = await desk.add(addition([boats], { url }))
    const lock = new DatabaseSync(join(home, 'library.sqlite'))
    lock.exec('BEGIN IMMEDIATE')
    hurry()
    await expect(desk.add(other)).rejects.toThrow(/^SQLite at .*library\.sqlite: another process has the file locked\./)
    expect(await desk.entry(viewer(), entry.id)).toEqual(entry)
    expect(await desk.counts(viewer())).toEqual({ articles: 1, claims: 1 })
    lock.exec('ROLLBACK')
    lock.close()
    expect((await desk.add(other)).outcome).toBe('new')
  })

  it('locked for a moment is waited for', async () => {
    const { library: desk, home } = await library()
    const lock = new DatabaseSync(join(home, 'library.sqlite'))
    expect(lock.prepare('PRAGMA journal_mode').get()).toMatchObject({ journal_mode: 'wal' })
    lock.exec('BEGIN IMMEDIATE')
    const adding = desk.add(other)
    setTimeout(() => lock.close(), 1)
    expect((await adding).outcome).toBe('new')
  })

  it('that was moved away is a sentence and not an empty library, and works again when it is back', async () => {
    const { library: desk, home } = await library()
    const { entry } = await desk.add(addition([boats], { url }))
    const file = join(home, 'library.sqlite')
    await rename(file, `${file}.moved`)
    await expect(desk.add(other)).rejects.toThrow(/the file is gone/)
    await expect(desk.entry(viewer(), entry.id)).rejects.toBeInstanceOf(StoreError)
    await rename(`${file}.moved`, file)
    expect(await desk.entry(viewer(), entry.id)).toEqual(entry)
    expect((await desk.add(other)).outcome).toBe('new')
  })

  it.each([
    ['is no database', async (home: string) => writeFile(join(home, 'library.sqlite'), 'no database '.repeat(100))],
    ['has a file for a folder', async (home: string) => rm(home, { recursive: true }).then(() => writeFile(home, ''))],
  ])('that %s is a sentence, and left as it is', async (_, spoil) => {
    const home = await folder()
    await spoil(home)
    const before = await stat(home)
    await expect(openLibrary({ store: '', home })).rejects.toBeInstanceOf(StoreError)
    expect((await stat(home)).isFile()).toBe(before.isFile())
    if (before.isDirectory()) expect((await stat(join(home, 'library.sqlite'))).size).toBe(1200)
  })
})

describe('a record', () => {
  const torn = '{"schema":1,"id":"x","guild":"paper","channel":"desk","versi'

  it.each([
    ['torn', () => torn, /the record of paper\/\w+ can't be read\. It is left as it is/],
    [
      'of a newer schema',
      (value: string) => JSON.stringify({ ...JSON.parse(value), schema: 2, later: [1] }),
      /expected a record of schema 1 for paper\/\w+, got schema 2\. It is left as it is/,
    ],
    [
      'that lies under another’s key',
      (value: string) => value.replace('"guild":"paper"', '"guild":"rival"'),
      /can't be read/,
    ],
  ])('%s is left alone and named; the others answer', async (_, spoil, sentence) => {
    const { library: desk, home } = await library()
    const { entry } = await desk.add(addition([boats], { url }))
    const spoilt = spoil(valueIn(home))
    changed(home, "UPDATE kept SET value = ?, stamp = 'spoilt'", spoilt)
    await desk.add(other)
    // While it is open the index still knows it.
    await expect(desk.entry(viewer(), entry.id)).rejects.toThrow(sentence)
    expect(await desk.entry(viewer('paper', 'hall'), entry.id)).toBeNull()
    expect((await desk.articles(viewer(), 0, 5)).entries).toHaveLength(1)
    expect((await desk.who(viewer(), asking('boats'))).found).toEqual([])
    await desk.close()

    const { library: again, remarks } = await library(home)
    expect(remarks).toEqual([
      `Records of the library that can't be read and were left as they are: 1 (paper/${entry.id}).`,
    ])
    expect(await again.counts(viewer())).toEqual({ articles: 1, claims: 1 })
    expect((await again.sources(viewer(), 0, 5)).total).toBe(0)
    expect(await again.entry(viewer(), entry.id)).toBeNull()
    await expect(again.add(addition([{ words: 'Another text' }], { url }))).rejects.toThrow(sentence)
    await expect(again.linkTo('paper', entry.id, 'https://chat.example/1')).rejects.toThrow(sentence)
    await again.remove('paper', (await again.articles(viewer(), 0, 5)).entries[0]!.id)
    await again.close()
    expect(valueIn(home)).toBe(spoilt)
  })

  it('that now belongs to another channel is seen there alone, whatever the index says', async () => {
    const { library: desk, home } = await library()
    const { entry } = await desk.add(addition([boats], { url }))
    changed(home, 'UPDATE kept SET value = ?', valueIn(home).replace('"channel":"desk"', '"channel":"hall"'))
    expect(await desk.entry(viewer(), entry.id)).toBeNull()
    expect((await desk.who(viewer(), asking('boats'))).found).toEqual([])
    expect((await desk.articles(viewer(), 0, 5)).entries).toEqual([])
  })

  it('that can’t be read goes with its channel or guild all the same', async () => {
    const { library: desk, home } = await library()
    await desk.add(addition([boats], { url }))
    changed(home, 'UPDATE kept SET value = ?', torn)
    expect(await desk.forgetChannel('paper', 'hall')).toBe(0)
    expect(await desk.forgetChannel('paper', 'desk')).toBe(1)
    await desk.add(addition([boats], { url }))
    changed(home, 'UPDATE kept SET value = ?', torn.slice(0, 15))
    expect(await desk.forgetChannel('paper', 'desk')).toBe(0)
    expect(await desk.forgetGuild('pape')).toBe(0)
    expect(await desk.forgetGuild('paper')).toBe(1)
  })

  it('keeps what a later program wrote beside it, and claims that no longer stand, when a version is added', async () => {
    const { library: desk, home } = await library()
    const { entry } = await desk.add(addition([boats, { words: 'It rained' }], { url }))
    const record = JSON.parse(valueIn(home))
    record.checks = ['by a later program']
    record.versions[0].claims[0].evidence[0].words = 'words that nobody wrote'
    changed(home, 'UPDATE kept SET value = ?', JSON.stringify(record))
    expect((await desk.entry(viewer(), entry.id))?.versions[0]?.claims).toHaveLength(1)
    await desk.add(addition([{ words: 'Nothing was removed' }], { url }))
    const after = JSON.parse(valueIn(home))
    expect(after.checks).toEqual(['by a later program'])
    expect(after.versions.map(({ claims }: { claims: unknown[] }) => claims.length)).toEqual([2, 1])
  })
})

describe('the index', () => {
  const found = async (desk: Awaited<ReturnType<typeof library>>['library']) =>
    (await desk.who(viewer(), asking('boats'))).total

  const overwritten = async (file: string) => writeFile(file, 'damaged '.repeat(5000))
  const withoutTable = async (file: string) => {
    const database = new DatabaseSync(file)
    database.exec('DROP TABLE claims')
    database.close()
  }

  it.each([
    ['overwritten before it is opened', overwritten, true],
    ['without a table before it is opened', withoutTable, true],
    ['without a table while it is open', withoutTable, false],
  ])('%s is set aside and made anew', async (_, damage, reopened) => {
    const { library: first, home } = await library()
    await first.add(addition([boats]))
    if (reopened) await first.close()
    await damage(join(home, 'search.sqlite'))
    const desk = reopened ? (await library(home)).library : first
    expect(await found(desk)).toBe(1)
    const { entry } = await desk.add(other)
    expect((await desk.counts(viewer())).articles).toBe(2)
    // It holds texts, so it goes with what is forgotten.
    expect(await readdir(home)).toContain('search.sqlite.damaged')
    await desk.remove('paper', entry.id)
    expect(await readdir(home)).not.toContain('search.sqlite.damaged')
  })

  it('of another make, or taken away, is made anew', async () => {
    const { library: first, home } = await library()
    await first.add(addition([boats]))
    await rm(join(home, 'search.sqlite'))
    expect(await found(first)).toBe(1)
    await first.close()
    const database = new DatabaseSync(join(home, 'search.sqlite'))
    database.exec('DELETE FROM claims; PRAGMA user_version = 99')
    database.close()
    expect(await found((await library(home)).library)).toBe(1)
  })

  it('takes in what was added, changed and removed while it was elsewhere', async () => {
    const { library: first, home } = await library()
    const { entry } = await first.add(addition([boats]))
    await first.add(addition([boats, { words: 'Ships came' }], { url }))
    await first.close()
    const elsewhere = await folder()
    const { library: second } = await library(elsewhere, `sqlite://${home}/library.sqlite`)
    await second.remove('paper', entry.id)
    await second.add(addition([boats, { words: 'Ships went' }], { url, addedAt: minute(1) }))
    await second.add(other)
    await second.close()
    const { library: third } = await library(home)
    expect(await found(third)).toBe(1)
    expect((await third.who(viewer(), asking('ships'))).found.map(({ claim }) => claim.evidence[0]?.words)).toEqual([
      'Ships went',
    ])
    expect((await third.articles(viewer(), 0, 5)).total).toBe(2)
  })

  it('that can’t take in an addition loses nothing, and catches up', async () => {
    const { library: desk, home, remarks } = await library()
    await desk.add(addition([boats]))
    const lock = new DatabaseSync(join(home, 'search.sqlite'))
    lock.exec('BEGIN IMMEDIATE')
    hurry()
    expect((await desk.add(other)).outcome).toBe('new')
    expect(remarks.join()).toMatch(/^The search index has to catch up with 1 .* another process has the file locked/)
    lock.exec('ROLLBACK')
    lock.close()
    expect((await desk.counts(viewer())).articles).toBe(2)
  })
})
