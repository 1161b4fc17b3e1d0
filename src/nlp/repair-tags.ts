import { reportingLemma } from './lexicon/verb-forms.ts'
import type { PartOfSpeech, Token } from './token.ts'

// Words the tagger takes for verbs that are none here.
const fixed: Readonly<Record<string, PartOfSpeech>> = {
  according: 'ADP',
  including: 'ADP',
  regarding: 'ADP',
  concerning: 'ADP',
  amid: 'ADP',
  despite: 'ADP',
  per: 'ADP',
  everything: 'PRON',
  anything: 'PRON',
  nothing: 'PRON',
  something: 'PRON',
  someone: 'PRON',
  everyone: 'PRON',
  people: 'NOUN',
  spokesperson: 'NOUN',
  cannot: 'AUX',
  "won't": 'AUX',
  ca: 'AUX',
  wo: 'AUX',
  whether: 'SCONJ',
}
const nominal = new Set<PartOfSpeech>(['NOUN', 'PROPN', 'PRON', 'NUM'])
const modals = new Set([
  'will',
  'would',
  'can',
  'could',
  'may',
  'might',
  'must',
  'shall',
  'should',
  "'ll",
  "'d",
  'did',
  'does',
  'do',
  'cannot',
])
const beForms = new Set(['is', 'are', 'was', 'were', 'be', 'been', 'being', "'re", "'m", 'am'])
const relatives = new Set(['who', 'which'])

/**
 * Mends the mistakes that the tagger makes again and again in news text, where the word's neighbours leave no doubt:
 * reporting verbs taken for nouns ("the senator claims that"), participles after "be" taken for adjectives, participles
 * before a noun taken for verbs ("a mounting series"). Found by reading what it gave on news articles.
 *
 * @param tokens one sentence as tagged
 * @returns the same tokens, some with another part of speech or dictionary form
 */
export function repairTags(tokens: readonly Token[]): readonly Token[] {
  const out: Token[] = []
  for (const [i, token] of tokens.entries()) {
    const before = out[i - 1]
    const next = tokens[i + 1]
    out.push(repair(token, before, next, out))
  }
  return out
}

function repair(token: Token, before: Token | undefined, next: Token | undefined, out: readonly Token[]): Token {
  const as = (pos: PartOfSpeech, lemma = token.lemma): Token => ({ ...token, pos, lemma })
  const known = fixed[token.lower]
  if (known) return as(known, token.lower)
  if (/^[\p{P}\p{S}]+$/u.test(token.text) && !/^[$€£¥%&@#]/.test(token.text)) return as('PUNCT')
  // "the attorney general said", "its finance chief, …": after a noun these end a title.
  if (/^(?:general|chief)$/.test(token.lower) && token.pos === 'ADJ' && before?.pos === 'NOUN') return as('NOUN')
  const auxiliary = lastAuxiliary(out)
  const participle = /(?:ed|ing)$/.test(token.lower)
  const lemma = reportingLemma(token.lower)
  if (token.pos === 'ADJ' && participle) {
    if (auxiliary && beForms.has(auxiliary.lower) && next && !nominal.has(next.pos))
      return as('VERB', lemma ?? stem(token.lower))
    if (
      lemma &&
      before &&
      (nominal.has(before.pos) || before.pos === 'ADV' || before.text === ',') &&
      next &&
      opensClause(next)
    )
      return as('VERB', lemma)
  }
  if (token.pos === 'NOUN' || token.pos === 'ADJ' || token.pos === 'PROPN') {
    if (
      before &&
      relatives.has(before.lower) &&
      token.pos !== 'PROPN' &&
      next &&
      next.pos !== 'VERB' &&
      next.pos !== 'AUX' &&
      next.pos !== 'NOUN' &&
      next.pos !== 'PART'
    )
      return as('VERB', lemma ?? token.lemma)
    if (
      before &&
      auxiliary === before &&
      modals.has(before.lower) &&
      token.pos === 'NOUN' &&
      token.lower === token.text
    )
      return as('VERB', lemma ?? token.lemma)
    if (
      before &&
      (before.lower === 'not' || before.lower === "n't") &&
      modals.has(out.at(-2)?.lower ?? '') &&
      token.pos === 'NOUN'
    )
      return as('VERB', lemma ?? token.lemma)
    if (lemma && before && next && token.text === token.lower) {
      const subject =
        before.pos === 'PROPN' ||
        before.pos === 'PRON' ||
        (before.pos === 'NOUN' && /s$/.test(before.lower) !== /s$/.test(token.lower))
      const hasVerb = out.some((t) => t.pos === 'VERB' || t.pos === 'AUX')
      if (subject && opensClause(next) && (!hasVerb || next.lower === 'that')) return as('VERB', lemma)
    }
  }
  if (token.pos === 'VERB') {
    // "a meeting between", "the shooting of": a determiner makes a noun of it.
    if (
      before &&
      (before.pos === 'DET' || before.pos === 'ADJ') &&
      /ing$/.test(token.lower) &&
      (!next || next.pos === 'ADP' || next.pos === 'PUNCT' || next.pos === 'CCONJ')
    )
      return as('NOUN', token.lower)
    if (
      before &&
      next &&
      participle &&
      (before.pos === 'DET' || before.pos === 'ADJ' || before.lower === "'s" || before.pos === 'NUM') &&
      before.pos !== 'PRON' &&
      (next.pos === 'NOUN' || next.pos === 'PROPN' || next.pos === 'NUM' || next.pos === 'ADJ') &&
      !beForms.has(out.findLast((t) => t.pos === 'AUX')?.lower === before.lower ? before.lower : '')
    )
      return as('ADJ')
    if (
      before &&
      before.pos === 'ADP' &&
      before.lower !== 'to' &&
      !/ing$/.test(token.lower) &&
      before.lower !== 'after' &&
      before.lower !== 'before' &&
      !/(?:ed)$/.test(token.lower) &&
      next &&
      !/^(?:that|to)$/.test(next.lower) &&
      token.lemma === token.lower
    )
      return as('NOUN')
    if (lemma && lemma !== token.lemma) return as('VERB', lemma)
    if (token.lemma === token.lower && /ed$/.test(token.lower) && token.lower.length > 4)
      return as('VERB', stem(token.lower))
  }
  return token
}

// The auxiliary that a word belongs to, adverbs and negation between them left aside.
function lastAuxiliary(out: readonly Token[]): Token | null {
  for (let i = out.length - 1; i >= 0; i--) {
    const token = out[i]!
    if (token.pos === 'AUX' || token.lower === "'s") return token
    if (token.pos !== 'ADV' && token.lower !== 'not' && token.lower !== "n't") return null
  }
  return null
}

const opensClause = (token: Token): boolean =>
  token.lower === 'that' ||
  token.pos === 'DET' ||
  token.pos === 'PRON' ||
  token.pos === 'PROPN' ||
  /^["“]|^''$|^``$/.test(token.text)

const stem = (word: string): string => word.replace(/(?:ied)$/, 'y').replace(/(?:ed|ing)$/, '')
