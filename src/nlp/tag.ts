import { createRequire } from 'node:module'
import { readTokens } from '../text/tokens.ts'
import type { Span } from '../types.ts'
import { repairTags } from './repair-tags.ts'
import type { PartOfSpeech, Token } from './token.ts'

interface Wink {
  readDoc(text: string): { tokens(): { out(its?: unknown): unknown } }
  readonly its: Readonly<Record<'value' | 'pos' | 'lemma' | 'precedingSpaces', unknown>>
}

// wink-nlp is CommonJS with types that need its own module resolution; required once, when the first text is tagged.
let wink: Wink | null = null
function load(): Wink {
  const require = createRequire(import.meta.url)
  wink ??= require('wink-nlp')(require('wink-eng-lite-web-model'), ['sbd', 'pos']) as Wink
  return wink
}

/**
 * Tags one sentence. The places are our own tokens'; each takes the tag of the tagger's token that covers its start, so
 * that whatever the tagger makes of odd characters, places are right.
 *
 * @param text the article's text
 * @param sentence the stretch to tag
 * @returns the sentence's tokens in order of place
 */
export function tagSentence(text: string, sentence: Span): readonly Token[] {
  const places = readTokens(text, sentence)
  // The tagger knows "n't" and quotation marks in their straight form only.
  const words = text
    .slice(...sentence)
    .replace(/[‘’]/g, "'")
    .replace(/[“”]/g, '"')
    .replace(/[\n\r\u2028\u2029]/g, ' ')
  const { its } = load()
  const tokens = load().readDoc(words).tokens()
  const values = tokens.out(its.value) as string[]
  const tags = tokens.out(its.pos) as PartOfSpeech[]
  const lemmas = tokens.out(its.lemma) as string[]
  const ends: number[] = []
  let at = 0
  for (const value of values) {
    const found = words.indexOf(value, at)
    at = found < 0 ? at : found + value.length
    ends.push(at)
  }
  let next = 0
  return repairTags(
    places.map(([start, end]) => {
      while (next < ends.length - 1 && ends[next]! <= start - sentence[0]) next++
      const word = text.slice(start, end)
      const lower = word.toLowerCase().replace(/[‘’]/g, "'")
      return { start, end, text: word, lower, pos: tags[next] ?? 'X', lemma: lemmas[next] ?? lower }
    }),
  )
}
