import { entryId } from './entry-id.ts'
import { claimsEach, inventedArticles } from './invented.ts'
import { keyOf, recordOf, written } from './records.ts'
import { openStore } from './store.ts'
import type { Addition } from './types.ts'

const atOnce = 200

/**
 * Keeps many articles at once, each as the first version at its address; what was there at an address is replaced. The
 * search index takes them in when the library is next opened.
 *
 * @param place the store's address, and the home it lies in when that is ''
 * @returns how many articles
 */
export async function keepMany(
  place: { readonly store: string; readonly home: string; readonly namespace?: string },
  additions: Iterable<Addition>,
): Promise<number> {
  const store = await openStore(place.store, place.home, place.namespace)
  try {
    let kept = 0
    let pairs: { key: string; value: string }[] = []
    for (const addition of additions) {
      const id = entryId(addition.channel, addition.version.article)
      pairs.push({ key: keyOf(addition.guild, id), value: written(recordOf(null, id, addition)) })
      kept += 1
      if (pairs.length < atOnce) continue
      await store.setMany(pairs)
      pairs = []
    }
    if (pairs.length > 0) await store.setMany(pairs)
    return kept
  } finally {
    await store.close()
  }
}

/** Whom the invented articles belong to. */
export const inventedViewer = {
  guild: 'invented',
  channels: new Set(['1', '2', '3', '4', '5', '6', '7', '8']),
} as const

/**
 * Fills a library with invented articles, for measuring; to be called before it is opened.
 *
 * @param claims how many, rounded up to whole articles of {@link claimsEach}
 * @returns how many articles; {@link inventedViewer} sees them all
 */
export function fillLibrary(
  place: { readonly store: string; readonly home: string; readonly namespace?: string },
  claims: number,
): Promise<number> {
  const { guild, channels } = inventedViewer
  return keepMany(place, inventedArticles(Math.ceil(claims / claimsEach), { guild, channels: [...channels] }))
}
