import { inflateSync } from 'node:zlib'

/**
 * The characters that a font has a drawing for, read from its character map (tables of format 4 and 12).
 *
 * @param woff a WOFF 1.0 file
 * @returns code points
 */
export function coverageOf(woff: Buffer): ReadonlySet<number> {
  const map = tableOf(woff, 'cmap')
  const found = new Set<number>()
  if (!map) return found
  for (let i = 0; i < map.readUInt16BE(2); i++) {
    const at = map.readUInt32BE(8 + i * 8)
    const format = map.readUInt16BE(at)
    if (format === 4) addShort(map.subarray(at), found)
    if (format === 12) addLong(map.subarray(at), found)
  }
  return found
}

function tableOf(woff: Buffer, wanted: string): Buffer | null {
  for (let i = 0; i < woff.readUInt16BE(12); i++) {
    const row = 44 + i * 20
    if (woff.toString('latin1', row, row + 4) !== wanted) continue
    const start = woff.readUInt32BE(row + 4)
    const packed = woff.readUInt32BE(row + 8)
    const bytes = woff.subarray(start, start + packed)
    return packed < woff.readUInt32BE(row + 12) ? inflateSync(bytes) : bytes
  }
  return null
}

function addShort(map: Buffer, found: Set<number>): void {
  const twice = map.readUInt16BE(6)
  for (let i = 0; i < twice; i += 2) {
    const end = map.readUInt16BE(14 + i)
    const start = map.readUInt16BE(16 + twice + i)
    const shift = map.readUInt16BE(16 + 2 * twice + i)
    const place = 16 + 3 * twice + i
    const offset = map.readUInt16BE(place)
    for (let code = start; code <= end && code < 0xffff; code++) {
      const glyph = offset === 0 ? code + shift : map.readUInt16BE(place + offset + 2 * (code - start))
      if ((glyph & 0xffff) !== 0) found.add(code)
    }
  }
}

function addLong(map: Buffer, found: Set<number>): void {
  for (let i = 0; i < map.readUInt32BE(12); i++) {
    const row = 16 + i * 12
    for (let code = map.readUInt32BE(row); code <= map.readUInt32BE(row + 4); code++) found.add(code)
  }
}
