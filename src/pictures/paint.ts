import { renderAsync } from '@resvg/resvg-js'
import { zoom } from './size.ts'

/** PNG bytes of an SVG. The same bytes for the same SVG. */
export type Paint = (svg: string) => Promise<Uint8Array>

/** Paints where it is called. */
export const paint: Paint = async (svg) => {
  const image = await renderAsync(svg, {
    fitTo: { mode: 'zoom', value: zoom },
    font: { loadSystemFonts: false },
  })
  return new Uint8Array(image.asPng())
}
