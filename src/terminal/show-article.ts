import { countWords } from '../article/count-words.ts'
import type { Article } from '../types.ts'
import type { Look } from './console.ts'
import { block, counted, paint, printable, rule } from './layout.ts'

/** Headline and what is known of the article, a line or two. */
export function showHead(article: Article, look: Look): string {
  const details = [
    article.outlet,
    article.byline && (/^by\b/i.test(article.byline) ? article.byline : `by ${article.byline}`),
    article.publishedAt && dateWords(article.publishedAt),
    `read as ${kindWords[article.kind]}`,
    counted(countWords(article.text, /\S+/g), 'word'),
  ].filter((detail) => detail !== null && detail !== '')
  return [
    block(article.title ?? 'An article without a headline', look, '', (line) => paint(line, 'bold', look)),
    block(details.join(' · '), look, '', (line) => paint(line, 'faint', look)),
    ...(article.url ? [paint(printable(article.url), 'faint', look)] : []),
  ].join('\n')
}

/** What a reader should know of how it was read, a line each; empty when there is nothing. */
export function showRemarks(remarks: readonly string[], look: Look): string {
  return remarks.map((remark) => block(remark, look, '! ', (line) => paint(line, 'bold', look))).join('\n')
}

/** The article as it was read: head, remarks, text. */
export function showArticle(article: Article, remarks: readonly string[], look: Look): string {
  const paragraphs = article.text.split('\n\n').map((paragraph) => block(paragraph, look))
  const head = [showHead(article, look), showRemarks(remarks, look)].filter((part) => part !== '').join('\n')
  return `${[head, rule(look), ...paragraphs].join('\n\n')}\n`
}

const kindWords: Readonly<Record<Article['kind'], string>> = {
  news: 'news',
  release: 'a press release',
  statement: 'a statement',
  transcript: 'a transcript',
  opinion: 'an opinion piece',
  live: 'a live blog',
}

const months = 'January February March April May June July August September October November December'.split(' ')

/** "14 March 2031" for an ISO date; whatever else the page gave is shown as it is. */
function dateWords(date: string): string {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})/.exec(date) ?? []
  const name = months[Number(month) - 1]
  return year && name ? `${Number(day)} ${name} ${year}` : date
}
