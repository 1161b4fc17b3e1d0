/**
 * A long text over several fields, each of which holds so many characters: cut between paragraphs where one fits,
 * within one otherwise. What fits in none of them is left out.
 */
export function spread(whole: string, lengths: readonly number[]): readonly string[] {
  let rest = whole
  return lengths.map((most) => {
    if (rest.length <= most) {
      const last = rest
      rest = ''
      return last
    }
    const between = rest.lastIndexOf('\n\n', most)
    const piece = between > 0 ? rest.slice(0, between) : rest.slice(0, most)
    rest = between > 0 ? rest.slice(between + 2) : rest.slice(most)
    return piece
  })
}
