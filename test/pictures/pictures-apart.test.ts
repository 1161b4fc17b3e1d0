import { createHash } from 'node:crypto'
import { afterAll, expect, test } from 'vitest'
import { paint } from '../../src/pictures/paint.ts'
import { picturesWith } from '../../src/pictures/pictures.ts'
import { picturesApart } from '../../src/pictures/pictures-apart.ts'
import { shownOf } from '../replies/discord/samples.ts'
import { ferry } from './ferry.ts'

const told = (drawn: unknown): readonly string[] =>
  JSON.stringify(drawn, (_, value) => (value instanceof Uint8Array ? digestOf(value) : value)).split(',')
const digestOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')
const pictures = picturesWith(paint)
const apart = picturesApart()
afterAll(apart.close)

test('draws in a process of its own what is drawn beside it, to the byte', async () => {
  const { version } = await shownOf(ferry)
  const claim = version.claims[0]!
  const theirs = await Promise.all([apart.annotated(version), apart.whoSaidWhat(version), apart.claim(version, claim)])
  const ours = [
    await pictures.annotated(version),
    await pictures.whoSaidWhat(version),
    await pictures.claim(version, claim),
  ]
  // Compared as text: two arrays of bytes that differ would be shown in whole.
  expect(told(theirs)).toEqual(told(ours))
})
