import { createHash } from 'node:crypto'
import { type KeptClaim, regrounded } from '../claims/ground.ts'
import { certainties } from '../types.ts'
import type { Addition } from './types.ts'

/** Claims in each invented article. */
export const claimsEach = 25

/**
 * Articles in invented words, always the same ones: for measuring, and for whatever needs many. Words are as often as in
 * a language, the second half as often as the first, and so on; sources have two names of five thousand.
 *
 * @param articles how many
 * @param where guild and channels, which take turns
 */
export function* inventedArticles(
  articles: number,
  where: { readonly guild: string; readonly channels: readonly string[] },
): Generator<Addition, void> {
  const chance = chanceFrom(20_260_801)
  const word = (): string => words[Math.floor(words.length ** chance()) - 1] ?? words[0]!
  const several = (least: number, most: number): string =>
    Array.from({ length: least + Math.floor(chance() * (most - least + 1)) }, word).join(' ')
  for (let i = 0; i < articles; i++) {
    const addedAt = new Date(Date.UTC(2026, 0, 1) + i * 60_000).toISOString()
    const title = capital(several(6, 9))
    const sentences = Array.from({ length: claimsEach }, () => ({
      name: capital(words[100 + Math.floor(chance() * 70)]!, words[200 + Math.floor(chance() * 70)]!),
      said: several(9, 22),
      certainty: certainties[Math.floor(chance() * certainties.length)]!,
    }))
    let text = ''
    const claims = sentences.map(({ name, said, certainty }, n): KeptClaim => {
      const start = text.length + name.length + ' said that '.length
      text += `${name} said that ${said}. `
      return {
        id: idOf(i, n),
        articleId: `invented-${i}`,
        text: `${capital(said)}.`,
        evidence: [{ span: [start, start + said.length], words: said }],
        cue: null,
        source: certainty === 'stated' ? null : { name, role: null, kind: 'person', named: true, mentions: [] },
        via: [],
        speech: certainty === 'stated' ? 'none' : 'indirect',
        certainty,
        about: null,
        answer: null,
        factuality: 3,
        confidence: 0.9,
        rule: 'invented',
      }
    })
    const article = {
      id: `invented-${i}`,
      kind: 'news',
      title,
      outlet: 'The Invented Post',
      byline: null,
      url: `https://news.example/${i}`,
      publishedAt: addedAt,
      fetchedAt: addedAt,
      text,
      contentHash: createHash('sha256').update(text).digest('hex'),
      version: 1,
      supersedes: null,
      addedBy: null,
      addedIn: null,
      addedAt: null,
    } as const
    const version = { article, claims: regrounded(article, claims), remarks: [], engine: 'none' }
    yield {
      guild: where.guild,
      channel: where.channels[i % where.channels.length]!,
      version: { ...version, addedBy: '1', addedAt, link: null },
    }
  }
}

const idLetters = '23456789bcdfghjkmnpqrstvwxz'

function idOf(article: number, claim: number): string {
  // Spread over all beginnings, as real ids are.
  let number = (article * claimsEach + claim) * 7919
  let id = ''
  while (id.length < 4 || number > 0) {
    id += idLetters[number % idLetters.length]
    number = Math.floor(number / idLetters.length)
  }
  return id
}

// Three syllables of 27: 19,683 words that nobody uses.
const syllables = [...'bdfgklmnprstvz'].flatMap((letter) => [`${letter}a`, `${letter}o`]).slice(0, 27)
const words = syllables.flatMap((one) => syllables.flatMap((two) => syllables.map((three) => two + three + one)))

const capital = (...parts: readonly string[]): string =>
  parts.map((part) => part.charAt(0).toUpperCase() + part.slice(1)).join(' ')

/** Numbers from 0 up to 1, the same for the same seed (mulberry32). */
function chanceFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
