import { InputError } from '../errors.ts'
import { type Console, write } from './console.ts'
import { attributionsIn, claimsIn, type JudgeEvents, type Predictors } from './predict.ts'
import { type Progress, progressOn } from './progress.ts'
import { scoreAttributions } from './scores/attributions.ts'
import { scoreClaims } from './scores/claims.ts'
import { scoreFactuality } from './scores/factuality.ts'
import type { Pair, Scores } from './scores/figure.ts'
import { readGold } from './scores/gold.ts'
import { gainOf, type Results, readResults, resultOf, type SetResult, writeResults } from './scores/results.ts'
import { type GoldSet, readSets } from './scores/sets.ts'
import { showScores } from './scores/show-scores.ts'

/** Where an evaluation finds its texts and keeps its figures. */
export interface EvaluationFiles {
  /** Folder of the project's own gold. */
  readonly gold: string
  /** Folder of somebody's gold standards, or null for the project's own. */
  readonly data: string | null
  /** File of the figures that are kept. */
  readonly results: string
}

// A loss up to this is let pass by a check: the last digits differ between processors.
const tolerated = 0.005

/**
 * Scores the engine on each set, shows the figures with what they gained or lost against those that were kept, and keeps
 * them. Sets that weren't scored stay as they were kept.
 *
 * @param check keep nothing, and fail where a figure lost more than 0.005
 * @returns 1 for a check that failed
 * @throws InputError where there is no set, or a line of one can't be used
 */
export async function evaluate(
  check: boolean,
  files: EvaluationFiles,
  predictors: Predictors,
  console: Console,
): Promise<0 | 1> {
  const { sets, leftOut } = files.data === null ? await readGold(files.gold) : await readSets(files.data)
  for (const name of leftOut)
    console.stderr.write(`${name} was left out: a figure from the training set is no figure.\n`)
  const before = await readResults(files.results)
  const after: Record<string, SetResult> = { ...before }
  const losses: string[] = []
  let compared = 0
  for (const set of sets) {
    const { scores, engine } = await scoresOf(set, predictors, console)
    after[set.name] = resultOf(engine, scores)
    await write(console.stdout, `${showScores(set.name, engine, scores, before[set.name], console.look)}\n\n`)
    for (const figure of scores.figures) {
      const gain = gainOf(figure, before[set.name])
      if (gain !== undefined) compared++
      if (gain !== undefined && gain < -tolerated) losses.push(`${figure.name} of ${set.name} lost ${-gain}`)
    }
  }
  if (!check) {
    await writeResults(files.results, after)
    console.stderr.write(`Kept in ${files.results}.\n`)
    return 0
  }
  if (compared === 0) throw nothingToCompare(before, files.results)
  for (const loss of losses) console.stderr.write(`${loss}.\n`)
  return losses.length === 0 ? 0 : 1
}

async function scoresOf(
  set: GoldSet,
  { openEngine, openJudge }: Predictors,
  console: Console,
): Promise<{ readonly scores: Scores; readonly engine: string }> {
  const progress = progressOn(console, 'text')
  try {
    if (set.task === 'factuality') {
      const judge = await openJudge()
      const scores = scoreFactuality(await pairs(set.lines, progress, (line) => judged(line, judge)))
      return { scores, engine: (await openEngine()).name }
    }
    const engine = await openEngine()
    const scores =
      set.task === 'attributions'
        ? scoreAttributions(
            await pairs(set.lines, progress, async ({ text, annotations }) => ({
              text,
              gold: firstOf(annotations) ?? [],
              answer: await attributionsIn(text, engine),
            })),
          )
        : scoreClaims(
            await pairs(set.lines, progress, async ({ claims, ...article }) => ({
              text: article.text,
              gold: claims,
              answer: await claimsIn(article, engine),
            })),
          )
    // An engine may call itself something else once it has read: where its model is away, it says so.
    return { scores, engine: engine.name }
  } finally {
    progress.clear()
  }
}

async function pairs<Line, Gold, Answer>(
  lines: readonly Line[],
  progress: Progress,
  pair: (line: Line) => Promise<Pair<Gold, Answer>>,
): Promise<readonly Pair<Gold, Answer>[]> {
  const done: Pair<Gold, Answer>[] = []
  for (const line of lines) {
    done.push(await pair(line))
    progress.advance(done.length, done.length / lines.length)
  }
  return done
}

async function judged(
  { text, events }: Extract<GoldSet, { task: 'factuality' }>['lines'][number],
  judge: JudgeEvents,
): Promise<Pair<readonly number[], readonly number[]>> {
  const answer = await judge(
    text,
    events.map(({ start, end }) => [start, end]),
  )
  return { text, gold: events.map(({ factuality }) => factuality), answer }
}

/** Of several annotators the first by name, as in the published scores. */
function firstOf<T>(annotations: Readonly<Record<string, T>>): T | undefined {
  const [first] = Object.keys(annotations).sort()
  return first === undefined ? undefined : annotations[first]
}

function nothingToCompare(before: Results, file: string): InputError {
  const kept = Object.keys(before)
  return new InputError({
    expected: `figures of these sets in ${file}`,
    got: kept.length > 0 ? `those of ${kept.join(', ')} only` : 'none',
    advice: 'Run npm run eval without --check once, which keeps them',
  })
}
