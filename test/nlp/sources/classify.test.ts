import { describe, expect, test } from 'vitest'
import { classify } from '../../../src/nlp/sources/classify.ts'
import type { SourceKind } from '../../../src/types.ts'

/** The contract's kinds, each with names and descriptions, and people by their roles. */
const kinds: Readonly<Record<SourceKind, readonly (readonly [name: string, role?: string])[]>> = {
  official: [
    ...(['mayor', 'police', 'Vellgrad court', 'Quillport council', 'interior ministry', 'border guards'] as const).map(
      (name) => [name] as const,
    ),
    ['Torvia’s prosecutor general'],
    ['officials in Vellgrad'],
    ['Ansa Bray', 'mayor of Quillport'],
    ['Ada Lund', 'senator'],
    ['Ada Lund', 'police officer'],
    ['Senator Ada Lund'],
    // A country or a capital stands for its government.
    ['France'],
    ['Moscow'],
    // Whoever speaks for a body is of its kind.
    ['police spokesperson'],
    ['Odd Renner', 'spokesman for the interior ministry'],
  ],
  party: [
    ['Harbour Party'],
    ['dockers’ union'],
    ['police union'],
    ['rebels'],
    ['Teodor Lunt', 'lawyer'],
    ['Ada Lund', 'party leader'],
  ],
  organisation: [
    ['Vellgrad University'],
    ['Sill Institute'],
    ['Amber Bank'],
    ['Northern Lantern', 'relief group'],
    ['company spokesperson'],
    ['spokesperson'],
    ['Odd Renner', 'spokesman for Strait Lines'],
  ],
  person: [
    ['Ana Verrin'],
    ['Ana Verrin', 'baker'],
    ['residents'],
    ['doctors'],
    // A role within a body doesn't make a body of a person.
    ['Ada Lund', 'company executive'],
    ['Edda Holm', 'chief executive of Harrow Mills'],
    ['Ada Lund', 'professor at Vellgrad University'],
  ],
  media: [['Quillport Courier'], ['Radio Ostrand'], ['newspaper'], ['Lantern News Agency'], ['Ada Lund', 'reporter']],
  document: [
    ['Customs records'],
    ['2029 law'],
    ['annual report'],
    ['court documents'],
    ['statement'],
    // Its last words tell: whose it is doesn't.
    ['Courier poll'],
    ['Sill Institute’s report'],
    ['records seen by the Courier'],
  ],
  anonymous: [
    ['people familiar with the matter'],
    ['person familiar with the talks'],
    ['whistleblower'],
    ['people close to the board'],
  ],
}

describe.each(Object.entries(kinds))('%s', (kind, sources) => {
  test.each(sources.map(([name, role]) => ({ name, role: role ?? null })))('$name, $role', ({ name, role }) =>
    expect(classify(name, role)).toBe(kind),
  )
})
