/** How long something may be, and how many there may be. */
import type { FormError } from './api-error.ts'

type Path = readonly (string | number)[]

/** Characters as the API counts them: an emoji is one. */
export const lengthOf = (value: string): number => [...value].length

/** The rule's breach as a list, empty when the length lies within. */
export function checkLength(path: Path, value: unknown, least: number, most: number): readonly FormError[] {
  if (typeof value !== 'string') return [{ path, code: 'BASE_TYPE_REQUIRED', message: 'This field is required' }]
  const length = lengthOf(value)
  if (length >= least && length <= most) return []
  const message =
    least === 0 ? `Must be ${most} or fewer in length.` : `Must be between ${least} and ${most} in length.`
  return [{ path, code: 'BASE_TYPE_BAD_LENGTH', message }]
}

/** The same for how many there are. */
export function checkCount(path: Path, count: number, least: number, most: number): readonly FormError[] {
  if (count >= least && count <= most) return []
  return [{ path, code: 'BASE_TYPE_BAD_LENGTH', message: `Must be between ${least} and ${most} in length.` }]
}
