import { expect, test } from 'vitest'
import { claimsOf } from './reading.ts'

const texts = async (article: string): Promise<readonly string[]> =>
  (await claimsOf(article)).map((claim) => claim.text)

test.each([
  [
    'a surname as the subject',
    'Ada Osk left the firm in May. Osk moved to Vell in June.',
    'Ada Osk moved to Vell in June',
  ],
  [
    '“it” of whom the sentence names first',
    'Strait Lines denied that it had cut the crew.',
    'Strait Lines had cut the crew',
  ],
  [
    'the group it was introduced as',
    'The relief group Northern Lantern was based in Vell. Prosecutors alleged that the group had hidden money.',
    'Northern Lantern had hidden money',
  ],
  ['“he” when one person is named', 'Judge Tam Oye ruled that he had no choice.', 'Tam Oye had no choice'],
  ['“I” of who is quoted', '"I saw the fire," said Ada Osk.', 'Ada Osk saw the fire'],
  ['the one who is accused', 'Ada Osk accused Strait Lines of hiding the losses.', 'Strait Lines hides the losses'],
  [
    'a participle as a sentence',
    'Northern Lantern, founded in 2014, has two clinics.',
    'Northern Lantern was founded in 2014',
  ],
  [
    'both verbs of a relative clause',
    'Strait Lines, which was founded in 1951 and employs 800 people, is for sale.',
    'Strait Lines employs 800 people',
  ],
  [
    '“we” of a spokesperson',
    '"We are cooperating in the matter," said a Strait Lines spokesperson. Strait Lines owns the pier.',
    'Strait Lines is cooperating in the matter',
  ],
  [
    '“we” of who leads the body',
    '"We bought fuel late," said Ada Osk, chief executive of Strait Lines. Strait Lines owns the pier.',
    'Strait Lines bought fuel late',
  ],
  [
    '“the shipping company” when the article is about one',
    'Strait Lines lost money. Strait Lines owns two piers. Osk sued Strait Lines. Vell fined Strait Lines, and the London-based shipping company paid in May.',
    'Strait Lines paid in May',
  ],
  [
    'a company that people hold stakes in',
    'Ada Osk has a stake in Halverd. Halverd lost money. Bo Lund left Halverd. The town fined Halverd. The company paid in May.',
    'Halverd paid in May',
  ],
])('resolves %s', async (_, article, expected) => {
  expect(await texts(article)).toContain(expected)
})

test.each([
  ['two who could be meant', 'Tam Oye and Ada Osk met in Vell. Bo Lund said he had won.', 'Tam Oye had won'],
  [
    'a noun nearer than the name',
    'Strait Lines said the river had lost half of its trout.',
    "the river had lost half of Strait Lines's trout",
  ],
  [
    '“it” that stands for nothing',
    'Strait Lines said it was unclear who had paid.',
    'Strait Lines was unclear who had paid',
  ],
  ['the weather', 'Strait Lines said that it rained in Vell.', 'Strait Lines rained in Vell'],
  ['“we” of a person', '"We lost the harbour," said Ada Osk.', 'Ada Osk lost the harbour'],
  [
    '“the company” among many',
    'Strait Lines sold Vell Ferries in May. The company made a loss.',
    'Vell Ferries made a loss',
  ],
  [
    'a short name of two bodies',
    'Vell Foods Group and Vell Ferries Group met on Monday. Vell lost money.',
    'Vell Foods Group lost money',
  ],
  [
    'a group of people',
    'Northern Lantern sold a barge. Northern Lantern owns two piers. Osk sued Northern Lantern. Vell fined Northern Lantern. The group of doctors paid in May.',
    'Northern Lantern of doctors paid in May',
  ],
])('leaves alone %s', async (_, article, wrong) => {
  expect(await texts(article)).not.toContain(wrong)
})

test('a tag that opens its sentence has no content before it', async () => {
  await expect(texts('— the mayor said. — said the mayor —, — — he said.')).resolves.toBeDefined()
})
