import { gunzipSync } from 'node:zlib'
import { z } from 'zod'
import { articleOf } from '../article/article-of.ts'
import { bytesOf } from '../article/file.ts'
import { readPage } from '../article/read.ts'
import { InputError } from '../errors.ts'
import { breakDown } from '../pipeline.ts'
import { claimRecord } from '../replies/records.ts'
import type { Engine, Span, Words } from '../types.ts'
import { type Console, write } from './console.ts'
import { openStdin } from './inputs.ts'
import { jsonLine, type Outcome, readJsonLines } from './json-lines.ts'
import { sentenceFor } from './process.ts'

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
const id = z.union([z.string(), z.number()], 'expected a string or a number')
/** A text, as far as the engine may see it. */
export const textLine = z.object({ id, text: z.string() })
// An offset beyond the text was counted in bytes or in characters, or on another text; its answer would be noise.
/** A text with events to judge. */
export const eventsLine = textLine
  .extend({ events: z.array(z.object({ start: z.int().nonnegative(), end: z.int() })) })
  .refine(({ text, events }) => events.every(({ start, end }) => start <= end && end <= text.length), {
    path: ['events'],
    error: 'expected places in the text, in UTF-16 units',
  })
/** An article to break down. */
export const articleLine = textLine.extend({
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
 * @returns how many lines there were, and how many failed; each of those was reported with its number
 */
export async function predict(task: Task, { openEngine, openJudge }: Predictors, console: Console): Promise<Outcome> {
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
  return answerEach(articleLine, console, async (line) => ({ claims: await claimsIn(line, engine) }))
}

async function answerEach<T extends { readonly id: string | number }>(
  schema: z.ZodType<T>,
  console: Console,
  answer: (line: T) => Promise<object>,
): Promise<Outcome> {
  let done = 0
  let failed = 0
  for await (const line of readJsonLines(openStdin(console, 'JSON lines'), schema)) {
    done++
    try {
      if ('error' in line) throw line.error
      await write(console.stdout, jsonLine({ id: line.value.id, ...(await answer(line.value)) }))
    } catch (error) {
      // Whatever it is, the other lines have nothing to do with it.
      failed++
      console.stderr.write(`Line ${line.number}: ${sentenceFor(error)}\n`)
    }
  }
  return { done, failed }
}

/** Every attribution that somebody makes, in the format of the scorer. */
export async function attributionsIn(text: string, engine: Engine) {
  const { attributions } = await engine.attribute(articleOf(text))
  const relations = attributions
    .filter(({ rule }) => rule !== 'own-voice')
    .map(({ sourceWords, cue, content }) => ({
      source: sourceWords.map(spanOf),
      cue: cue.map(spanOf),
      content: content.map(spanOf),
    }))
  // One relation is several attributions where its speech or its labels differ.
  return [...new Map(relations.map((relation) => [JSON.stringify(relation), relation])).values()]
}

const spanOf = ({ words, start }: Words): Span => [start, start + words.length]

/** The claims of an article, in the format of the scorer. */
export async function claimsIn({ id, text, ...details }: z.infer<typeof articleLine>, engine: Engine) {
  const { claims } = await breakDown(articleOf(text, { ...details, id: String(id) }), engine)
  return claims.map(scoredClaim)
}

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

// In bytes, unpacked. Pages are measured that are larger than any that is read for somebody.
const largestPage = 50 * 1024 * 1024

async function readPageFile({ file, url }: { readonly file: string; readonly url?: string | undefined }) {
  const bytes = await bytesOf(file, largestPage)
  const source = /\.gz$/i.test(file) ? unpacked(bytes, file) : bytes
  if (source.length > largestPage) throw unusable(`${file}, which is larger than ${largestPage / 1024 / 1024} MB`)
  const page = await readPage(source, { url })
  return { text: page.text }
}

function unpacked(bytes: Uint8Array, file: string): Uint8Array {
  try {
    return gunzipSync(bytes, { maxOutputLength: largestPage })
  } catch (cause) {
    const tooLarge = (cause as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE'
    const state = tooLarge ? `unpacks to more than ${largestPage / 1024 / 1024} MB` : "isn't packed with gzip"
    throw unusable(`${file}, which ${state}`, cause)
  }
}

function unusable(got: string, cause?: unknown): InputError {
  return new InputError(
    { expected: 'a file of HTML, or of HTML with gzip', got, advice: 'Check the file' },
    cause === undefined ? {} : { cause },
  )
}
