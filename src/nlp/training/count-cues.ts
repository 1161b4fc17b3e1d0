/**
 * Counts how often a verb with what follows it is a reporting cue in an attribution corpus, and prints the lexicon
 * `src/nlp/lexicon/cue-frames.json`: for each verb and frame, in how many of its occurrences outside quotation marks the
 * annotators marked it. Run: node src/nlp/training/count-cues.ts TRAIN.jsonl > src/nlp/lexicon/cue-frames.json
 * Lines are `{id, text, annotations: {annotator: [{source, cue, content}]}}`, spans in UTF-16 code units.
 */
import { readFileSync } from 'node:fs'
import { articleOf } from '../../article/article-of.ts'
import { readDocument } from '../document.ts'
import { readFrame } from '../frames.ts'

interface Row {
  readonly text: string
  readonly annotations: Readonly<Record<string, readonly { readonly cue?: readonly (readonly [number, number])[] }[]>>
}

const least = { occurrences: 3, share: 0.3 }
const rows = readFileSync(process.argv[2]!, 'utf8')
  .split('\n')
  .filter((line) => line.trim())
const counts = new Map<string, Map<string, [cues: number, occurrences: number]>>()
for (const line of rows) {
  const row = JSON.parse(line) as Row
  const marked = new Uint8Array(row.text.length)
  const first = Object.keys(row.annotations).sort()[0]
  for (const { cue } of row.annotations[first ?? ''] ?? [])
    for (const [start, end] of cue ?? []) marked.fill(1, start, end)
  const document = readDocument(articleOf(row.text))
  for (const sentence of document.sentences) {
    for (const group of sentence.groups) {
      const head = sentence.tokens[group.head]!
      if (document.quoted[head.start]) continue
      const verb = group.passive ? `be ${group.lemma}` : group.lemma
      const frames = counts.get(verb) ?? new Map<string, [number, number]>()
      counts.set(verb, frames)
      const { kind } = readFrame(document, sentence, group)
      const [cues, occurrences] = frames.get(kind) ?? [0, 0]
      frames.set(kind, [cues + (marked[head.start] ?? 0), occurrences + 1])
    }
  }
}
const kept = [...counts]
  .sort(([a], [b]) => (a < b ? -1 : 1))
  .map(([verb, frames]) => {
    const rows = [...frames].filter(([, [n, m]]) => m >= least.occurrences && n / m >= least.share)
    return [verb, Object.fromEntries(rows.sort(([a], [b]) => (a < b ? -1 : 1)))] as const
  })
  .filter(([, frames]) => Object.keys(frames).length > 0)
const lines = kept.map(([verb, frames]) => `    ${JSON.stringify(verb)}: ${JSON.stringify(frames)}`)
process.stdout.write(
  `{\n  "source": "PolNeAR, training part: [times marked as a cue, times seen] outside quotation marks",\n  "verbs": {\n${lines.join(',\n')}\n  }\n}\n`,
)
