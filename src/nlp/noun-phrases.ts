import type { PartOfSpeech, Token } from './token.ts'

/** Token numbers `[from, to)` of one sentence. */
export type Range = readonly [from: number, to: number]

const inside = new Set<PartOfSpeech>(['DET', 'ADJ', 'NOUN', 'PROPN', 'NUM', 'PRON', 'SYM', 'X'])
const nominal = new Set<PartOfSpeech>(['NOUN', 'PROPN', 'PRON', 'NUM', 'SYM'])
const subjectOnly = new Set(['he', 'she', 'they', 'i', 'we', 'it', 'who', 'there'])
const neverInside = new Set(['that', 'who', 'which', 'whom', 'there', 'where', 'what'])
const linking = new Set([
  'of',
  'for',
  'in',
  'at',
  'with',
  'from',
  'on',
  'to',
  'under',
  'against',
  'about',
  'between',
  'near',
  'behind',
  'within',
  'across',
  'by',
  'among',
  'around',
  'outside',
  'over',
])

/**
 * The simple noun phrase that begins at a token: determiners, adjectives, nouns, possessives, names with their
 * brackets; no prepositional phrase, apposition or clause.
 *
 * @returns its range, or null when none begins there
 */
export function simpleNounPhrase(tokens: readonly Token[], from: number): Range | null {
  let to = from
  let last = -1
  let open = false
  for (let i = from; i < tokens.length; i++) {
    const token = tokens[i]!
    const next = tokens[i + 1]
    if (isPossessive(tokens, i) && last === i - 1) {
      to = i + 1
      continue
    }
    if (neverInside.has(token.lower) && i === from && token.lower !== 'that' && token.lower !== 'there') return null
    if (neverInside.has(token.lower) && i > from) break
    // "he" after a noun begins the next clause: "the cash he received".
    if (
      i > from &&
      token.pos === 'PRON' &&
      (subjectOnly.has(token.lower) ||
        !/^(?:self|one|ones|her|his|their|its|our|my|your|himself|herself|itself|themselves)$/.test(token.lower)) &&
      last >= 0
    )
      break
    if (i > from && token.pos === 'DET' && last >= 0 && !/^(?:all|both|half)$/.test(tokens[i - 1]!.lower)) break
    if (inside.has(token.pos)) {
      if (nominal.has(token.pos)) last = i
      to = i + 1
      if (subjectOnly.has(token.lower) && i === from) return [from, to]
      continue
    }
    if (
      token.pos === 'ADV' &&
      next &&
      (next.pos === 'ADJ' || next.pos === 'NUM' || (next.pos === 'ADV' && tokens[i + 2]?.pos === 'ADJ')) &&
      last < 0
    )
      continue
    if (token.pos === 'ADV' && i === from && /^(?:almost|nearly|about|roughly|more|less|only|at)$/.test(token.lower))
      continue
    if (/^[-‐‑–]$/.test(token.text) && next && next.start === token.end && last >= 0) continue
    if (token.lower === '&' && last >= 0) continue
    // A name within quotation marks: the "undesirable" designation.
    if (/^["“”]$/.test(token.text) && i > from && (open || quoted(tokens, i))) {
      open = !open
      continue
    }
    if (token.text === '(' && last === i - 1) {
      const close = tokens.findIndex((t, j) => j > i && t.text === ')')
      if (close > 0 && close - i <= 6) {
        i = close
        to = close + 1
        last = close
        continue
      }
    }
    break
  }
  if (last < 0) {
    // "the poor", "some", "this": a determiner or an adjective alone.
    return to > from && (tokens[from]!.pos === 'DET' || tokens[from]!.pos === 'ADJ') ? [from, to] : null
  }
  return [from, Math.max(last + 1, isPossessive(tokens, last + 1) && to === last + 2 ? to : last + 1)]
}

const isPossessive = (tokens: readonly Token[], i: number): boolean => {
  const token = tokens[i]
  return token !== undefined && /^['’]s?$/.test(token.text) && token.pos !== 'AUX' && token.pos !== 'VERB'
}

// A short run within marks that a noun follows or that ends the phrase.
const quoted = (tokens: readonly Token[], i: number): boolean => {
  for (let j = i + 1; j < Math.min(tokens.length, i + 6); j++) {
    if (/^["“”]$/.test(tokens[j]!.text)) return true
    if (!inside.has(tokens[j]!.pos)) return false
  }
  return false
}

/**
 * The noun phrase that begins at a token with what belongs to it: "the head of the agency in Vell", "Osk and her
 * team".
 */
export function nounPhrase(tokens: readonly Token[], from: number): Range | null {
  const first = simpleNounPhrase(tokens, from)
  if (!first) return null
  let to = first[1]
  for (;;) {
    // "two people familiar with the matter"
    if (/^(?:familiar|close|briefed)$/.test(tokens[to]?.lower ?? '') && tokens[to + 1]?.pos === 'ADP') to++
    const token = tokens[to]
    const next = tokens[to + 1]
    if (!token || !next) break
    const follows = token.pos === 'ADP' && linking.has(token.lower)
    const joins = token.pos === 'CCONJ' && token.lower !== 'but'
    if (!follows && !joins) break
    if (joins && subjectOnly.has(next.lower)) break
    const more = simpleNounPhrase(tokens, to + 1)
    if (!more) break
    to = more[1]
  }
  return [from, to]
}

/**
 * The noun phrase that ends right before a token: the subject of a verb that stands there. Goes left over prepositional
 * phrases, and over an apposition or a relative clause between commas or dashes.
 *
 * @param tokens one sentence
 * @param end token number after the phrase
 * @returns its range with the apposition in it, or null when no noun phrase ends there
 */
export function nounPhraseBefore(tokens: readonly Token[], end: number): Range | null {
  let to = end
  while (to > 0 && tokens[to - 1]!.pos === 'ADV') to--
  const last = tokens[to - 1]
  if (!last) return null
  if (last.text === ',' || /^(?:—|–|-|--|―)$/.test(last.text)) {
    const open = matchingMark(tokens, to - 1)
    if (open === null) return null
    const head = nounPhraseBefore(tokens, open)
    return head && [head[0], to]
  }
  let from = to
  for (let i = to - 1; i >= 0; i--) {
    const token = tokens[i]!
    if (inside.has(token.pos) && !(neverInside.has(token.lower) && i !== to - 1)) {
      // Two phrases side by side are two: "the cash he received".
      const right = tokens[i + 1]
      if (from <= i + 1 && right && from < to && subjectOnly.has(right.lower)) break
      if (subjectOnly.has(token.lower) && from < to) break
      from = i
      continue
    }
    if (isPossessive(tokens, i)) continue
    if (/^[-‐‑–&]$/.test(token.text) && tokens[i + 1]?.start === token.end) continue
    // "Brook & Tarn"
    if (token.text === '&' && tokens[i + 1]?.pos === 'PROPN' && tokens[i - 1]?.pos === 'PROPN') continue
    if (token.pos === 'ADV' && tokens[i + 1] && (tokens[i + 1]!.pos === 'ADJ' || tokens[i + 1]!.pos === 'NUM')) continue
    if (token.pos === 'ADP' && linking.has(token.lower) && i > 0 && from === i + 1 && nominalBefore(tokens, i)) continue
    if (token.pos === 'CCONJ' && token.lower === 'and' && from === i + 1 && nominalBefore(tokens, i)) continue
    if (token.text === ')') {
      const open = tokens.findLastIndex((t, j) => j < i && t.text === '(')
      if (open >= 0 && i - open <= 6) {
        i = open
        continue
      }
    }
    if (/^["“”‘’]$/.test(token.text) && from < to && i > 0 && quoted(tokens, Math.max(0, i - 6))) continue
    break
  }
  while (from < to && !inside.has(tokens[from]!.pos)) from++
  return from < to && tokens.slice(from, to).some((t) => nominal.has(t.pos) || t.pos === 'DET' || t.pos === 'ADJ')
    ? [from, to]
    : null
}

const nominalBefore = (tokens: readonly Token[], i: number): boolean => {
  const token = tokens[i - 1]
  return (
    token !== undefined &&
    (nominal.has(token.pos) ||
      token.text === ')' ||
      (token.pos === 'DET' && /^(?:some|all|many|most|both|one|none|each)$/.test(token.lower)) ||
      (token.pos === 'ADJ' &&
        /^(?:many|several|general|elect|familiar|close|responsible|present|involved)$/.test(token.lower)))
  )
}

// The comma or dash that opens the insertion which the one at `close` ends.
function matchingMark(tokens: readonly Token[], close: number): number | null {
  const mark = tokens[close]!.text
  for (let i = close - 1; i > 0; i--) {
    const token = tokens[i]!
    if (token.text !== mark) {
      if (/^[.;:?!]$/.test(token.text)) return null
      continue
    }
    const inner = tokens[i + 1]!
    const opens =
      /^(?:who|which|whose|whom|where|along|including|speaking|citing|now|then|both|himself|herself|itself)$/.test(
        inner.lower,
      ) ||
      inside.has(inner.pos) ||
      inner.pos === 'VERB' ||
      inner.pos === 'ADV' ||
      inner.pos === 'ADP'
    if (opens && nominalBefore(tokens, i)) {
      // A list of names has more commas; the phrase goes on to the left of each.
      return i
    }
    if (!opens) return null
  }
  return null
}
