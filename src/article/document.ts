import { Worker } from 'node:worker_threads'
import { InputError } from '../errors.ts'
import type { DocumentText } from './markdown.ts'

/** A document and what it is. Markdown is text already, so that its encoding is told by whoever has it. */
export type Assignment =
  | { readonly format: 'pdf' | 'docx'; readonly bytes: Uint8Array }
  | { readonly format: 'markdown'; readonly text: string }

/** What the thread says. */
export type Answer =
  | { readonly document: DocumentText }
  | { readonly refused: { readonly expected: string; readonly got: string; readonly advice: string } }
  | { readonly tooDeep: true }

/** Bounds of the reading. */
export interface Bounds {
  /** Milliseconds, 20,000 when not given: some ten times what 300 full pages take. */
  readonly time?: number | undefined
  /** Megabytes, 1,000 when not given. */
  readonly memory?: number | undefined
}

const names = { pdf: 'a PDF', docx: 'a Word file (.docx)', markdown: 'Markdown' } as const

/**
 * Reads a document in a thread of its own, within a bound of time and one of memory; no size of a file tells how much of
 * either its parser takes.
 *
 * @throws InputError for a document that can't be used, or not within the bounds
 */
export async function readDocument(assignment: Assignment, bounds: Bounds = {}): Promise<DocumentText> {
  const name = names[assignment.format]
  const answer = await answerOf(assignment, name, bounds)
  if ('document' in answer) return answer.document
  if ('refused' in answer) throw new InputError(answer.refused)
  throw refusal(`${name} that can be read`, 'one that is nested too deep')
}

async function answerOf(assignment: Assignment, name: string, bounds: Bounds): Promise<Answer> {
  const { time = 20_000, memory = 1000 } = bounds
  const worker = new Worker(new URL('./document-worker.ts', import.meta.url), {
    workerData: assignment,
    // What started this process, a test's loader or a debugger, isn't asked for again.
    execArgv: [],
    // What a library prints is no part of what the command prints.
    stdout: true,
    stderr: true,
    resourceLimits: { maxOldGenerationSizeMb: memory },
  })
  const tooMuch = (cause?: unknown): InputError =>
    refusal(`${name} that can be read with ${memory} MB of memory`, 'one that takes more', cause)
  const before = process.memoryUsage.rss()
  let clock: NodeJS.Timeout | undefined
  let scales: NodeJS.Timeout | undefined
  try {
    return await new Promise<Answer>((resolve, reject) => {
      clock = setTimeout(
        () => reject(refusal(`${name} that can be read within ${time / 1000} s`, 'one that takes longer')),
        time,
      )
      // Node bounds the thread's heap but not its buffers, into which streams are unpacked; only the whole process shows them.
      scales = setInterval(() => {
        if (process.memoryUsage.rss() - before > 1.5 * memory * 1024 * 1024) reject(tooMuch())
      }, 100)
      worker.once('message', resolve)
      worker.once('error', (error: NodeJS.ErrnoException) => {
        reject(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? tooMuch(error) : error)
      })
      worker.once('exit', (code) => reject(new Error(`The thread that reads documents ended with ${code}.`)))
    })
  } finally {
    clearTimeout(clock)
    clearInterval(scales)
    await worker.terminate()
  }
}

function refusal(expected: string, got: string, cause?: unknown): InputError {
  const advice = 'Save it again in its simplest form, or paste its text'
  return new InputError({ expected, got, advice }, cause === undefined ? {} : { cause })
}
