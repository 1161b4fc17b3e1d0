import { afterAll, expect, test } from 'vitest'
import { pictures } from '../../src/pictures/pictures.ts'
import { picturesApart } from '../../src/pictures/pictures-apart.ts'
import { shownOf } from '../replies/discord/samples.ts'
import { ferry } from './ferry.ts'

const apart = picturesApart()
afterAll(apart.close)

test('draws in a thread what is drawn beside it, to the byte', async () => {
  const { version } = await shownOf(ferry)
  const claim = version.claims[0]!
  const theirs = await Promise.all([apart.annotated(version), apart.whoSaidWhat(version), apart.claim(version, claim)])
  const ours = [
    await pictures.annotated(version),
    await pictures.whoSaidWhat(version),
    await pictures.claim(version, claim),
  ]
  for (const [i, own] of ours.entries()) {
    expect(Buffer.compare(Buffer.from(theirs[i]!.png), Buffer.from(own!.png))).toBe(0)
    expect(theirs[i]!.alt).toBe(own!.alt)
  }
  expect(theirs[0].page).toBe((ours[0] as (typeof theirs)[0]).page)
})
