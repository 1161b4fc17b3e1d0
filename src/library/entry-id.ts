import { letters } from '../claims/claim-ids.ts'
import type { Article } from '../types.ts'

/**
 * The id of an article's entry: ten characters from channel and address, or from channel and text where it has no
 * address. The same article in two channels has two.
 */
export function entryId(channel: string, article: Pick<Article, 'url' | 'contentHash'>): string {
  const what = article.url ? `address ${comparable(article.url)}` : `text ${article.contentHash}`
  return letters(`entry\n${channel}\n${what}`).slice(0, 10)
}

/** An address as it is compared: host in lower case, without fragment and without what only says who sent the reader. */
export function comparable(address: string): string {
  const url = URL.parse(address)
  if (!url) return address.trim()
  url.hash = ''
  for (const name of [...url.searchParams.keys()]) if (tracking.test(name)) url.searchParams.delete(name)
  // Written anew in any case: taking one parameter out changes how the others are written.
  url.search = url.searchParams.toString()
  return url.href
}

const tracking = /^(?:utm_\w*|fbclid|gclid)$/i
