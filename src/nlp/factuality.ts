import type { Article, Span } from '../types.ts'
import { type Document, firstEndingAfter, readDocument, type Sentence, sentenceAt } from './document.ts'
import { featuresOf } from './factuality/features.ts'
import { scoreOf } from './factuality/score.ts'
import type { Reading } from './network/read.ts'
import { openReader, type Reader } from './reader.ts'

/**
 * How far the article commits to an event having happened. The rules in `factuality/commitment.ts` carry each modal,
 * negation and predicate ("hoped to", "failed to", "said that") down to the event; a linear model weighs what they
 * give with what else is observed of it.
 *
 * @param document the article as read
 * @param start,end the event's word in the article's text, UTF-16
 * @returns -3 (didn't happen) … +3 (did), 0 where it is left open, and for a place without a word. Never throws.
 */
export function factualityOf(document: Document, start: number, end: number): number {
  const sentence = document.sentences[sentenceAt(document, start)]
  const index = sentence ? eventToken(sentence, start, end) : -1
  return sentence && index >= 0 ? scoreOf(featuresOf(sentence, index, document.quoted[start] === 1)) : 0
}

/**
 * The same for the events of a text that isn't an article: a sentence or a few.
 *
 * @returns a number for each event, in their order
 */
export function judgeEvents(text: string, events: readonly Span[]): readonly number[] {
  const document = readDocument({ ...bare, text })
  return events.map(([start, end]) => factualityOf(document, start, end))
}

// How much the trained model's value counts beside the rules': tuned on UW dev, where together they err least.
const learnedShare = 0.7

/**
 * The same where the trained model has read the text: its value and the rules' together.
 *
 * @param reading what the model made of the same text
 */
export function learnedFactualityOf(document: Document, reading: Reading, start: number, end: number): number {
  const ruled = factualityOf(document, start, end)
  const word = reading.factuality[firstEndingAfter(reading.factuality, (w) => w.end, start)]
  return word && word.start < end ? learnedShare * word.value + (1 - learnedShare) * ruled : ruled
}

/**
 * A judge of events that reads with the trained model; where that can't be loaded, the rules judge alone.
 *
 * @param open opens the model, once
 */
export function learnedJudge(open: () => Promise<Reader> = openReader) {
  let reader: Promise<Reader> | null = null
  return async (text: string, events: readonly Span[]): Promise<readonly number[]> => {
    try {
      reader ??= open()
      const reading = await (await reader).read(text)
      const document = readDocument({ ...bare, text })
      return events.map(([start, end]) => learnedFactualityOf(document, reading, start, end))
    } catch {
      return judgeEvents(text, events)
    }
  }
}

// A text of which nothing else is known.
const bare: Omit<Article, 'text'> = {
  id: '',
  kind: 'news',
  title: null,
  outlet: null,
  byline: null,
  url: null,
  publishedAt: null,
  fetchedAt: null,
  contentHash: '',
  version: 1,
  supersedes: null,
  addedBy: null,
  addedIn: null,
  addedAt: null,
}

// The word that names the event: the main verb within the stretch, else its last noun or adjective, else its first word.
function eventToken({ tokens, groups }: Sentence, start: number, end: number): number {
  const within = (i: number) => tokens[i]!.end > start && tokens[i]!.start < end
  const first = firstEndingAfter(tokens, (token) => token.end, start)
  if (first >= tokens.length || !within(first)) return -1
  if (tokens[first]!.end >= end) return first
  const verb = groups.find(({ head }) => within(head))
  if (verb) return verb.head
  const named = tokens.findLastIndex(({ pos }, i) => within(i) && /^(?:NOUN|PROPN|ADJ)$/.test(pos))
  return named < 0 ? first : named
}
