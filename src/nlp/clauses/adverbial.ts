import type { Sentence } from '../document.ts'
import { simpleNounPhrase } from '../noun-phrases.ts'
import type { Boundary } from './clause.ts'
import { clauseAt, groupAt, isComma, isDashAt } from './marks.ts'

// The contract's four, and those that news uses alike. Not because, if, unless, until, so: they stay in their host.
const openers = new Set(['after', 'as', 'when', 'while', 'though', 'although', 'whereas', 'before', 'since'])

/** A clause with after, as, when, while, though …: with a subject and verb of its own, or "after doing". */
export function adverbialAt(sentence: Sentence, i: number, to: number): Boundary | null {
  const { tokens } = sentence
  const at = isComma(tokens[i]?.text) || isDashAt(sentence, i) ? i : -1
  let word = at >= 0 ? i + 1 : i
  // ", shortly after …", ", even though …"
  if (at >= 0 && tokens[word]?.pos === 'ADV' && openers.has(tokens[word + 1]?.lower ?? '')) word++
  // "a day after the group …", ", 18 years after …": the measure of time belongs to the clause.
  const measure = simpleNounPhrase(tokens, word)
  const last = measure && tokens[measure[1] - 1]
  if (
    measure &&
    last &&
    timeUnit.test(last.lower) &&
    /^(?:after|before)$/.test(tokens[measure[1]]?.lower ?? '') &&
    clauseAt(sentence, measure[1] + 1) &&
    word > 0 &&
    !/^(?:DET|NUM|ADJ|SYM)$/.test(tokens[word - 1]!.pos)
  )
    return { at: at >= 0 ? at : i, from: word, kind: 'adverbial' }
  if (!openers.has(tokens[word]?.lower ?? '')) return null
  return opens(sentence, word, to) ? { at: at >= 0 ? at : i, from: word + 1, kind: 'adverbial' } : null
}

const timeUnit = /^(?:seconds?|minutes?|hours?|days?|weeks?|months?|years?|decades?)$/

function opens(sentence: Sentence, word: number, to: number): boolean {
  const { tokens } = sentence
  const lower = tokens[word]!.lower
  const before = tokens[word - 1]?.lower ?? ''
  // "as well as", "such as", "as many as", "as soon as"; "said as much".
  if (
    lower === 'as' &&
    (/^(?:such|well|far|long|soon|much|many|known|seen|as|same|just|described|regarded|viewed)$/.test(before) ||
      /^(?:well|many|much|few|if|part|to|of|for|long|soon)$/.test(tokens[word + 1]?.lower ?? ''))
  )
    return false
  if (timeUnit.test(before) && /^(?:after|before)$/.test(lower)) {
    // Split off with its measure, or the first words of their clause.
    return false
  }
  if (lower === 'before' || lower === 'since')
    return clauseAt(sentence, word + 1) !== null && lower === 'since' ? false : clauseAt(sentence, word + 1) !== null
  const verb = clauseAt(sentence, word + 1)
  if (verb && verb.from < to) return true
  const group = groupAt(sentence, word + 1)
  return group !== null && group.from < to && group.form === 'gerund' && lower !== 'as'
}

/** A clause of circumstance that opens the stretch and ends at its comma: "After receiving a loan, the firm is …". */
export function leadingAdverbial(
  sentence: Sentence,
  from: number,
  to: number,
): { readonly from: number; readonly end: number } | null {
  const { tokens } = sentence
  let word = from
  if (tokens[word]?.pos === 'CCONJ' || isComma(tokens[word]?.text)) word++
  if (!openers.has(tokens[word]?.lower ?? '') || !opens(sentence, word, to)) return null
  for (let i = word + 2; i < to; i++) {
    if (isComma(tokens[i]!.text) && clauseAt(sentence, i + 1)) return { from: word + 1, end: i }
  }
  return null
}
