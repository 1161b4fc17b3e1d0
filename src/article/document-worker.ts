import { parentPort, workerData } from 'node:worker_threads'
import { InputError } from '../errors.ts'
import type { Answer, Assignment } from './document.ts'
import { readDocx } from './docx.ts'
import { readMarkdown } from './markdown.ts'
import { readPdf } from './pdf.ts'

// A thread of its own for one document: a file can be made, or just happen, to keep its parser busy for hours, and a
// parser that doesn't come back can only be stopped from outside. Started by document.ts, and by nothing else.
parentPort?.postMessage(await answer(workerData as Assignment))

async function answer(assignment: Assignment): Promise<Answer> {
  try {
    if (assignment.format === 'markdown') return { document: readMarkdown(assignment.text) }
    const read = assignment.format === 'pdf' ? readPdf : readDocx
    return { document: await read(assignment.bytes) }
  } catch (error) {
    // An error loses its class on its way between threads.
    if (error instanceof InputError)
      return { refused: { expected: error.expected, got: error.got, advice: error.advice } }
    if (error instanceof RangeError) return { tooDeep: true }
    throw error
  }
}
