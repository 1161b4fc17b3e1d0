import type { Token } from './token.ts'

/** A verb with its auxiliaries, as token numbers `[from, to)` of its sentence. */
export interface VerbGroup {
  readonly from: number
  readonly to: number
  /** Token number of the main verb. */
  readonly head: number
  readonly lemma: string
  /** True when it can carry a clause of its own: it has tense. */
  readonly finite: boolean
  readonly form: 'finite' | 'infinitive' | 'gerund' | 'participle'
  readonly passive: boolean
  readonly negated: boolean
  /** Lower-case words of its auxiliaries, negation and adverbs, in order. */
  readonly helpers: readonly string[]
}

const be = new Set(['is', 'are', 'was', 'were', 'be', 'been', 'being', "'re", "'m", 'am', "'s", 'get', 'gets', 'got'])
const irregularParticiples = new Set(
  'known seen given taken made held found left kept set put cut hit led told built sent brought caught shot killed won lost drawn written driven shown born worn torn thrown grown hidden beaten chosen spoken broken stolen forgotten understood paid sold bought taught thought heard read hurt split spread'.split(
    ' ',
  ),
)

/**
 * The verb groups of a sentence in order. A past form that may be a participle ("people infected with …") counts as a
 * participle when a noun stands before it, a preposition after it, and another verb with tense follows in its clause.
 *
 * @param tokens one tagged sentence
 */
export function readVerbGroups(tokens: readonly Token[]): readonly VerbGroup[] {
  const groups: VerbGroup[] = []
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i]!
    if (!startsGroup(tokens, i)) continue
    let head = i
    let to = i + 1
    // Auxiliaries, negation and adverbs up to the main verb.
    if (token.pos === 'AUX' || token.lower === 'to') {
      for (let j = i + 1; j < tokens.length; j++) {
        const next = tokens[j]!
        if (next.pos === 'VERB' || next.pos === 'AUX') {
          head = j
          to = j + 1
          if (next.pos === 'VERB') break
        } else if (
          !(
            next.pos === 'ADV' ||
            next.lower === 'not' ||
            next.lower === "n't" ||
            (next.lower === 'to' && next.pos === 'PART' && tokens[j - 1]?.pos === 'AUX')
          )
        )
          break
      }
      if (token.lower === 'to' && head === i) continue
    }
    groups.push(describe(tokens, i, head, to))
    i = to - 1
  }
  return groups.map((group, i) =>
    isReduced(tokens, group, groups[i + 1]) ? { ...group, finite: false, form: 'participle' } : group,
  )
}

function startsGroup(tokens: readonly Token[], i: number): boolean {
  const token = tokens[i]!
  if (token.pos === 'VERB' || token.pos === 'AUX') return true
  if (token.lower !== 'to') return false
  const next = tokens[i + 1]
  const second = tokens[i + 2]
  return (
    next?.pos === 'VERB' ||
    next?.lower === 'be' ||
    next?.lower === 'have' ||
    (next?.pos === 'ADV' && second?.pos === 'VERB')
  )
}

function describe(tokens: readonly Token[], from: number, head: number, to: number): VerbGroup {
  const words = tokens.slice(from, head).map((t) => t.lower)
  const main = tokens[head]!
  const auxiliaries = tokens.slice(from, head).filter((t) => t.pos === 'AUX')
  const first = tokens[from]!
  const gerund = /ing$/.test(main.lower) && main.lower !== 'bring' && main.lower !== 'sing'
  const form =
    first.lower === 'to'
      ? 'infinitive'
      : auxiliaries.length === 0 && gerund
        ? 'gerund'
        : first.lower === 'being' || first.lower === 'having'
          ? 'gerund'
          : first.lower === 'be' && auxiliaries.length > 0
            ? 'infinitive'
            : 'finite'
  const passive = main.pos === 'VERB' && !gerund && auxiliaries.length > 0 && be.has(auxiliaries.at(-1)!.lower)
  return {
    from,
    to,
    head,
    lemma: main.lemma,
    finite: form === 'finite',
    form,
    passive,
    negated:
      words.includes('not') ||
      tokens[from - 1]?.lower === 'never' ||
      words.includes("n't") ||
      words.includes('never') ||
      words.includes('cannot') ||
      tokens[to]?.lower === 'not' ||
      tokens[to]?.lower === "n't",
    helpers: words,
  }
}

const clauseStart =
  /^(?:that|who|which|whose|when|where|while|as|because|if|although|though|after|before|since|until|but|and|or|;|:|—|–|--)$/

// "The firm, which makes pumps, closed in May": the comma ends the relative clause, and the verb is the firm's.
function closesRelative(tokens: readonly Token[], comma: number): boolean {
  const opening = tokens.findLastIndex(
    (t, i) => i < comma && /^(?:who|which)$/.test(t.lower) && tokens[i - 1]?.text === ',',
  )
  if (opening < 0 || tokens.slice(opening, comma).some((t) => t.text === ',')) return false
  return !tokens.slice(0, opening).some((t) => t.pos === 'VERB' || t.pos === 'AUX')
}

function isReduced(tokens: readonly Token[], group: VerbGroup, next: VerbGroup | undefined): boolean {
  if (group.form !== 'finite' || group.from !== group.head) return false
  const head = tokens[group.head]!
  if (head.pos !== 'VERB' || !(/ed$/.test(head.lower) || irregularParticiples.has(head.lower))) return false
  const before = tokens[group.from - 1]
  const after = tokens[group.to]
  if (!before || !/^(?:NOUN|PROPN|PUNCT|ADV|PRON|NUM)$/.test(before.pos)) return false
  if (before.pos === 'PRON' && !/^(?:those|anyone|someone|everyone)$/.test(before.lower)) return false
  if (after?.lower === 'by') return true
  if (!after || !/^(?:ADP|PART|ADV|PROPN)$/.test(after.pos)) return false
  // ", aimed at …": a comma before it, and a verb with tense before that.
  if (before.lower === ',' || before.pos === 'PUNCT')
    return group.from > 1 && after.pos === 'ADP' && !closesRelative(tokens, group.from - 1)
  if (!next?.finite) return false
  const between = tokens.slice(group.to, next.from)
  return !between.some((t) => clauseStart.test(t.lower) || t.lower === ',') && !between.some((t) => t.pos === 'PRON')
}
