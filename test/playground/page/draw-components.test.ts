import { readFile } from 'node:fs/promises'
import { parseHTML } from 'linkedom'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import type { RawComponent } from '../../../src/playground/discord/raw.ts'
import { drawComponent, type Surroundings } from '../../../src/playground/page/browser/draw-components.ts'

beforeAll(() => void vi.stubGlobal('document', parseHTML('<!doctype html><body>').document))
afterAll(() => void vi.unstubAllGlobals())

const file = {
  id: '7',
  filename: 'annotated.html',
  size: 2048,
  url: '/file/1/2/3/7',
  proxy_url: '/file/1/2/3/7',
  content_type: 'text/html',
}
const around: Surroundings = {
  names: { user: () => null, channel: () => null, open: () => {} },
  deeds: { press: () => {}, select: () => {} },
  attachments: [file],
}
const text = { type: 10, content: 'Strait **Lines**' }
const button = { type: 2, style: 1, label: 'More', custom_id: 'more' }
const choice = { label: 'Ada Osk', value: 'osk', description: 'director' }
const select = { custom_id: 'open', placeholder: 'Open a claim', options: [choice] }

// Each with something that must be seen of it.
const every: readonly (readonly [RawComponent, string])[] = [
  [{ type: 1, components: [button] }, '<button'],
  [button, '>More</button>'],
  [{ type: 3, ...select }, 'Ada Osk – director'],
  ...[5, 6, 7, 8].map((type): readonly [RawComponent, string] => [{ type, ...select }, 'Open a claim']),
  [{ type: 9, components: [text], accessory: button }, '>More</button>'],
  [text, '<strong>Lines</strong>'],
  [{ type: 11, media: { url: '/file/1/2/3/4' }, description: 'A quay' }, 'alt="A quay"'],
  [{ type: 12, items: [{ media: { url: '/file/1/2/3/4' }, description: 'A boat' } as never] }, 'alt="A boat"'],
  [{ type: 13, file: { url: file.url } }, 'download="annotated.html"'],
  [{ type: 14 }, '<hr'],
  [{ type: 17, components: [text, { type: 14 }, { type: 1, components: [button] }] }, '<strong>Lines</strong>'],
]

test.each(every.map(([component, seen]) => [component.type, component, seen] as const))(
  'a component of type %i is drawn',
  (_, component, seen) => {
    const { outerHTML } = drawComponent(component, around)
    expect(outerHTML).toContain(seen)
    expect(outerHTML).not.toContain('class="missing"')
    expect(outerHTML).not.toContain('"type"')
  },
)

test('one that nobody knows says so, and isn’t shown raw', () => {
  const { outerHTML } = drawComponent({ type: 99, label: 'secret' }, around)
  expect(outerHTML).toContain('can’t draw')
  expect(outerHTML).not.toContain('secret')
})

test('every type that Hearsay sends is among them', async () => {
  const source = await readFile(new URL('../../../src/replies/discord/components.ts', import.meta.url), 'utf8')
  const sent = [...source.matchAll(/readonly type: (\d+)/g)].map(([, type]) => Number(type))
  expect(sent.length).toBeGreaterThan(7)
  const drawn = every.map(([{ type }]) => type)
  expect(sent.filter((type) => !drawn.includes(type))).toEqual([])
})
