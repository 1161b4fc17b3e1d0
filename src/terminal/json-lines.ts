import type { z } from 'zod'
import { InputError } from '../errors.ts'
import { json } from './layout.ts'

/** How many lines were read, and how many of them couldn't be used; each of those was reported with its number. */
export interface Outcome {
  readonly done: number
  readonly failed: number
}

/** A line of the input: what it holds, or why that can't be used. `bytes` is how much was read up to its end. */
export type Line<T> = { readonly number: number; readonly bytes: number } & (
  | { readonly value: T }
  | { readonly error: InputError }
)

// In UTF-16 units. An article has at most 5 MB, which escapes and other fields can't make longer than this.
const longestLine = 40_000_000

/**
 * Reads JSON lines one by one; blank lines are passed over. Lines end at a line feed only: U+2028 and its like may
 * stand inside a JSON string, which is why Node's readline isn't used.
 *
 * @param schema what each line must hold; other fields are dropped
 * @throws InputError for input without any line
 */
export async function* readJsonLines<T>(
  source: AsyncIterable<Buffer | string>,
  schema: z.ZodType<T>,
): AsyncGenerator<Line<T>> {
  let found = false
  for await (const { number, bytes, text } of linesOf(source)) {
    if (text?.trim() === '') continue
    found = true
    yield { number, bytes, ...(text === null ? { error: tooLong() } : parse(text, schema)) }
  }
  if (!found)
    throw new InputError({
      expected: 'JSON lines, one object a line',
      got: 'nothing',
      advice: 'Pipe them in; --help after the command says what a line holds',
    })
}

/** Lines with their numbers, null for one that is too long to be held; it is passed over to its end. */
async function* linesOf(source: AsyncIterable<Buffer | string>) {
  const decoder = new TextDecoder()
  let number = 0
  let bytes = 0
  // Of the line that hasn't ended yet.
  let pieces: string[] = []
  let length = 0
  for await (const piece of source) {
    const text = typeof piece === 'string' ? piece : decoder.decode(piece, { stream: true })
    for (const [i, part] of text.split('\n').entries()) {
      if (i > 0) {
        bytes++
        yield { number: ++number, bytes, text: length > longestLine ? null : pieces.join('') }
        pieces = []
        length = 0
      }
      length += part.length
      bytes += Buffer.byteLength(part)
      if (length > longestLine) pieces = []
      else pieces.push(part)
    }
  }
  if (length > 0) yield { number: number + 1, bytes, text: length > longestLine ? null : pieces.join('') }
}

function parse<T>(line: string, schema: z.ZodType<T>): { readonly value: T } | { readonly error: InputError } {
  let read: unknown
  try {
    read = JSON.parse(line)
  } catch (cause) {
    return { error: unusable('text that is no JSON', 'Write one JSON object a line', cause) }
  }
  const parsed = schema.safeParse(read)
  if (parsed.success) return { value: parsed.data }
  const wrong = parsed.error.issues.map(({ path, message }) => `${path.join('.') || 'the line'}: ${message}`)
  const more = wrong.length > mostNamed ? `; and ${wrong.length - mostNamed} more` : ''
  return { error: unusable(wrong.slice(0, mostNamed).join('; ') + more, 'Change that line', parsed.error) }
}

// Of what is wrong with a line; one with a thousand bad events needs no thousand reasons.
const mostNamed = 3

const tooLong = (): InputError =>
  unusable(
    `a line of more than ${longestLine / 1_000_000} million characters`,
    'Write each article on a line of its own',
  )

function unusable(got: string, advice: string, cause?: unknown): InputError {
  return new InputError({ expected: 'a JSON object with the fields of an article', got, advice }, { cause })
}

/** One line of JSON. */
export const jsonLine = (value: unknown): string => `${json(value)}\n`
