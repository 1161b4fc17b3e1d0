import { inflateRawSync } from 'node:zlib'

const endOfDirectory = 0x06054b50
const directoryEntry = 0x02014b50
const localEntry = 0x04034b50

/**
 * Tells how much a ZIP archive holds, by inflating it within a bound: the sizes that an archive states may be wrong, and
 * a few kilobytes can hold gigabytes.
 *
 * @param most bytes after which it stops
 * @returns bytes in all, or `most + 1` for more than that, or null for what is no readable ZIP archive
 */
export function unzippedSize(bytes: Uint8Array, most: number): number | null {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = file.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]))
  if (end < 0 || end + 22 > file.length || file.readUInt32LE(end) !== endOfDirectory) return null
  let at = file.readUInt32LE(end + 16)
  let size = 0
  for (let left = file.readUInt16LE(end + 10); left > 0; left--) {
    if (at + 46 > file.length || file.readUInt32LE(at) !== directoryEntry) return null
    const data = dataOf(file, file.readUInt32LE(at + 42), file.readUInt32LE(at + 20))
    if (!data) return null
    const entry = file.readUInt16LE(at + 10) === 0 ? data.length : inflatedSize(data, most - size)
    if (entry === null) return null
    size += entry
    if (size > most) return most + 1
    at += 46 + file.readUInt16LE(at + 28) + file.readUInt16LE(at + 30) + file.readUInt16LE(at + 32)
  }
  return size
}

function dataOf(file: Buffer, at: number, length: number): Buffer | null {
  if (at + 30 > file.length || file.readUInt32LE(at) !== localEntry) return null
  const start = at + 30 + file.readUInt16LE(at + 26) + file.readUInt16LE(at + 28)
  return start + length > file.length ? null : file.subarray(start, start + length)
}

function inflatedSize(data: Buffer, most: number): number | null {
  try {
    return inflateRawSync(data, { maxOutputLength: Math.max(1, most) }).length
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE' ? most + 1 : null
  }
}
