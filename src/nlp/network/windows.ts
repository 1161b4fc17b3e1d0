import type { Word } from './words.ts'

/** Words `[first, last)` go through the network; `[begin, end)` of them, the centre, are this window's to label. */
export interface Window {
  first: number
  last: number
  readonly begin: number
  end: number
}

/** How many pieces a window's centre holds at most, and how many before and after it are its context. */
export interface WindowSizes {
  readonly centre: number
  readonly left: number
  readonly right: number
}

/**
 * Windows over the words: whole paragraphs while they fit, of a long paragraph whole sentences, of a long sentence as
 * many words as fit; so a text of any length takes memory in proportion to a window only.
 *
 * @param sizes number of pieces of each word
 */
export function windowsOf(
  words: readonly Word[],
  sizes: readonly number[],
  { centre, left, right }: WindowSizes,
): readonly Window[] {
  const total = [0]
  for (const size of sizes) total.push(total.at(-1)! + size)
  const pieces = (from: number, to: number) => total[to]! - total[from]!
  const out: Window[] = []
  for (const [begin, end] of units(words, pieces, centre)) {
    const last = out.at(-1)
    if (last && pieces(last.begin, end) <= centre) last.end = end
    else out.push({ first: begin, last: end, begin, end })
  }
  for (const window of out) {
    window.first = window.begin
    window.last = window.end
    while (window.first > 0 && pieces(window.first - 1, window.begin) <= left) window.first--
    while (window.last < words.length && pieces(window.end, window.last + 1) <= right) window.last++
  }
  return out
}

function* units(
  words: readonly Word[],
  pieces: (from: number, to: number) => number,
  centre: number,
): Generator<readonly [begin: number, end: number]> {
  for (let i = 0; i < words.length; ) {
    let stop = i + 1
    while (words[stop]?.paragraph === words[i]!.paragraph) stop++
    while (i < stop) {
      let j = stop
      if (pieces(i, j) > centre) {
        j = i + 1
        while (j < stop && pieces(i, j + 1) <= centre) j++
        let k = j
        while (k > i && !words[k - 1]!.ends) k--
        if (k > i) j = k
      }
      yield [i, j]
      i = j
    }
  }
}
