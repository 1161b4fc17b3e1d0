import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll } from 'vitest'
import { articleOf } from '../../src/article/article-of.ts'
import { ground } from '../../src/claims/ground.ts'
import { openLibrary } from '../../src/library/library.ts'
import type { Addition, Library, Question, Viewer } from '../../src/library/types.ts'
import type { Certainty, Claim, Source } from '../../src/types.ts'

const undo: (() => Promise<unknown>)[] = []
afterAll(async () => {
  for (const step of undo.splice(0).reverse()) await step()
})

/** A folder that is gone after the tests of a file. */
export async function folder(): Promise<string> {
  const home = await mkdtemp(join(tmpdir(), 'hearsay-library-'))
  undo.push(() => rm(home, { recursive: true, force: true }))
  return home
}

/** A library in a folder of its own; `remarks` is what it says while it is opened. */
export async function library(
  home?: string,
  store = '',
): Promise<{ readonly library: Library; readonly home: string; readonly remarks: readonly string[] }> {
  const place = home ?? (await folder())
  const remarks: string[] = []
  const opened = await openLibrary({ store, home: place, remark: (sentence) => void remarks.push(sentence) })
  undo.push(() => opened.close().catch(() => {}))
  return { library: opened, home: place, remarks }
}

/** Words that somebody says, with how certain; "X via Y" is passed on by Y, null is the article's own voice. */
export interface Said {
  readonly words: string
  readonly who?: string | null
  readonly label?: Certainty
}

/** What an article says, its claims out of the evidence gate. */
export function claimsOf(said: readonly Said[], text = textOf(said), articleId = 'article'): readonly Claim[] {
  const source = (name: string): Source => ({ name, role: null, kind: 'person', named: true, mentions: [] })
  return ground(
    { ...articleOf(text), id: articleId },
    said.map(({ words, who = null, label = who ? 'attributed' : 'stated' }) => {
      const [name, ...via] = who?.split(' via ') ?? []
      return {
        source: name ? source(name) : null,
        sourceWords: [],
        cue: [],
        content: [],
        via: via.map(source),
        speech: who ? ('indirect' as const) : ('none' as const),
        rule: 'made',
        confidence: 0.9,
        propositions: [
          {
            text: `${words}.`,
            evidence: [{ words, start: -1 }],
            cue: null,
            certainty: label,
            factuality: 3,
            about: null,
          },
        ],
      }
    }),
  ).claims
}

const textOf = (said: readonly Said[]): string => said.map(({ words }) => `${words}.`).join(' ')

/** What an addition may be made of. */
export interface Made {
  readonly guild?: string
  readonly channel?: string
  readonly url?: string | null
  readonly title?: string | null
  readonly addedAt?: string
  readonly by?: string
}

/** An article of what is said, to be added. */
export function addition(said: readonly Said[], made: Made = {}): Addition {
  const { guild = 'paper', channel = 'desk', url = null, title = 'Lifeboats were there', by = '7' } = made
  const article = articleOf(textOf(said), { url, title, outlet: 'Vellgrad Courier', kind: 'news' })
  const addedAt = made.addedAt ?? '2026-08-01T10:00:00.000Z'
  const claims = claimsOf(said, article.text, article.id)
  return {
    guild,
    channel,
    version: { article, claims, remarks: [], engine: 'made', addedBy: by, addedAt, link: null },
  }
}

/** Who can view these channels of a guild. */
export const viewer = (guild = 'paper', ...channels: readonly string[]): Viewer => ({
  guild,
  channels: new Set(channels.length > 0 ? channels : ['desk']),
})

/** A question for words. */
export const asking = (words: string, more: Partial<Question> = {}): Question => ({ words, page: 0, size: 25, ...more })

/** A time, so many minutes after the others. */
export const minute = (minutes: number): string => new Date(Date.UTC(2026, 7, 1, 10, minutes)).toISOString()
