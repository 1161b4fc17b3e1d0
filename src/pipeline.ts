import { claimless } from './claims/claimless.ts'
import { ground } from './claims/ground.ts'
import type { Article, Breakdown, Engine } from './types.ts'

/**
 * The whole flow on one screen: an article goes in, an engine proposes attributions, the evidence gate lets through
 * those whose words stand in the article, and what gave no claim is named too.
 *
 * @param article cleaned text with its details; `text` isn't changed from here on
 * @param engine who proposes; the offline rules or a language model
 * @returns the claims in order of place, with the attributions they came from. Never throws on any text.
 */
export async function breakDown(article: Article, engine: Engine): Promise<Breakdown> {
  const { attributions, engine: readBy } = await engine.attribute(article)
  const { claims, rejected } = ground(article, attributions)
  return { article, claims, attributions, rejected, unclaimed: claimless(article, claims), engine: readBy }
}
