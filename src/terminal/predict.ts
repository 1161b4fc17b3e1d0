import { readFile } from 'node:fs/promises'
import { gunzipSync } from 'node:zlib'
import { z } from 'zod'
import { articleOf } from '../article/article-of.ts'
import { readPage } from '../article/read.ts'
import { InputError } from '../errors.ts'
import { breakDown } from '../pipeline.ts'
import { claimRecord } from '../replies/records.ts'
import type { Engine, Span, Words } from '../types.ts'
import { type Console, write } from './console.ts'
import { openStdin } from './inputs.ts'
import { readJsonLines } from './json-lines.ts'

/** A judge of events: how far the text commits to each having happened, -3 … +3, in the order of the events. */
export type JudgeEvents = (text: string, events: readonly Span[]) => readonly number[] | Promise<readonly number[]>

/** What the tasks are done with; each is opened only by the task that needs it. */
export interface Predictors {
  readonly openEngine: () => Promise<Engine>
  readonly openJudge: () => Promise<JudgeEvents>
}

/** What can be predicted. */
export const tasks = ['attributions', 'factuality', 'claims', 'pages'] as const
export type Task = (typeof tasks)[number]

// The schemas drop every field that they don't name: a line with its answers gives what it gives without them.
const optional = z.string().nullish()
const id = z.union([z.string(), z.number()])
const textLine = z.object({ id, text: z.string() })
const eventsLine = textLine.extend({ events: z.array(z.object({ start: z.number(), end: z.number() })) })
const articleLine = textLine.extend({
  title: optional,
  outlet: optional,
  url: optional,
  publishedAt: optional,
  kind: z.enum(['news', 'release', 'statement', 'transcript', 'opinion', 'live']).optional(),
})
const pageLine = z.object({ id, url: z.string().optional(), file: z.string() })

/**
 * Reads lines of a gold standard without their answers from standard input and writes what the engine gives for each,
 * in the formats of the scorer. The texts are taken as they are, since answers are compared by place.
 *
 * @returns how many lines failed; each was reported with its number
 */
export async function predict(task: Task, { openEngine, openJudge }: Predictors, console: Console): Promise<number> {
  if (task === 'pages') return answerEach(pageLine, console, readPageFile)
  if (task === 'factuality') {
    const judge = await openJudge()
    return answerEach(eventsLine, console, async ({ text, events }) => {
      const values = await judge(
        text,
        events.map(({ start, end }) => [start, end]),
      )
      return { events: events.map(({ start, end }, i) => ({ start, end, factuality: values[i] })) }
    })
  }
  const engine = await openEngine()
  if (task === 'attributions')
    return answerEach(textLine, console, async ({ text }) => ({ attributions: await attributionsIn(text, engine) }))
  return answerEach(articleLine, console, async ({ id, text, ...details }) => {
    const { claims } = await breakDown(articleOf(text, { ...details, id: String(id) }), engine)
    return { claims: claims.map(scoredClaim) }
  })
}

async function answerEach<T extends { readonly id: string | number }>(
  schema: z.ZodType<T>,
  console: Console,
  answer: (line: T) => Promise<object>,
): Promise<number> {
  let failed = 0
  for await (const line of readJsonLines(openStdin(console, 'JSON lines'), schema)) {
    try {
      if ('error' in line) throw line.error
      await write(console.stdout, `${JSON.stringify({ id: line.value.id, ...(await answer(line.value)) })}\n`)
    } catch (error) {
      if (!(error instanceof InputError)) throw error
      failed++
      console.stderr.write(`Line ${line.number}: ${error.message}\n`)
    }
  }
  return failed
}

async function attributionsIn(text: string, engine: Engine) {
  const attributions = await engine.attribute(articleOf(text))
  return attributions
    .filter(({ cue }) => cue.length > 0)
    .map(({ sourceWords, cue, content }) => ({
      source: sourceWords.map(spanOf),
      cue: cue.map(spanOf),
      content: content.map(spanOf),
    }))
}

const spanOf = ({ words, start }: Words): Span => [start, start + words.length]

function scoredClaim(claim: Parameters<typeof claimRecord>[0]) {
  const { evidence, source, via, cue, ...record } = claimRecord(claim)
  return {
    ...record,
    evidence: evidence.map(({ span }) => span),
    source: source && { name: source.name, role: source.role, kind: source.kind, named: source.named },
    via: via.map(({ name }) => ({ name })),
    cue: cue?.words ?? null,
  }
}

async function readPageFile({ file, url }: { readonly file: string; readonly url?: string | undefined }) {
  try {
    const bytes = await readFile(file)
    const page = await readPage(/\.gz$/i.test(file) ? gunzipSync(bytes) : bytes, { url })
    return { text: page.text }
  } catch (cause) {
    if (cause instanceof InputError) throw cause
    throw new InputError(
      {
        expected: 'a file of HTML, or of HTML with gzip',
        got: `${file}, which can't be read (${(cause as NodeJS.ErrnoException).code ?? 'not gzip'})`,
        advice: 'Check the path; it is taken from the working directory',
      },
      { cause },
    )
  }
}
