/**
 * How many words a text has, in whatever script: Chinese, Japanese and Thai don't part theirs, and some two letters make one.
 *
 * @param word what is one in other scripts, with the flag g; letters and digits by default, so that signs alone are none
 */
export function countWords(text: string, word = /[\p{L}\p{N}]+/gu): number {
  const words = text.match(word)?.length ?? 0
  const unparted = text.match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/gu)?.length ?? 0
  return Math.max(words, Math.round(unparted / 2))
}

/** "no words", "one word", "2 words". */
export function wordsCounted(count: number): string {
  return count === 0 ? 'no words' : count === 1 ? 'one word' : `${count} words`
}
