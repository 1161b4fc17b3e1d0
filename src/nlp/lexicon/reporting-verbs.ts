import type { Certainty } from '../../types.ts'

interface Entry {
  readonly certainty: Certainty
  /** Where the label comes from: the contract's list, or ours by analogy with a verb in it. */
  readonly source: string
}

const contract = (certainty: Certainty, verbs: string): readonly (readonly [string, Entry])[] =>
  verbs.split(' ').map((verb) => [verb, { certainty, source: 'the contract, labels' }])
const like = (certainty: Certainty, model: string, verbs: string): readonly (readonly [string, Entry])[] =>
  verbs.split(' ').map((verb) => [verb, { certainty, source: `as "${model}"` }])

/**
 * What a reporting verb does to the label of what it reports. Verbs that only pass a claim on (say, tell, report) are
 * `attributed`. Only verbs listed here or counted in `cue-frames.json` report.
 */
export const reportingVerbs: Readonly<Record<string, Entry>> = Object.fromEntries([
  ...contract('denied', 'deny reject dismiss refute'),
  ...like('denied', 'refute', 'rebut debunk disprove dispute disavow repudiate'),
  ...contract('alleged', 'allege accuse claim charge suspect blame'),
  ...like('alleged', 'accuse', 'indict sue implicate'),
  ...contract('confirmed', 'confirm acknowledge admit concede'),
  ...like('confirmed', 'admit', 'confess'),
  ...contract('confirmed', 'show reveal prove'),
  ...like('confirmed', 'show', 'demonstrate'),
  ...contract('attributed', 'say tell report write announce note believe indicate'),
  ...like(
    'attributed',
    'say',
    'add state declare explain argue insist suggest conclude observe recall reply respond tweet post testify warn maintain assert contend stress emphasize reiterate complain vow promise pledge predict estimate mention remark describe call stress recount disclose find think know feel hope expect fear want urge swear caution joke quip assure remind inform advise inquire ask wonder learn hear read understand',
  ),
])
