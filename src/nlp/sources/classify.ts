import type { SourceKind } from '../../types.ts'
import { bodyNoun, kindWords, states } from '../lexicon/source-kinds.ts'

const patterns = kindWords.map(({ kind, words }) => ({
  kind,
  pattern: new RegExp(`(?<![\\p{L}\\p{N}-])(?:${words})(?![\\p{L}\\p{N}-])`, 'iu'),
}))

/**
 * What kind of source a name with its role is: by its words, a person where nothing tells.
 *
 * @param name the source's name or description
 * @param role what the article says of them, or null; it decides over the name for people
 */
export function classify(name: string, role: string | null): SourceKind {
  if (states.test(name.trim())) return 'official'
  if (role) {
    const byRole = firstKind(role)
    if (/\bspokes(?:man|woman|person)/i.test(role)) return speaksFor(`${name} ${role}`)
    if (byRole && byRole !== 'document' && byRole !== 'anonymous')
      // "Company executive Ada Lund" is a person, "relief group Northern Lantern" isn't.
      return byRole === 'organisation' && !bodyNoun.test(lastWord(role)) ? 'person' : byRole
  }
  if (/\bspokes(?:man|woman|person)/i.test(name)) return speaksFor(name)
  return firstKind(name) ?? 'person'
}

const lastWord = (text: string): string => /\p{L}+$/u.exec(headOf(text).trim())?.[0] ?? ''
const headOf = (text: string): string =>
  text.replace(
    /\s+(?:of|for|from|in|at|with|on|who|that|which|seen|obtained|reviewed|viewed|released|published|issued)\b.*$/i,
    '',
  )

function speaksFor(text: string): SourceKind {
  const rest = text.replace(/\bspokes(?:man|woman|person)\b/gi, ' ')
  if (rest.match(/\p{L}+/gu)?.some((word) => states.test(word))) return 'official'
  return firstKind(rest) ?? 'organisation'
}

function firstKind(text: string): SourceKind | null {
  // Within a phrase the last words tell most: "a Times poll" is a poll, "police union" a union.
  for (const part of [headOf(text), text]) {
    let best: { kind: SourceKind; at: number } | null = null
    for (const { kind, pattern } of patterns) {
      for (const found of part.matchAll(new RegExp(pattern.source, 'giu'))) {
        const at = found.index + found[0].length
        if (!best || at > best.at) best = { kind, at }
      }
    }
    if (best) return best.kind
  }
  return null
}
