/** The three parts of an attribution. */
export const roles = ['source', 'cue', 'content'] as const
export type Role = (typeof roles)[number]

/** A stretch of words, both ends included, by their numbers in the article. */
export interface WordSpan {
  readonly role: Role
  readonly first: number
  readonly last: number
}

/** The tags in the order of the network's output: O, then beginning, inside, end and single of each role. */
export const tags: readonly string[] = [
  'O',
  ...roles.flatMap((role) => ['B', 'I', 'E', 'S'].map((p) => `${p}-${role}`)),
]

const never = -1e4
const opens = (tag: string): boolean => /^[OBS]/.test(tag)
const closes = (tag: string): boolean => /^[OES]/.test(tag)
const allowed = (a: string, b: string): boolean => (closes(a) ? opens(b) : /^[IE]/.test(b) && a.slice(2) === b.slice(2))

const ban = tags.map((a) => tags.map((b) => (allowed(a, b) ? 0 : never)))

/**
 * The best sequence of tags that is legal, by Viterbi's algorithm.
 *
 * @param emissions for each word the scores of the tags
 * @param transitions learned score of one tag after another, `[from][to]`
 * @returns tag numbers, one a word
 */
export function bestTags(
  emissions: readonly ArrayLike<number>[],
  transitions: readonly (readonly number[])[],
): readonly number[] {
  const [first] = emissions
  if (!first) return []
  const count = tags.length
  let best = tags.map((tag, t) => first[t]! + (opens(tag) ? 0 : never))
  const back: Int8Array[] = []
  for (const emission of emissions.slice(1)) {
    const from = new Int8Array(count)
    const next = new Array<number>(count)
    for (let to = 0; to < count; to++) {
      let top = Number.NEGATIVE_INFINITY
      for (let at = 0; at < count; at++) {
        const score = best[at]! + transitions[at]![to]! + ban[at]![to]!
        if (score > top) {
          top = score
          from[to] = at
        }
      }
      next[to] = top + emission[to]!
    }
    best = next
    back.push(from)
  }
  let tag = 0
  let top = Number.NEGATIVE_INFINITY
  for (const [t, score] of best.entries()) {
    const whole = score + (closes(tags[t]!) ? 0 : never)
    if (whole > top) {
      top = whole
      tag = t
    }
  }
  const out = [tag]
  for (const from of back.reverse()) {
    tag = from[tag]!
    out.push(tag)
  }
  return out.reverse()
}

/** The spans of a sequence of tags whose first word has number `offset`. */
export function spansOf(sequence: readonly number[], offset: number): readonly WordSpan[] {
  const out: WordSpan[] = []
  let begin = 0
  for (const [i, t] of sequence.entries()) {
    const tag = tags[t]!
    if (/^[BS]/.test(tag)) begin = i
    if (/^[ES]/.test(tag)) out.push({ role: tag.slice(2) as Role, first: begin + offset, last: i + offset })
  }
  return out
}
