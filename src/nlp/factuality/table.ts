import type { Sentence } from '../document.ts'
import type { Token } from '../token.ts'
import type { VerbGroup } from '../verb-groups.ts'

/** A sentence read for its events. */
export interface Table {
  readonly sentence: Sentence
  readonly tokens: readonly Token[]
  /** For each token the verb group it stands in. */
  readonly groupAt: readonly (VerbGroup | undefined)[]
  readonly asks: boolean
  readonly conditional: boolean
  readonly verbless: boolean
}

/** How many words to either side are looked at: a text without full stops is one sentence, and mustn't cost its square. */
export const reach = 60

export const nominal = /^(?:NOUN|PROPN|PRON|NUM|SYM)$/
export const phrasal = /^(?:NOUN|PROPN|PRON|NUM|SYM|DET|ADJ|X)$/

const tables = new WeakMap<Sentence, Table>()

/** The table of a sentence, built once. */
export function tableOf(sentence: Sentence): Table {
  const known = tables.get(sentence)
  if (known) return known
  const groupAt: (VerbGroup | undefined)[] = new Array(sentence.tokens.length).fill(undefined)
  for (const group of sentence.groups) groupAt.fill(group, group.from, group.to)
  const { tokens } = sentence
  const table = {
    sentence,
    tokens,
    groupAt,
    asks: tokens.some(({ text }) => text === '?'),
    conditional: tokens.some(({ lower }) => lower === 'if' || lower === 'unless'),
    verbless: sentence.groups.length === 0,
  }
  tables.set(sentence, table)
  return table
}

/** The first verb group from a token on, within reach. */
export function groupFrom({ groupAt }: Table, from: number): VerbGroup | null {
  for (let i = Math.max(0, from); i < Math.min(groupAt.length, from + reach); i++) if (groupAt[i]) return groupAt[i]!
  return null
}

/** The verb groups that end before a token, the nearest first, within so many words. */
export function groupsBefore({ groupAt }: Table, to: number, within = reach): readonly VerbGroup[] {
  const groups: VerbGroup[] = []
  for (let i = to - 1; i >= 0 && i >= to - within; i--) {
    const group = groupAt[i]
    if (!group) continue
    groups.push(group)
    i = group.from
  }
  return groups
}

const possessive = /^(?:his|her|its|their|our|my|your|no|any|some|that|this)$/

/** The noun phrase around a noun: `[from, to)`, and its last noun, the head. */
export function phraseAround(
  { tokens, groupAt }: Table,
  index: number,
): { readonly from: number; readonly to: number; readonly head: number } {
  let from = index
  while (from > 0 && from > index - reach && !groupAt[from - 1]) {
    const { pos, lower, text } = tokens[from - 1]!
    const belongs =
      (phrasal.test(pos) && (pos !== 'PRON' || possessive.test(lower))) ||
      /^(?:['’]s?|-)$/.test(text) ||
      (lower === 's' && pos === 'PART') ||
      (pos === 'ADV' && tokens[from]!.pos === 'ADJ')
    if (!belongs) break
    from--
  }
  let to = index + 1
  let head = index
  while (to < tokens.length && to < index + reach && !groupAt[to]) {
    const { pos, text } = tokens[to]!
    const goesOn = (pos === 'ADJ' || text === '-') && tokens[to + 1]?.pos === 'NOUN'
    if (pos !== 'NOUN' && pos !== 'PROPN' && pos !== 'NUM' && !goesOn) break
    if (pos === 'NOUN') head = to
    to++
  }
  return { from, to, head }
}
