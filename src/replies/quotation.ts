const pronoun = /^(?:I|we|he|she|it|they|this|these|our|my|his|her|its|their)$/i
// More words than this are no name that a pronoun stands for, but a sentence that was worded anew.
const longestName = 6

/**
 * Direct speech as it stands in the article, within quotation marks. Whom its first pronoun stands for is added in
 * square brackets; nothing else is.
 *
 * @param pieces the article's words, in order of place, with or without their own quotation marks
 * @param resolved the same proposition with its pronouns resolved, or the same words where nothing was
 */
export function quotation(pieces: readonly string[], resolved: string): string {
  const inner = pieces
    .map((piece) => piece.replace(/^[\s"“”„«»]+|[\s"“”„«»,;:–—-]+$/gu, ''))
    .filter((piece) => piece !== '')
    .join(' … ')
  return `“${nestMarks(withReferent(inner, resolved))}”`
}

/** Marks within a quotation are single ones; a mark without its partner would end the quotation early, so it goes. */
function nestMarks(words: string): string {
  return words.replace(/["“]([^"“”]*)["”]/gu, '‘$1’').replace(/["“”]/gu, '')
}

function withReferent(words: string, resolved: string): string {
  const said = words.split(/\s+/)
  const full = resolved.split(/\s+/)
  const first = said[0] ?? ''
  if (!pronoun.test(first)) return words
  let same = 0
  while (same < said.length - 1 && same < full.length - 1 && bare(said.at(-1 - same)) === bare(full.at(-1 - same)))
    same++
  // "They justify" against "Northern Aid justifies": the verb may take another ending, nothing more may differ.
  const differing = said.length - same
  const verbDiffers = differing === 2 && sameStem(said[1], full[full.length - same - 1])
  if (differing !== 1 && !verbDiffers) return words
  const name = full.slice(0, full.length - same - (differing - 1)).join(' ')
  if (name === '' || name.split(' ').length > longestName || bare(name) === bare(first)) return words
  return [first, `[${name}]`, ...said.slice(1)].join(' ')
}

const bare = (word = ''): string => word.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')

const sameStem = (a = '', b = ''): boolean =>
  bare(a).slice(0, 2) === bare(b).slice(0, 2) || /^(?:am|is|are|was|were|ha(?:s|ve)|do(?:es)?)$/.test(`${bare(a)}`)
