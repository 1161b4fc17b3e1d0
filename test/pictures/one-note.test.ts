import { expect, test } from 'vitest'
import { oneNote } from '../../src/pictures/one-note.ts'
import { numbered } from '../../src/pictures/passages.ts'
import type { Claim } from '../../src/types.ts'
import { shownOf } from '../replies/discord/samples.ts'

test('one note tells of claims under one label by one source through the same, and of no others', async () => {
  const { version } = await shownOf('Ada Osk said the quay is closed. Ada Osk said the boats were sold.')
  const [first, second] = version.claims as readonly [Claim, Claim]
  const notes = (other: Partial<Claim>, more?: (claim: Claim) => readonly string[]) =>
    oneNote(numbered([first, { ...second, ...other }]), more).length
  expect(notes({})).toBe(1)
  expect(notes({ certainty: 'denied' })).toBe(2)
  expect(notes({ source: { ...second.source!, name: 'Bo Lund', mentions: [] } })).toBe(2)
  expect(notes({ via: [{ ...second.source!, name: 'the Courier', mentions: [] }] })).toBe(2)
  expect(notes({}, ({ id }) => [id])).toBe(2)
})
