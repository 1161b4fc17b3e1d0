import type { Span } from '../../types.ts'
import { type DecoderWeights, decode, type WindowOutput } from './decode.ts'
import { bestTags, spansOf, type WordSpan } from './tags.ts'
import { type Window, type WindowSizes, windowsOf } from './windows.ts'
import { type Word, wordsOf } from './words.ts'

/** Who said what, as the network proposes it: places in the article. */
export interface Proposal {
  readonly source: Span | null
  readonly cue: Span | null
  /** In order of place; more than one when it is interrupted. */
  readonly content: readonly Span[]
  /** How likely the source is the right one, 0 … 1. */
  readonly sure: number
}

/** An article as the network reads it. */
export interface Reading {
  readonly proposals: readonly Proposal[]
  /** For each word how far the article commits to what it tells of having happened, −3 … +3. */
  readonly factuality: readonly { readonly start: number; readonly end: number; readonly value: number }[]
}

/** What goes in for one window: word pieces with the marks that frame them, and the features of each. */
export interface Input {
  readonly ids: readonly number[]
  readonly features: readonly (readonly number[])[]
  /** For each word of the window the place of its first piece in `ids`. */
  readonly firsts: readonly number[]
}

/** What comes out for one window, by piece. */
export interface Output {
  readonly tags: Float32Array
  readonly links: Float32Array
  readonly factuality: Float32Array
}

/** What was learned beside the network's own weights, from `config.json`. */
export interface NetworkConfig extends DecoderWeights {
  readonly window: WindowSizes
  readonly tags: readonly string[]
}

/** The parts that need the outside: the vocabulary and the runtime. */
export interface Machine {
  /** The pieces of one word, at least one. */
  readonly piecesOf: (word: string) => readonly number[]
  readonly run: (inputs: readonly Input[]) => Promise<readonly Output[]>
  readonly config: NetworkConfig
}

const opening = 101
const closing = 102
const none = [0, 0, 0, 0]
// Pieces in one run, padding included: enough to keep both threads busy, little enough to stay small.
const budget = 1536

/** Reads an article: words, windows, network, decoder. Takes time in proportion to its length, and memory to a batch. */
export async function readWith(text: string, { piecesOf, run, config }: Machine): Promise<Reading> {
  const words = wordsOf(text)
  const pieces = words.map((word) => piecesOf(word.text))
  const sizes = pieces.map((p) => p.length)
  const windows = windowsOf(words, sizes, config.window)
  const outputs = new Map<Window, WindowOutput>()
  const factuality: { start: number; end: number; value: number }[] = []
  for (const batch of batches(windows, sizes)) {
    const inputs = batch.map((window) => inputOf(window, words, pieces))
    for (const [i, output] of (await run(inputs)).entries()) {
      const window = batch[i]!
      const { firsts } = inputs[i]!
      outputs.set(window, slim({ window, ...byWord(output, firsts, config) }, config))
      for (let w = window.begin; w < window.end; w++) {
        const { start, end } = words[w]!
        const value = output.factuality[firsts[w - window.first]!]!
        factuality.push({ start, end, value: Math.max(-3, Math.min(3, value)) })
      }
    }
  }
  const found = decode(
    windows.map((window) => outputs.get(window)!),
    config,
  )
  const place = ({ first, last }: WordSpan): Span => [words[first]!.start, words[last]!.end]
  return {
    proposals: found.map(({ source, cue, content, sure }) => ({
      source: source && place(source),
      cue: cue && place(cue),
      content: content.map(place),
      sure,
    })),
    factuality: factuality.sort((a, b) => a.start - b.start),
  }
}

// Of the projections, six times as many numbers as all else, only those at the edges of spans are asked for; without the
// rest a long article takes a tenth of the memory.
function slim({ window, emissions, links }: WindowOutput, { transitions }: NetworkConfig): WindowOutput {
  const { first, begin, end } = window
  const spans = spansOf(bestTags(emissions.slice(begin - first, end - first), transitions), begin)
  const edges = new Set(spans.flatMap((span) => [span.first, span.last]))
  const wanted = (word: number) => word < begin || word >= end || edges.has(word)
  return { window, emissions, links: links.map((row, i) => (wanted(first + i) ? row : empty)) }
}
const empty = new Float32Array(0)

// Windows of like length together, so that little of a batch is padding.
function* batches(windows: readonly Window[], sizes: readonly number[]): Generator<readonly Window[]> {
  const length = ({ first, last }: Window) => sizes.slice(first, last).reduce((sum, n) => sum + n, 2)
  const sorted = windows.map((window) => ({ window, size: length(window) })).sort((a, b) => a.size - b.size)
  let batch: Window[] = []
  for (const { window, size } of sorted) {
    if (batch.length > 0 && size * (batch.length + 1) > budget) {
      yield batch
      batch = []
    }
    batch.push(window)
  }
  if (batch.length > 0) yield batch
}

function inputOf({ first, last }: Window, words: readonly Word[], pieces: readonly (readonly number[])[]): Input {
  const ids = [opening]
  const features: (readonly number[])[] = [none]
  const firsts: number[] = []
  for (let i = first; i < last; i++) {
    firsts.push(ids.length)
    for (const piece of pieces[i]!) {
      ids.push(piece)
      features.push(words[i]!.features)
    }
  }
  return { ids: [...ids, closing], features: [...features, none], firsts }
}

// Each word is spoken for by its first piece.
function byWord(output: Output, firsts: readonly number[], { tags, linkDim }: NetworkConfig) {
  const row = (values: Float32Array, width: number) =>
    firsts.map((first) => values.slice(first * width, (first + 1) * width))
  return { emissions: row(output.tags, tags.length), links: row(output.links, 6 * linkDim) }
}
