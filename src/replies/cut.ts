// Words that turn a proposition round: what is left of a sentence must not lose one.
const negation =
  /(?<![\p{L}\p{N}])(?:not|no|never|none|nobody|nothing|neither|nor|without|cannot|\p{L}+n['’]t)(?![\p{L}\p{N}])/giu

/**
 * Cuts a sentence from its end, at a word. What would be lost of negations stays behind the cut: "will rebuild the …
 * not …" for "will rebuild the bridge that it did not own".
 *
 * @param lead kept whole, even where it alone is longer than `most`
 * @param body cut; its closing quotation mark stays
 * @param most longest length of the result in UTF-16 units
 */
export function cutFromEnd(lead: string, body: string, most: number): string {
  const words = body.split(/(?<=\s)/)
  let lost = ''
  for (let count = words.length - 1; count >= 0; count--) {
    const kept = words
      .slice(0, count)
      .join('')
      .trimEnd()
      .replace(/[\s,;:–—]+$/u, '')
    const left = words.slice(count).join('')
    const negations = [...new Set([...left.matchAll(negation)].map(([word]) => word.toLowerCase()))]
    lost = [' …', ...negations.map((word) => ` ${word} …`)].join('')
    const cut = `${lead} ${kept}${lost}${kept.lastIndexOf('“') > kept.lastIndexOf('”') ? '”' : ''}`
    if (cut.length <= most) return cut
  }
  return `${lead}${lost}`
}
