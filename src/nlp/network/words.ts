/** What the network is told of a word beside its letters: see {@link wordsOf}. */
export type Features = readonly [letterCase: number, quote: number, place: number, glued: number]

/** A word as the network reads it. */
export interface Word {
  /** With its marks made plain, one for one. */
  readonly text: string
  /** `[start, end)` in UTF-16 units of the article. */
  readonly start: number
  readonly end: number
  readonly paragraph: number
  /** Whether a sentence ends with it. */
  ends: boolean
  readonly features: Features
}

// A run of letters, marks and digits is one word; any other visible character is a word of its own.
const word = /[\p{L}\p{M}\p{N}]+|[^\s\p{L}\p{M}\p{N}\p{C}]/gu
// The vocabulary knows the plain marks best.
const plain: Readonly<Record<string, string>> = {
  '“': '"',
  '”': '"',
  '„': '"',
  '‘': "'",
  '’': "'",
  '―': '—',
  '–': '-',
}

/**
 * The words of a text with their features, exactly as the network was trained on them (`training/words.py`): letter case
 * (0 none, 1 lower, 2 Capitalised, 3 UPPER, 4 mIxed), quotation (0 outside, 1 inside, 2 opening mark, 3 closing mark; a
 * new paragraph starts outside), place (1 first of a paragraph, 2 first of the text), glued (1 when no space is before it).
 */
export function wordsOf(text: string): readonly Word[] {
  const out: Word[] = []
  let inside = false
  let paragraph = 0
  let last = 0
  for (const found of text.matchAll(word)) {
    const gap = text.slice(last, found.index)
    const [letters] = found
    const first = out.length === 0 || gap.includes('\n')
    if (first) {
      inside = false
      if (out.length > 0) paragraph++
    }
    let quote = inside ? 1 : 0
    // A closing mark where only an opening one can stand is a misprint.
    const opens = letters === '“' || (!inside && (letters === '"' || (letters === '”' && gapless(text, found.index))))
    if (opens) {
      inside = true
      quote = 2
    } else if (letters === '”' || letters === '"') {
      inside = false
      quote = 3
    }
    const place = out.length === 0 ? 2 : first ? 1 : 0
    last = found.index + letters.length
    out.push({
      text: plain[letters] ?? letters,
      start: found.index,
      end: last,
      paragraph,
      ends: false,
      features: [letterCase(letters), quote, place, gap || out.length === 0 ? 0 : 1],
    })
  }
  markEnds(out)
  return out
}

const gapless = (text: string, at: number): boolean =>
  !/\S/.test(text[at - 1] ?? ' ') && /[\p{L}\p{N}]/u.test(text[at + 1] ?? '')

function letterCase(letters: string): number {
  const lower = letters.toLowerCase()
  const upper = letters.toUpperCase()
  if (lower === upper) return 0
  if (letters === lower) return 1
  const [first = '', ...rest] = letters
  if (letters === upper) return rest.length === 0 ? 2 : 3
  const tail = rest.join('')
  return first === first.toUpperCase() && tail === tail.toLowerCase() ? 2 : 4
}

// A sentence ends with . ! ? and the closing marks after it, if a space comes next and no lower-case word.
function markEnds(words: readonly Word[]): void {
  for (const [i, { text }] of words.entries()) {
    if (text !== '.' && text !== '!' && text !== '?') continue
    let j = i
    while (words[j + 1]?.features[3] === 1 && /^["')\]]$/.test(words[j + 1]!.text)) j++
    const after = words[j + 1]
    if (!after || (after.features[3] === 0 && after.features[0] !== 1)) words[j]!.ends = true
  }
}
