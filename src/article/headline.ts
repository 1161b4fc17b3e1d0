import type { PageDocument } from './dom.ts'
import { plainLine } from './plain-line.ts'

/** The page's `<h1>` where it and the headline of the metadata say the same: metadata is often cut or adorned. */
export function pickTitle(page: PageDocument, headline: string | null): string | null {
  const seen = [...page.getElementsByTagName('h1')]
    .slice(0, 5)
    .map((element) => plainLine(element.textContent))
    .filter((text): text is string => text !== null && text.length >= 8 && text.length <= 300)
  if (!headline) return seen[0] ?? null
  const words = new Set(wordsOf(headline))
  const same = seen.find((text) => {
    const shared = wordsOf(text).filter((word) => words.has(word)).length
    return shared >= 0.6 * Math.max(words.size, wordsOf(text).length)
  })
  return same ?? headline
}

function wordsOf(text: string): readonly string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
}

/** "Mayor resigns | The Example" and "The Example: Mayor resigns": takes the outlet off when it is known or set off by a bar. */
export function splitTitle(
  title: string | null,
  outlet: string | null,
): { readonly title: string | null; readonly outlet: string | null } {
  if (!title) return { title: null, outlet: null }
  const parts = title.split(/\s+[|•·«»–—-]\s+|\s+::\s+/)
  const last = parts.at(-1) ?? ''
  const isOutlet = outlet !== null && sameName(last, outlet)
  const isBarred = /\s[|•·«»]\s[^|•·«»]{2,40}$/.test(title) && last.split(' ').length <= 5
  if (parts.length < 2 || !(isOutlet || isBarred)) return { title, outlet: null }
  return {
    title:
      title
        .slice(0, title.lastIndexOf(last))
        .replace(/\s*[|•·«»:–—-]+\s*$/, '')
        .trim() || title,
    outlet: last,
  }
}

function sameName(a: string, b: string): boolean {
  const [x, y] = [a, b].map((name) => name.toLowerCase().replace(/^the |\.(?:com|org|net)\b|[^\p{L}\p{N}]/gu, ''))
  return (
    x === y || (Math.min(x?.length ?? 0, y?.length ?? 0) >= 4 && Boolean(x?.includes(y ?? '') || y?.includes(x ?? '')))
  )
}

/**
 * The outlet at the end of a page's title ("… - The Fernhill Lantern"), known by the page's host: "fernhilllantern"
 * and "flantern" are both made of its words.
 */
export function outletByHost(title: string | null, url: string | null | undefined): string | null {
  if (!title || !url || !URL.canParse(url)) return null
  const name =
    title
      .split(/\s[|•·–—-]\s/)
      .at(-1)
      ?.trim() ?? ''
  const words = wordsOf(name).filter((word) => word !== 'the')
  if (name === title || words.length === 0 || words.length > 5) return null
  // Each word whole or by its first letter, at least one of them whole.
  const pattern = new RegExp(`^(?:the)?${words.map((word) => `(?:${word}|${word[0]})`).join('')}$`)
  const labels = new URL(url).hostname.split('.').map((label) => label.replace(/-/g, ''))
  const named = labels.some(
    (label) => pattern.test(label) && words.some((word) => word.length > 2 && label.includes(word)),
  )
  return named ? name : null
}
