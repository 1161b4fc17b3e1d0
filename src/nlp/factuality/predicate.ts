import type { Token } from '../token.ts'
import type { VerbGroup } from '../verb-groups.ts'
import { groupsBefore, nominal, phrasal, phraseAround, reach, type Table } from './table.ts'

/** A word that can name an event, with what its own phrase says of it. Numbers are token numbers of the sentence. */
export interface Predicate {
  readonly index: number
  readonly token: Token
  readonly kind: 'verb' | 'noun' | 'adjective' | 'other'
  readonly lemma: string
  /** The verb group it is the head of or, for a noun or adjective, the copula before it. */
  readonly group: VerbGroup | null
  /** `infinitive`, `gerund`, `participle` for verbs without tense; else the shape of the finite verb. */
  readonly form: 'infinitive' | 'gerund' | 'participle' | 'past' | 'present' | 'base' | 'none'
  readonly modal: string | null
  readonly negated: boolean
  /** Auxiliaries and adverbs of its group, taken from the verb it is joined to where it has none ("to buy and sell"). */
  readonly helpers: readonly string[]
  /** The group that a joined verb takes its governor from, or null. */
  readonly joined: VerbGroup | null
}

// The forms of each modal; "wo" and "ca" are what stands before "n't".
const modals: ReadonlyMap<string, string> = new Map(
  ["will 'll ll wo shall", "would 'd", 'can ca cannot', 'could', 'may', 'might', 'must', 'should ought'].flatMap(
    (forms) => forms.split(' ').map((form) => [form, forms.split(' ')[0]!] as const),
  ),
)
const copulas = /^(?:be|is|are|was|were|'s|become|seem|appear|remain|look)$/
const negations = /^(?:not|n't|never|cannot|neither|nor|hardly|scarcely)$/
const notOnly = /^(?:only|just|merely|simply|necessarily)$/
const nobody = /^(?:no|none|nobody|nothing|neither|nor)$/

/** What a token's own phrase says of the event it names. */
export function predicateAt(table: Table, index: number): Predicate {
  const { tokens, groupAt } = table
  const token = tokens[index]!
  const own = groupAt[index]
  if (own) return verbAt(table, index, own)
  const kind = token.pos === 'ADJ' ? 'adjective' : nominal.test(token.pos) ? 'noun' : 'other'
  const copula = copulaBefore(table, index)
  const helpers = copula ? tokens.slice(copula.from, copula.to).map(({ lower }) => lower) : []
  return {
    index,
    token,
    kind,
    lemma: token.lemma.toLowerCase(),
    group: copula,
    form: 'none',
    modal: modalOf(helpers),
    negated:
      (kind === 'noun' && /^(?:no|neither)$/.test(tokens[phraseAround(table, index).from]!.lower)) ||
      (copula !== null && (negatedGroup(table, copula) || negatedSubject(table, copula))),
    helpers,
    joined: null,
  }
}

function verbAt(table: Table, index: number, group: VerbGroup): Predicate {
  const { tokens } = table
  const token = tokens[group.head]!
  const shape = shapeOf(token)
  const joined = joinedTo(table, group)
  const borrowed =
    joined !== null && group.helpers.length === 0 && joined.helpers.length > 0 && !contrasts(table, group)
  const helpers = borrowed ? joined.helpers : group.helpers
  const form =
    group.form === 'finite' && joined && shape === 'base' && joined.form === 'infinitive'
      ? 'infinitive'
      : group.form !== 'finite'
        ? group.form === 'infinitive' && shape === 'ing' && group.helpers.length === 1
          ? 'gerund'
          : group.form
        : shape === 'ing'
          ? 'present'
          : shape === 'past'
            ? 'past'
            : shape
  return {
    index,
    token: tokens[index]!,
    kind: 'verb',
    lemma: (tokens[index]!.lemma || group.lemma).toLowerCase(),
    group,
    form,
    modal: modalOf(helpers),
    negated:
      negatedGroup(table, group) ||
      (borrowed && negatedGroup(table, joined)) ||
      (!contrasts(table, group) && negatedSubject(table, joined ?? group)),
    helpers,
    joined,
  }
}

const shapeOf = ({ lower, lemma }: Token): 'base' | 'present' | 'past' | 'ing' =>
  lower === lemma ? 'base' : /ing$/.test(lower) ? 'ing' : /s$/.test(lower) ? 'present' : 'past'

// "to buy and sell", "was arrested and charged": a verb right after a conjunction goes with one of its own shape.
function joinedTo(table: Table, group: VerbGroup): VerbGroup | null {
  const { tokens } = table
  let i = group.from - 1
  while (tokens[i]?.pos === 'ADV') i--
  const listed = tokens[i]?.text === ',' && tokens.slice(group.to, group.to + reach).some(({ pos }) => pos === 'CCONJ')
  if (tokens[i]?.pos !== 'CCONJ' && !listed) return null
  const shape = shapeOf(tokens[group.head]!)
  const nearest = groupsBefore(table, i, 24).slice(0, 3)
  return (
    nearest.find((g) => shapeOf(tokens[g.head]!) === shape && (shape !== 'past' || g.finite === group.finite)) ?? null
  )
}

const contrasts = ({ tokens }: Table, { from }: VerbGroup): boolean =>
  /^(?:but|yet|then)$/.test(tokens[from - 1]?.lower ?? '')

// "did not leave", "is not": but not "asked not to", "not only".
function negatedGroup({ tokens }: Table, group: VerbGroup): boolean {
  for (let i = group.from; i <= group.to; i++) {
    const token = tokens[i]
    if (!token || !negations.test(token.lower) || notOnly.test(tokens[i + 1]?.lower ?? '')) continue
    if (i < group.to || (tokens[group.head]!.pos === 'AUX' && tokens[i + 1]?.lower !== 'to')) return true
  }
  // "have yet to find"
  return group.form === 'infinitive' && tokens[group.from - 1]?.lower === 'yet'
}

const modalOf = (helpers: readonly string[]): string | null => {
  const word = helpers.find((helper) => modals.has(helper))
  if (word) return modals.get(word)!
  return helpers.indexOf('to') > 0 ? 'be-to' : null
}

// "No one has claimed": the negation stands in the subject.
function negatedSubject({ tokens, groupAt }: Table, group: VerbGroup): boolean {
  if (group.form === 'infinitive') return negations.test(tokens[group.from - 1]?.lower ?? '')
  for (let i = group.from - 1; i >= 0 && i > group.from - 8; i--) {
    const { lower, pos, text } = tokens[i]!
    if (groupAt[i] || pos === 'SCONJ' || /^(?:who|which|that|why|how|what|but)$/.test(lower) || /^[,;:"“”]$/.test(text))
      return false
    if (nobody.test(lower)) return true
    if (negations.test(lower) && i >= group.from - 2 && !notOnly.test(tokens[i + 1]!.lower)) return true
  }
  return false
}

/** The copula that a noun or an adjective completes ("is a risk", "isn't likely"), or null. */
function copulaBefore({ tokens, groupAt }: Table, index: number): VerbGroup | null {
  let i = index - 1
  for (; i >= Math.max(0, index - 12) && !groupAt[i]; i--) {
    const { pos, lower } = tokens[i]!
    if (!phrasal.test(pos) && pos !== 'ADV' && !negations.test(lower)) return null
  }
  const group = groupAt[i]
  return group && copulas.test(group.lemma) ? group : null
}
