const pronoun = /^(?:I|we|he|she|it|they|this|these|our|my|his|her|its|their)$/i
// More words than this are no name that a pronoun stands for, but a sentence that was worded anew.
const longestName = 6

/**
 * Words as they stand in the article, within quotation marks. Whom its first pronoun stands for, or the subject that it
 * shares with the words before it, is added in square brackets; nothing else is.
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
  if (bare(said.join('')) === bare(full.join(''))) return words
  const first = said[0] ?? ''
  const isPronoun = pronoun.test(first)
  // "call for more" without its subject takes the one of "Northern Aid calls for more".
  if (!isPronoun && !/^\p{Ll}/u.test(first)) return words
  const next = said[isPronoun ? 1 : 0]
  const at = full.findIndex((word, i) => i > 0 && isSameWord(word, next))
  const name = full
    .slice(0, at)
    .join(' ')
    .replace(/^\[(.*)\]$/, '$1')
  if (at < 1 || at > longestName || /[,[\]]/.test(name) || pronoun.test(name)) return words
  return isPronoun ? [first, `[${name}]`, ...said.slice(1)].join(' ') : `[${name}] ${words}`
}

const bare = (word = ''): string => word.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')

const auxiliaries = [/^(?:am|is|are)$/, /^(?:was|were)$/, /^ha(?:s|ve)$/, /^do(?:es)?$/]

/** The same word but for the ending that its subject asks for: "justify" and "justifies", "are" and "is". */
function isSameWord(one = '', other = ''): boolean {
  const [a, b] = [bare(one), bare(other)]
  if (a === b) return a !== ''
  if (auxiliaries.some((forms) => forms.test(a) && forms.test(b))) return true
  const ending = /(?:ies|y|es|s)$/
  return (
    a.length > 2 && b.length > 2 && a.replace(ending, '').replace(/e$/, '') === b.replace(ending, '').replace(/e$/, '')
  )
}
