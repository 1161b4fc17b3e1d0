import type { Sentence } from '../document.ts'
import type { Token } from '../token.ts'
import { commitment, groupOver, hedged, stepsFrom } from './commitment.ts'
import type { Predicate } from './predicate.ts'
import { phraseAround, type Table, tableOf } from './table.ts'

/** What is observed of an event, by name; 1 where it holds, or a measure within -1 … +1. */
export type Features = ReadonlyMap<string, number>

const hedges =
  /^(?:allegedly|reportedly|probably|likely|possibly|perhaps|maybe|presumably|apparently|seemingly|potentially|supposedly|eventually|soon|tomorrow|next|already|yesterday|ago|actually|only|almost|nearly|ever|again|no)$/
const openers = /^(?:if|unless|whether|would|could|should|may|might|no|not|n't)$/
const endings = /(?:tion|sion|ment|ance|ence|ing|er|or|al|ure|ity|ness|s)$/

/**
 * Describes the event at a token: the commitment that the rules compute, its own form, modal and negation, the words
 * around it, and the predicates it hangs on.
 *
 * @param sentence tagged
 * @param index token number
 * @param quoted whether it stands within quotation marks
 */
export function featuresOf(sentence: Sentence, index: number, quoted: boolean): Features {
  const table = tableOf(sentence)
  const out = new Map<string, number>()
  const add = (name: string, value = 1) => out.set(name, value)
  const steps = stepsFrom(table, index)
  const { predicate } = steps[0]!
  const ruled = commitment(table, steps)
  add('rules', ruled)
  const left = hedged(table, predicate)
  if (left < 1) add('hedged', left)
  add(`rules=${Math.round(ruled * 5)}`)
  add(`kind=${predicate.kind}`)
  add(`${predicate.kind}${predicate.negated ? ' not' : ''} rules=${Math.round(ruled * 5)}`)
  add(`kind=${predicate.kind} rules`, ruled)
  ownFeatures(table, predicate, add)
  for (const [depth, step] of steps.entries()) {
    const below = steps[depth - 1]
    if (!below?.link) continue
    const { relation } = below.link
    const { modal, negated, form, kind } = step.predicate
    const lemma = lemmaOf(step.predicate)
    const group = groupOver(step, below)
    const at = depth
    if (at <= 2) {
      add(`${at} ${relation}<${lemma}`)
      if (group) add(`${at} ${relation}<${group}`)
      if (group) add(`${at} <${group}${negated ? ' not' : ''}`)
      add(`${at} <${kind} ${form}`)
      if (at === 1 && group) add(`${predicate.kind}<${lemma}`)
      if (at === 1 && group && modal) add(`<${group} ${modal}`)
    }
    if (group) add(`over ${group}`)
    if (modal) add(`over ${modal}`)
    if (modal && at === 1) add(`1 ${modal} ${predicate.kind}`)
    if (negated) add('over not')
    if (negated && at === 1) add(`1 not ${predicate.kind}`)
    if (form === 'infinitive') add('over infinitive')
    if (form === 'infinitive' && at === 1) add(`1 infinitive ${predicate.kind}`)
  }
  for (const [depth, { link }] of steps.entries()) {
    if (depth > 2) break
    add(`${depth} ${link?.relation ?? 'main'}`)
    if (depth === 0) add(`${predicate.kind} ${link?.relation ?? 'main'} ${predicate.form}`)
  }
  around(table, index, add)
  if (quoted) add('quoted')
  if (quoted) add(`quoted ${predicate.kind}`)
  return out
}

type Add = (name: string, value?: number) => void

function ownFeatures(table: Table, predicate: Predicate, add: Add): void {
  const { token, kind, form, modal, negated, helpers, group, index } = predicate
  const { tokens } = table
  const lemma = lemmaOf(predicate)
  add(`lemma=${lemma}`)
  add(`word=${wordOf(token)}`)
  add(`form=${form}`)
  if (modal) add(`modal=${modal}`)
  if (negated) add('not')
  if (negated) add(`not ${form}`)
  if (negated && modal) add(`not ${modal}`)
  if (form === 'infinitive') add(`to ${lemma}`)
  if (modal && helpers.includes('have')) add(`${modal} have`)
  for (const helper of helpers) add(`with ${helper}`)
  if (group?.passive) add(`passive ${form}`)
  if (kind === 'noun') {
    const { from, to } = phraseAround(table, index)
    for (let i = from; i < index; i++) add(`phrase ${wordOf(tokens[i])}`)
    const first = tokens[from]!
    add(first.pos === 'DET' || first.pos === 'PRON' ? `det ${first.lower}` : `det ${index === from ? 'bare' : 'none'}`)
    if (to > index + 1) add('before noun')
    const ending = endings.exec(token.lower)
    if (ending) add(`ending ${ending[0]}`)
    if (token.pos === 'PROPN') add('name')
  }
  if (group && kind === 'verb') {
    // "reached no agreement": the object says that nothing was.
    for (let i = group.to; i < Math.min(tokens.length, group.to + 3); i++)
      if (/^(?:no|nothing|none|neither|little|nobody)$/.test(tokens[i]!.lower)) add('no after')
    const before = tokens[group.from - 1]
    if (before?.pos === 'PRON' || before?.pos === 'DET') add(`subject ${before.lower}`)
    if (before && /s$/.test(before.lower) && before.pos === 'NOUN' && form === 'base') add('generic')
  }
}

function around({ tokens, asks, conditional, verbless }: Table, index: number, add: Add): void {
  const word = (i: number) => wordOf(tokens[i])
  add(`-1 ${word(index - 1)}`)
  add(`+1 ${word(index + 1)}`)
  add(`-2 ${word(index - 2)}`)
  add(`+2 ${word(index + 2)}`)
  add(`-1 ${word(index - 1)} ${tokens[index]!.pos}`)
  add(`-2-1 ${word(index - 2)} ${word(index - 1)}`)
  for (let i = Math.max(0, index - 8); i < Math.min(tokens.length, index + 6); i++) {
    const { lower } = tokens[i]!
    if (i !== index && i >= index - 5 && hedges.test(lower)) add(`near ${lower}`)
    if (i < index && openers.test(lower)) add(`before ${lower}`)
  }
  if (conditional) add('sentence if')
  if (asks) add('sentence ?')
  if (verbless) add('no verb')
  add(`tokens ${Math.min(4, tokens.length >> 3)}`)
}

// Names and numbers are what a text is about, not how it says it: they are all one word.
const wordOf = (token: Token | undefined): string =>
  token === undefined ? '|' : token.pos === 'PROPN' ? 'Name' : token.pos === 'NUM' ? '1' : token.lower
const lemmaOf = ({ token, lemma }: Predicate): string =>
  token.pos === 'PROPN' ? 'Name' : token.pos === 'NUM' ? '1' : lemma
