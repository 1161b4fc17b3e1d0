// What says nothing of a matter: looked for, it would be in every claim.
const empty = new Set(
  `a about after all also an and any are as at be been before but by can could did do does for from had has have he her
  him his how i if in into is it its just may me might more most my no not of on one or other our out over s said say
  says she should so some such t than that the their them then there these they this those to up us was we were what
  when where which who whom whose why will with would you your`.split(/\s+/),
)

/** The words of a text in lower case, in order: letters and digits of any script, figures whole ("1,200", "3.5"). */
export function wordsOf(text: string): readonly string[] {
  return text.toLowerCase().match(/\p{N}+(?:[.,]\p{N}+)*|[\p{L}\p{M}\p{N}]+/gu) ?? []
}

/** Those of the words that say something; all of them where none does. */
export function telling(words: readonly string[]): readonly string[] {
  const some = words.filter((word) => !empty.has(word))
  return some.length > 0 ? some : words
}
