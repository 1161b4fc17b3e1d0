import type { Span } from '../types.ts'

// In order of preference: a number with its signs, an abbreviation with inner full stops, a word with inner
// apostrophes and hyphens, a run of one mark (…, --, ''), any single character.
const token =
  /[$€£¥]?\d+(?:[.,:]\d+)*(?:st|nd|rd|th|%|s(?!\p{L}))?|(?:\p{L}\.){2,}|(?:Mr|Mrs|Ms|Dr|Prof|Gen|Sen|Rep|Gov|Lt|Col|Sgt|Capt|St|Jr|Sr|Jan|Feb|Aug|Sept|Oct|Nov|Dec|Inc|Corp|Co|Ltd|No|vs)\.(?!\p{L})|[\p{L}\p{N}\p{M}_@#]+(?:[-’'‐‑.&/+](?=[\p{L}\p{N}])[\p{L}\p{N}\p{M}_]+)*|''|``|\.{2,}|-{2,}|\S/gu

// "don't" is "do" and "n't", "Trump's" is "Trump" and "'s": a clitic is a word of its own, as in the Penn Treebank.
const clitic = /^(.+?)(n['’]t|['’](?:s|ll|re|ve|d|m))$/iu

/**
 * The tokens of a stretch of text: words, numbers, marks; clitics stand alone.
 *
 * @param text the article's text
 * @param within the stretch to read; all of it by default
 * @returns spans in order of place that cover every character that isn't white space
 */
export function readTokens(text: string, within: Span = [0, text.length]): readonly Span[] {
  const tokens: Span[] = []
  for (const found of text.slice(...within).matchAll(token)) {
    const start = within[0] + found.index
    const end = start + found[0].length
    const split = clitic.exec(found[0])
    if (split?.[1] && split[2]) {
      const middle = start + split[1].length
      tokens.push([start, middle], [middle, end])
    } else tokens.push([start, end])
  }
  return tokens
}
