/**
 * Learns how to weigh what is observed of an event, and prints `src/nlp/lexicon/factuality-weights.json`. Run:
 * node src/nlp/training/count-factuality.ts TRAIN.jsonl[:WEIGHT] … > src/nlp/lexicon/factuality-weights.json
 * Lines are `{text, events: [{start, end, factuality}]}`; WEIGHT is what an event of that file counts for, 1 by default.
 *
 * An elastic net with Huber's loss, by coordinate descent from zero: the same data give the same weights.
 */
import { readFileSync } from 'node:fs'
import { articleOf } from '../../article/article-of.ts'
import { readDocument } from '../document.ts'
import { featuresOf } from '../factuality/features.ts'

interface Example {
  readonly features: ReadonlyMap<string, number>
  readonly factuality: number
  readonly weight: number
}
interface Column {
  readonly name: string
  readonly rows: number[]
  readonly values: number[]
}

// Chosen by five-fold cross-validation on the training files. Errors above `huber` count linearly.
const settings = { squared: 3, absolute: 1, leastSeen: 4, huber: 0.5, reweighings: 6, sweeps: 15, smallest: 0.015 }

const examples = process.argv.slice(2).flatMap((argument) => {
  const [, file, weight] = /^(.*?)(?::([\d.]+))?$/.exec(argument)!
  return readFileSync(file!, 'utf8')
    .split('\n')
    .filter((line) => line.trim())
    .flatMap((line) => examplesIn(JSON.parse(line), Number(weight ?? 1)))
})
const { intercept, columns, weights } = learn(examples)
const round = (value: number) => Math.round(value * 100) / 100
const kept = columns
  .map(({ name }, i) => [name, round(weights[i]!)] as const)
  .filter(([, weight]) => Math.abs(weight) >= settings.smallest)
  .sort(([a], [b]) => (a < b ? -1 : 1))
const lines = kept.map(([name, weight]) => `    ${JSON.stringify(name)}: ${weight}`)
process.stdout.write(
  `{\n  "source": "Learned from the training parts of UW factuality (Lee et al. 2015) and MEANTIME (Minard et al. 2016): what each observation adds to a factuality of -3 to 3",\n  "intercept": ${round(intercept)},\n  "weights": {\n${lines.join(',\n')}\n  }\n}\n`,
)

function examplesIn(
  row: { text: string; events: { start: number; end: number; factuality: number }[] },
  weight: number,
): Example[] {
  const document = readDocument(articleOf(row.text))
  return row.events.flatMap(({ start, factuality }) => {
    const sentence = document.sentences.find(({ span }) => span[1] > start)
    const index = sentence ? sentence.tokens.findIndex((token) => token.end > start) : -1
    if (!sentence || index < 0) return []
    return [{ features: featuresOf(sentence, index, document.quoted[start] === 1), factuality, weight }]
  })
}

function columnsOf(examples: readonly Example[]): readonly Column[] {
  const columns = new Map<string, Column>()
  for (const [row, { features }] of examples.entries()) {
    for (const [name, value] of features) {
      if (value === 0) continue
      const column = columns.get(name) ?? { name, rows: [], values: [] }
      columns.set(name, column)
      column.rows.push(row)
      column.values.push(value)
    }
  }
  return [...columns.values()].filter(({ rows }) => rows.length >= settings.leastSeen)
}

function learn(examples: readonly Example[]) {
  const columns = columnsOf(examples)
  const weights = new Float64Array(columns.length)
  const residual = Float64Array.from(examples, ({ factuality }) => factuality)
  let intercept = 0
  for (let pass = 0; pass < settings.reweighings; pass++) {
    // The first pass has all errors count as squares, for there are no small ones yet.
    const importance = examples.map(({ weight }, i) =>
      pass === 0 ? weight : weight * Math.min(1, settings.huber / Math.max(1e-9, Math.abs(residual[i]!))),
    )
    for (let sweep = 0; sweep < settings.sweeps; sweep++) {
      const total = importance.reduce((sum, value) => sum + value, 0)
      const shift = importance.reduce((sum, value, i) => sum + value * residual[i]!, 0) / total
      intercept += shift
      for (let i = 0; i < residual.length; i++) residual[i]! -= shift
      for (const [c, column] of columns.entries()) weights[c] = step(column, weights[c]!, residual, importance)
    }
  }
  return { intercept, columns, weights }
}

// The best weight of one column with all others held; the residuals follow it.
function step({ rows, values }: Column, weight: number, residual: Float64Array, importance: readonly number[]): number {
  let gradient = 0
  let curvature = 0
  for (let k = 0; k < rows.length; k++) {
    const pull = importance[rows[k]!]! * values[k]!
    gradient += pull * residual[rows[k]!]!
    curvature += pull * values[k]!
  }
  const target = gradient + curvature * weight
  const size = Math.max(0, Math.abs(target) - settings.absolute) / (curvature + settings.squared)
  const next = Math.sign(target) * size
  if (next !== weight) for (let k = 0; k < rows.length; k++) residual[rows[k]!]! -= (next - weight) * values[k]!
  return next
}
