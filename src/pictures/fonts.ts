import { readFileSync } from 'node:fs'
import korean from '@fontsource/gowun-dodum/unicode.json' with { type: 'json' }
import latin from '@fontsource/noto-sans/unicode.json' with { type: 'json' }
import arabic from '@fontsource/noto-sans-arabic/unicode.json' with { type: 'json' }
import chinese from '@fontsource/noto-sans-sc/unicode.json' with { type: 'json' }
import { coverageOf } from './coverage.ts'

/** A font as satori takes it. */
export interface Font {
  readonly name: string
  readonly weight: 400 | 700
  readonly style: 'normal'
  readonly data: Buffer
}

/** What some text needs to be drawn. */
export interface Lettering {
  /** The same array for the same subsets, so that they are parsed once. */
  readonly fonts: readonly Font[]
  /** The text with every character that no font draws replaced by one that is seen. */
  readonly drawable: (text: string) => string
}

interface Subset {
  readonly name: string
  readonly file: (weight: 400 | 700) => string
  readonly ranges: readonly (readonly [number, number])[]
}

const subsets: readonly Subset[] = [
  ...subsetsOf('noto-sans', latin),
  ...subsetsOf('noto-sans-arabic', { arabic: arabic.arabic }),
  ...subsetsOf('noto-sans-sc', chinese),
  // The smallest that has every Hangul syllable; all else in it stands in the families before.
  ...subsetsOf('gowun-dodum', korean),
].sort((a, b) => Number(b.name === 'noto-sans-latin') - Number(a.name === 'noto-sans-latin'))

function subsetsOf(family: string, ranges: Readonly<Record<string, string>>): readonly Subset[] {
  return Object.entries(ranges).map(([key, range]) => {
    const name = `${family}-${key.replace(/[[\]]/g, '')}`
    return {
      name,
      file: (weight) => `@fontsource/${family}/files/${name}-${weight}-normal.woff`,
      ranges: range.split(',').map((one) => {
        const [from, to] = one.replace(/^U\+/i, '').split('-')
        return [Number.parseInt(from!, 16), Number.parseInt(to ?? from!, 16)] as const
      }),
    }
  })
}

interface Loaded {
  readonly fonts: readonly Font[]
  readonly covered: ReadonlySet<number>
}
const loaded = new Map<string, Loaded>()
const drawers = new Map<number, Subset | null>()
const arrays = new Map<string, readonly Font[]>()
// The subsets together hold some 30 MB; a text that needs more of them at once than this is no article.
const mostArrays = 64
/** What stands for a character that no font draws: an emoji, a script of few newsrooms. */
export const replacement = '\u{fffd}'
// They join or turn what stands beside them and have no drawing of their own.
const invisible = /[\p{Cc}\p{Cf}\p{Cs}\p{Variation_Selector}\p{Emoji_Modifier}]/gu

function load(subset: Subset): Loaded {
  const known = loaded.get(subset.name)
  if (known) return known
  const read = (weight: 400 | 700): Font => ({
    name: subset.name,
    weight,
    style: 'normal',
    data: readFileSync(new URL(import.meta.resolve(subset.file(weight)))),
  })
  const plain = read(400)
  const fonts = /^(?:noto-sans-sc|gowun)/.test(subset.name) ? [plain] : [plain, read(700)]
  const fresh = { fonts, covered: coverageOf(plain.data) }
  loaded.set(subset.name, fresh)
  return fresh
}

function drawerOf(code: number): Subset | null {
  const known = drawers.get(code)
  if (known !== undefined) return known
  const found =
    subsets.find(
      (subset) => subset.ranges.some(([from, to]) => from <= code && code <= to) && load(subset).covered.has(code),
    ) ?? null
  drawers.set(code, found)
  return found
}

/** The fonts for a text: read on first use, and of the large families only the subsets that the text needs. */
export function letteringFor(text: string): Lettering {
  const needed = new Set(
    [...new Set(`${text}${replacement} a`)].flatMap((letter) => drawerOf(letter.codePointAt(0)!) ?? []),
  )
  const inOrder = subsets.filter((subset) => needed.has(subset))
  const key = inOrder.map(({ name }) => name).join(' ')
  let fonts = arrays.get(key)
  if (!fonts) {
    fonts = inOrder.flatMap((subset) => load(subset).fonts)
    if (arrays.size >= mostArrays) arrays.clear()
    arrays.set(key, fonts)
  }
  return { fonts, drawable }
}

/** The text with every character that no font draws replaced by one that is seen. */
export function drawable(text: string): string {
  return [...text.replace(/[\t\r]/g, ' ').replace(invisible, (one) => (one === '\n' ? one : ''))]
    .map((letter) => (letter === '\n' || drawerOf(letter.codePointAt(0)!) ? letter : replacement))
    .join('')
}
