/**
 * Words of an article as they stand in a Discord message: on one line, and nothing in them is markdown, a mention, a
 * time, an emoji or a link that can be followed. A backslash before a mark shows the mark itself.
 *
 * @param words anything; line breaks become spaces
 */
export function escaped(words: string): string {
  return (
    words
      .replace(/\s+/g, ' ')
      .trim()
      .replace(/[\\*_~`|[\]<>@#]/g, '\\$&')
      .replace(/:(?=\/\/)/g, '\\:')
      // A list, or small print, if it opened a line.
      .replace(/^(?:[-+]|\d+(?=[.)]))/, (start) => (/\d/.test(start) ? start : `\\${start}`))
      .replace(/^(\d+)([.)])/, '$1\\$2')
  )
}
