import type { z } from 'zod'
import { InputError } from '../errors.ts'

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
 */
export async function* readJsonLines<T>(
  source: AsyncIterable<Buffer | string>,
  schema: z.ZodType<T>,
): AsyncGenerator<Line<T>> {
  let number = 0
  let rest = ''
  let bytes = 0
  const decoder = new TextDecoder()
  for await (const piece of source) {
    const text = typeof piece === 'string' ? piece : decoder.decode(piece, { stream: true })
    const lines = (rest + text).split('\n')
    rest = lines.pop() ?? ''
    for (const line of lines) {
      number++
      bytes += Buffer.byteLength(line) + 1
      if (line.trim() !== '') yield { number, bytes, ...parse(line, schema) }
    }
    if (rest.length > longestLine)
      throw new InputError({
        expected: 'JSON lines, an article a line',
        got: 'a line without an end',
        advice: 'Write each article on a line of its own',
      })
  }
  if (rest.trim() !== '') yield { number: number + 1, bytes: bytes + Buffer.byteLength(rest), ...parse(rest, schema) }
}

function parse<T>(line: string, schema: z.ZodType<T>): { readonly value: T } | { readonly error: InputError } {
  let json: unknown
  try {
    json = JSON.parse(line)
  } catch (cause) {
    return { error: unusable('text that is no JSON', 'Write one JSON object a line', cause) }
  }
  const parsed = schema.safeParse(json)
  if (parsed.success) return { value: parsed.data }
  const wrong = parsed.error.issues.map(({ path, message }) => `${path.join('.') || 'the line'}: ${message}`)
  return { error: unusable(wrong.join('; '), 'Change that line', parsed.error) }
}

function unusable(got: string, advice: string, cause: unknown): InputError {
  return new InputError({ expected: 'a JSON object with the fields of an article', got, advice }, { cause })
}
