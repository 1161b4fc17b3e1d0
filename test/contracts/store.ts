import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openStore, type Store } from '../../src/library/store.ts'

/** What a suite needs to open the same store again and again. */
export interface Kind {
  /** As `openStore` takes it. */
  readonly url: string
  readonly home: string
}

/** What the library relies on in a store, whatever keeps it. Cleans up after itself, and nothing but its own. */
export function storeContract(name: string, prepare: () => Promise<Kind>): void {
  describe(name, () => {
    // Names that only begin alike: what one clears or lists must not be the other's.
    const [own, neighbours] = ['hearsaytest', 'hearsaytesting']
    let store: Store
    let neighbour: Store
    let again: Store | undefined
    let kind: Kind

    const clean = async (one: Store) => {
      for (const key of (await one.stamps()).keys()) await one.delete(key)
    }
    const all = async (one: Store, prefix = '') => {
      const found: Record<string, string> = {}
      for await (const [key, value] of one.iterate(prefix)) found[key] = value
      return found
    }

    beforeAll(async () => {
      kind = await prepare()
      store = await openStore(kind.url, kind.home, own)
      neighbour = await openStore(kind.url, kind.home, neighbours)
      await clean(store)
      await clean(neighbour)
    })
    afterAll(async () => {
      await clean(store)
      await clean(neighbour)
      await store.close()
      // With PostgreSQL, all stores of one address in one process share their connections, and the first closes them.
      for (const other of [neighbour, again]) await other?.close().catch(() => {})
    })

    it('gives back what was set, and null for what was not', async () => {
      await store.set('1/a', 'one')
      expect(await store.get('1/a')).toBe('one')
      await store.set('1/a', 'two')
      expect(await store.get('1/a')).toBe('two')
      expect(await store.get('1/b')).toBeNull()
      expect(await store.getMany(['1/b', '1/a', '1/b'])).toEqual([null, 'two', null])
      expect(await store.getMany([])).toEqual([])
    })

    it.each([
      ['empty', ''],
      ['torn', '{"schema":1,"vers'],
      ['what keyv would take for its own', '{"value":":base64:AAAA","expires":1}'],
      [
        'of all alphabets, with quotation marks',
        JSON.stringify({ text: "Ä 港 😀 “x” ' \\ % _ \u0000 \ud800 @everyone" }),
      ],
      ['of two million characters', 'word '.repeat(400_000)],
    ])('keeps a text as it is: %s', async (_, value) => {
      await store.set('1/text', value)
      expect(await store.get('1/text')).toBe(value)
      expect((await all(store, '1/text'))['1/text']).toBe(value)
    })

    it('deletes, and says whether there was anything', async () => {
      await store.set('1/gone', 'x')
      expect(await store.delete('1/gone')).toBe(true)
      expect(await store.delete('1/gone')).toBe(false)
      expect(await store.get('1/gone')).toBeNull()
    })

    it('lists all with a prefix, each once, and no neighbour’s', async () => {
      await clean(store)
      const pairs = Array.from({ length: 450 }, (_, i) => ({ key: `${i % 2 ? '12' : '1'}/e${i}`, value: `v${i}` }))
      await store.setMany(pairs)
      await neighbour.set('1/other', 'not mine')
      expect(Object.keys(await all(store))).toHaveLength(450)
      const one = await all(store, '1/')
      expect(Object.keys(one)).toHaveLength(225)
      expect(one['1/e10']).toBe('v10')
      expect(await all(neighbour)).toEqual({ '1/other': 'not mine' })
      expect(await store.get('1/other')).toBeNull()
    })

    it('has a stamp for every key, which changes with the value', async () => {
      await clean(store)
      await store.setMany([
        { key: '1/a', value: 'same' },
        { key: '1/b', value: 'same' },
      ])
      const before = await store.stamps()
      expect([...before.keys()].sort()).toEqual(['1/a', '1/b'])
      await store.set('1/a', 'other')
      const after = await store.stamps()
      expect(after.get('1/a')).not.toBe(before.get('1/a'))
      expect(after.get('1/b')).toBe(before.get('1/b'))
    })

    it('keys are data: wild cards and quotation marks find nothing else', async () => {
      await clean(store)
      await store.set('1/x', 'x')
      for (const key of ['%', '1/_', "1/x' OR '1", '*', '1/?', ':']) {
        expect(await store.get(key)).toBeNull()
        expect(await store.delete(key)).toBe(false)
        expect(await all(store, key)).toEqual({})
      }
      await store.set('a:b:c/%_*', 'odd')
      expect(await all(store, 'a:b')).toEqual({ 'a:b:c/%_*': 'odd' })
    })

    it('takes many at once from all sides', async () => {
      await Promise.all(Array.from({ length: 60 }, (_, i) => store.set(`9/${i}`, `${i}`)))
      expect(await store.getMany(Array.from({ length: 60 }, (_, i) => `9/${i}`))).toEqual(
        Array.from({ length: 60 }, (_, i) => `${i}`),
      )
    })

    it('still holds it when it is opened again', async () => {
      await store.set('1/kept', 'kept')
      again = await openStore(kind.url, kind.home, own)
      expect(await again.get('1/kept')).toBe('kept')
    })
  })
}
