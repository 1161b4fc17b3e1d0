import { describe, expect, test } from 'vitest'
import { claimsOf } from '../reading.ts'

const about = async (text: string): Promise<readonly (string | null)[]> =>
  (await claimsOf(text)).filter(({ certainty }) => certainty === 'alleged').map((claim) => claim.about)

describe('whom an accusation is against', () => {
  test.each<[text: string, target: string | null]>([
    // The object of the verb that accuses.
    ['Ana Verrin accused Strait Lines of hiding a leak.', 'Strait Lines'],
    ['Ana Verrin blamed the mayor for the fire.', 'mayor'],
    // The subject of what is alleged.
    ['Ana Verrin alleged that Joren Pike had stolen a boat.', 'Joren Pike'],
    ['Ana Verrin claimed Strait Lines had hidden a leak.', 'Strait Lines'],
    ['Prosecutors charged that Joren Pike had stolen a boat.', 'Joren Pike'],
    // Whoever is accused in the own voice.
    ['Joren Pike was charged with stealing a boat.', 'Joren Pike'],
    ['Strait Lines allegedly hid a leak.', 'Strait Lines'],
    // What belongs to somebody is held against them; an office acts for itself.
    ["Ana Verrin alleged that Strait Lines' ferries had leaked oil.", 'Strait Lines'],
    ["Ana Verrin alleged that Strait Lines's office had hidden a leak.", "Strait Lines's office"],
    // Nobody in particular.
    ['Ana Verrin alleged that there had been a leak.', null],
    ['Ana Verrin alleged that nobody had called.', null],
    ['Ana Verrin alleged that some had lied.', null],
  ])('%s', async (text, target) => expect(await about(text)).toEqual([target]))

  test('by their fullest name', async () => {
    expect(await about('Joren Pike sells boats. Ana Verrin alleged that Pike had stolen one.')).toEqual(['Joren Pike'])
  })

  test('anything but an accusation is against nobody', async () => {
    const claims = await claimsOf('Strait Lines denied that Joren Pike lied. Ansa Bray said that Pike may have left.')
    expect(claims.map((claim) => claim.about)).toEqual([null, null])
  })
})
