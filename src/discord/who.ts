import type { Desk } from '../desk.ts'
import type { Viewer } from '../library/types.ts'
import type { Message } from '../replies/discord/components.ts'
import {
  type Asked,
  foundAtOnce,
  longestAsked,
  sourcesAtOnce,
  sourcesView,
  whoView,
} from '../replies/discord/who-view.ts'

/** A question cut to what its buttons carry along, so that each of its pages answers the same one. */
export const askable = ({ words, source, article, label, since }: Asked): Asked => ({
  words: cutAtWord(words, longestAsked.words),
  source: cutAtWord(source ?? '', longestAsked.source) || null,
  // Colons part what a button carries along.
  article: cutAtWord((article ?? '').replace(/:[\s\S]*/, ''), longestAsked.article) || null,
  label,
  since,
})

function cutAtWord(typed: string, most: number): string {
  const words = typed.trim()
  if (words.length <= most) return words
  return words
    .slice(0, most + 1)
    .replace(/\s+\S*$/, '')
    .slice(0, most)
    .replace(/[\ud800-\udbff]$/, '')
}

/** A page of what the library has on a question. */
export async function answerWho(
  { library }: Desk,
  viewer: Viewer,
  asked: Asked,
  page: number,
  user: string,
): Promise<Message> {
  const { words, source, article, label, since } = asked
  const question = {
    words,
    ...(source ? { source } : {}),
    ...(article ? { article } : {}),
    ...(label ? { label } : {}),
    ...(since ? { since } : {}),
    size: foundAtOnce,
  }
  const [first, { articles }] = await Promise.all([library.who(viewer, { ...question, page }), library.counts(viewer)])
  // Articles went in the meantime: the last page there is.
  const last = Math.max(0, Math.ceil(first.total / foundAtOnce) - 1)
  const found = page > last ? await library.who(viewer, { ...question, page: last }) : first
  return whoView(asked, found, Math.min(page, last), user, articles)
}

/** A page of the library's sources. */
export async function answerSources({ library }: Desk, viewer: Viewer, page: number, user: string): Promise<Message> {
  const [first, { articles }] = await Promise.all([
    library.sources(viewer, page, sourcesAtOnce),
    library.counts(viewer),
  ])
  const last = Math.max(0, Math.ceil(first.total / sourcesAtOnce) - 1)
  const { sources, total } = page > last ? await library.sources(viewer, last, sourcesAtOnce) : first
  return sourcesView(sources, total, Math.min(page, last), user, articles)
}
