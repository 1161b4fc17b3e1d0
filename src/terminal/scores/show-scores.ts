import type { Look } from '../console.ts'
import { block, counted, paint } from '../layout.ts'
import type { Figure, Scores } from './figure.ts'
import { gainOf, rounded, type SetResult } from './results.ts'

const nameWidth = 42
const numberWidth = 8
const columnsFilled = 80

/** One set's scores as a table, with what each figure gained (+) or lost (−) since `before`; fits 80 columns. */
export function showScores(
  name: string,
  engine: string,
  { counts, figures, labelErrors = {} }: Scores,
  before: SetResult | undefined,
  look: Look,
): string {
  const size = Object.entries(counts).map(([what, count]) => counted(count, what.replace(/s$/, ''), what))
  const columns = figures.some(({ precision }) => precision !== undefined) ? ['F1', 'P', 'R'] : ['value', '', '']
  const head = (title: string) => row(title, [...columns, 'gain'])
  const title = `${name}: ${size.join(', ')}`
  const errors = Object.entries(labelErrors).map(([kind, times]) => `${times} ${kind}`)
  return [
    // A name that is too long for its column has a line of its own.
    paint(
      title.length + 4 * numberWidth <= columnsFilled ? head(title) : `${block(name, look)}\n${head(size.join(', '))}`,
      'bold',
      look,
    ),
    ...figures.map((figure) => showFigure(figure, before)),
    ...(errors.length > 0 ? [block(`label errors: ${errors.join(', ')}`, look, '  ')] : []),
    block(`by ${engine}`, look, '  ', (line) => paint(line, 'faint', look)),
  ].join('\n')
}

function showFigure(figure: Figure, before: SetResult | undefined): string {
  const { name, value, precision, recall, lowerIsBetter } = figure
  const gain = gainOf(figure, before)
  return row(`  ${name}${lowerIsBetter ? ' (lower is better)' : ''}`, [
    decimals(value),
    ...[precision, recall].map((one) => (one === undefined ? '' : decimals(one))),
    gain === undefined ? 'new' : gain === 0 ? '' : `${gain > 0 ? '+' : '−'}${decimals(Math.abs(gain))}`,
  ])
}

const row = (name: string, numbers: readonly string[]): string =>
  (name.padEnd(nameWidth) + numbers.map((number) => number.padStart(numberWidth)).join('')).trimEnd()

const decimals = (value: number): string => rounded(value).toFixed(3)
