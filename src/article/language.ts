import { franc } from 'franc-min'

/** The commonest words of English; a text in another language has few of them. */
const common = /\b(?:the|of|and|to|in|that|is|was|for|said|on|with|as|it|by|at|from|has|have|are|be)\b/gi

/**
 * Names the language of a text that isn't English, which is the one that Hearsay reads.
 *
 * @returns the language's English name, or null for English and for a text too short to tell
 */
export function otherLanguage(text: string): string | null {
  const sample = text.slice(0, 4000)
  const words = sample.match(/[\p{L}\p{M}]+/gu)?.length ?? 0
  if ((sample.match(common)?.length ?? 0) >= 0.1 * words) return null
  const code = franc(sample, { minLength: 60 })
  return code === 'und' || code === 'eng' ? null : nameOf(code)
}

function nameOf(code: string): string {
  // Malay and Chinese go by their families' names there.
  const known = { zlm: 'ms', cmn: 'zh' }[code] ?? code
  const name = new Intl.DisplayNames(['en'], { type: 'language' }).of(known)
  return name && name !== known ? name : 'another language'
}
