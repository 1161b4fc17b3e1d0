import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { Article, Span } from '../types.ts'
import type { Message } from './client.ts'
import type { Piece } from './pieces.ts'
import type { Answer } from './schema.ts'

/** As much of an article as the model is told. */
export type Told = Pick<Article, 'kind' | 'title' | 'outlet' | 'byline' | 'publishedAt' | 'text'>

/** An invented article with the answer that is wanted for it. */
export interface Example {
  readonly article: Told
  readonly answer: Answer
}

const file = (name: string): string => readFileSync(new URL(`../../prompts/${name}`, import.meta.url), 'utf8')

const instructions = file('attribute.v1.md').trim()

/** What the model is shown before the article. */
export const examples: readonly Example[] = JSON.parse(file('attribute.v1.examples.json'))

/**
 * All that the model is told about one piece of an article: how to read, the examples as earlier turns of the talk, and
 * the piece. The same piece gives the same messages.
 */
export function promptFor(article: Told, piece: Piece): readonly Message[] {
  return [
    { role: 'system', content: instructions },
    ...examples.flatMap(({ article: { text }, article, answer }): Message[] => [
      { role: 'user', content: asData(article, { span: [0, text.length], before: [] }) },
      { role: 'assistant', content: JSON.stringify(answer) },
    ]),
    { role: 'user', content: asData(article, piece) },
  ]
}

/** What the model is told when its answer can't be used: its answer stands before this turn. */
export function repairOf(faults: readonly string[]): string {
  const list = faults.map((fault) => `- ${fault}`).join('\n')
  return `That answer can't be used:\n${list}\n\nAnswer once more, in full, for the same text, in the shape you were given. Copy evidence letter by letter from the text.`
}

/** Everything that comes from the article stands between lines that it can't forge: their mark isn't in it. */
function asData({ title, outlet, byline, publishedAt, kind, text }: Told, { span, before }: Piece): string {
  const details = Object.entries({ Headline: title, Outlet: outlet, Author: byline, Date: publishedAt, Kind: kind })
    .filter(([, value]) => value !== null)
    .map(([name, value]) => `${name}: ${String(value).replace(/\s+/g, ' ').trim()}`)
    .join('\n')
  const words = (one: Span): string => text.slice(...one)
  const earlier = before.map(words).join('\n\n')
  const here = words(span)
  const mark = markFor(`${details}\n${earlier}\n${here}`)
  return [
    `The mark is ${mark}`,
    `${mark} THE ARTICLE BEGINS`,
    details,
    ...(earlier ? [`${mark} EARLIER IN THE ARTICLE`, earlier] : []),
    `${mark} TEXT`,
    here,
    `${mark} THE ARTICLE ENDS`,
    'List the attributions of the text.',
  ].join('\n')
}

/**
 * Sixteen letters and digits that don't stand in the material, in any case. From the material itself, so that nobody who
 * writes it knows them and the same article is always asked about in the same words.
 */
export function markFor(material: string, digest: (text: string) => string = sha256): string {
  const small = material.toLowerCase()
  for (let round = 0; ; round++) {
    const mark = digest(`${round}\n${material}`).slice(0, 16)
    if (!small.includes(mark)) return mark
  }
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')
