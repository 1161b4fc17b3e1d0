import { expect, test } from 'vitest'
import { claimsOf, lineOf } from './reading.ts'

test.each<[what: string, text: string, expected: string]>([
  [
    'the outlet after it',
    'Ana Verrin said the pier was old, the Quillport Courier reported.',
    'attributed | Ana Verrin via Quillport Courier | the pier was old',
  ],
  [
    'the outlet before it',
    'The Quillport Courier reported that Ana Verrin said the dam leaked.',
    'attributed | Ana Verrin via Quillport Courier | the dam leaked',
  ],
  [
    'according to an outlet',
    'According to the Quillport Courier, Ana Verrin said the pier was old.',
    'attributed | Ana Verrin via Quillport Courier | the pier was old',
  ],
  [
    'an outlet that writes what another has',
    'Radio Ostrand reported that the Quillport Courier had written that the dam was safe.',
    'attributed | Quillport Courier via Radio Ostrand | the dam was safe',
  ],
  [
    'from the nearest outward',
    'Ana Verrin said Odd Renner told her that the pier was old, Radio Ostrand reported.',
    'attributed | Odd Renner via Ana Verrin via Radio Ostrand | the pier was old',
  ],
  [
    'the outlet it was told to',
    'The mayor told Radio Ostrand that the dam was safe.',
    'attributed | mayor via Radio Ostrand | the dam was safe',
  ],
  [
    'not reporters, who are nobody in particular',
    'The mayor told reporters that the dam was safe.',
    'attributed | mayor | the dam was safe',
  ],
  [
    'nor those of an outlet that isn’t named',
    'The mayor told television reporters that the dam was safe.',
    'attributed | mayor | the dam was safe',
  ],
  [
    'not people who aren’t an outlet',
    'The mayor told the council that the dam was safe.',
    'attributed | mayor | the dam was safe',
  ],
  [
    'not a statement of one’s own',
    'The mayor said in a statement that the dam was safe.',
    'attributed | mayor | the dam was safe',
  ],
  [
    'its label is that of the innermost',
    'The Quillport Courier reported that Strait Lines denied that the dam leaked.',
    'denied | Strait Lines via Quillport Courier | the dam leaked',
  ],
])('%s', async (_, text, expected) => expect((await claimsOf(text)).map(lineOf)).toEqual([expected]))

test('what only one of two clauses reports passes through nobody', async () => {
  expect(
    (await claimsOf('The mayor said the dam was safe. Ana Verrin said the pier was old, Radio Ostrand reported.')).map(
      lineOf,
    ),
  ).toEqual(['attributed | mayor | the dam was safe', 'attributed | Ana Verrin via Radio Ostrand | the pier was old'])
})
