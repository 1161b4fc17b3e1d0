import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { piecesOfPipe } from '../../src/article/pipe.ts'
import { readFile } from '../../src/article/read.ts'

const folder = mkdtempSync(join(tmpdir(), 'hearsay-'))
afterAll(() => rmSync(folder, { recursive: true }))
const pipe = (name: string): string => {
  execFileSync('mkfifo', [join(folder, name)])
  return join(folder, name)
}
const all = async (pieces: AsyncIterable<Buffer>): Promise<string> => {
  let text = ''
  for await (const piece of pieces) text += piece
  return text
}

test('a named pipe is read to its end, also when its writer comes later', async () => {
  const path = pipe('late')
  const text = 'The mayor of Fernhill said that the bridge will open in June.'
  const reading = readFile(path)
  const writer = spawn('sh', ['-c', 'sleep 0.3; printf "%s" "$1" > "$2"', 'sh', text, path])
  const exit = once(writer, 'exit')
  expect((await reading).article.text).toBe(text)
  await exit
})

test('a pipe that nobody opens for writing, or that nothing is written to, is given up', async () => {
  await expect(all(piecesOfPipe(pipe('none'), 200))).rejects.toThrow(/within 0\.2 s, got nothing\. /)
  const path = pipe('silent')
  const writer = spawn('sh', ['-c', 'exec 3> "$1"; exec sleep 20', 'sh', path])
  await expect(all(piecesOfPipe(path, 400))).rejects.toThrow(/within 0\.4 s, got nothing\. /)
  writer.kill()
  await once(writer, 'exit')
})
