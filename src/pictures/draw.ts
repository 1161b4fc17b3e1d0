import satori from 'satori'
import { letteringFor } from './fonts.ts'
import { width, zoom } from './size.ts'

/** An element as satori takes it; made by {@link box} only. */
export interface Box {
  readonly type: string
  readonly key: null
  readonly props: Readonly<Record<string, unknown>>
}

/** Styles in camel case, lengths in pixels. */
export type Style = Readonly<Record<string, string | number>>
type Child = Box | string

/** One element of a picture. Text in it is still as it was written. */
export function box(style: Style, ...children: readonly Child[]): Box {
  return { type: 'div', key: null, props: { style: { display: 'flex', boxSizing: 'border-box', ...style }, children } }
}

/** A run of text within a line. */
export function run(style: Style, ...children: readonly Child[]): Box {
  return { type: 'span', key: null, props: { style, children } }
}

/** An element of SVG with its attributes. */
export function shape(type: string, attributes: Readonly<Record<string, unknown>>, ...children: readonly Box[]): Box {
  return { type, key: null, props: { ...attributes, children } }
}

/**
 * A tree as SVG, {@link width} wide. The same for the same tree.
 *
 * @param mostHeight in pixels of the file
 * @returns null where it would be higher
 */
export async function layOut(root: Box, mostHeight: number): Promise<string | null> {
  const { fonts, drawable } = letteringFor(wordsOf(root))
  const families = [...new Set(fonts.map(({ name }) => `'${name}'`))].join(', ')
  const tree = box({ fontFamily: families, width }, drawn(root, drawable) as Box)
  const svg = withoutMasks(await satori(tree as never, { width, fonts: fonts as never }))
  const height = Number(/^<svg[^>]*? height="([\d.]+)"/.exec(svg)?.[1] ?? 0)
  return height * zoom > mostHeight ? null : svg
}

// Satori masks each element with its own box, which would only be seen where something is hidden beyond it: nothing is.
const withoutMasks = (svg: string): string =>
  svg.replace(/<mask id="satori_om-.*?<\/mask>| mask="url\(#satori_om-[^"]*\)"/g, '')

const childrenOf = (node: Box): readonly Child[] => (node.props.children as readonly Child[] | undefined) ?? []

const wordsOf = (node: Child): string => (typeof node === 'string' ? node : childrenOf(node).map(wordsOf).join(''))

const drawn = (node: Child, drawable: (text: string) => string): Child =>
  typeof node === 'string'
    ? drawable(node)
    : { ...node, props: { ...node.props, children: childrenOf(node).map((child) => drawn(child, drawable)) } }
