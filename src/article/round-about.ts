import { bylines, dates } from './lines-of-dates.ts'
import { pictures } from './lines-of-pictures.ts'
import { requests } from './lines-of-requests.ts'
import { rights, signs } from './lines-of-rights.ts'
import { otherStories } from './lines-of-stories.ts'
import { isReporting, type Line, starting } from './wording.ts'

/**
 * Wording of what stands around an article rather than in it, line by line. Made from how news pages are commonly
 * built and worded in English, with the commonest phrases of a few other languages; no pattern names a site.
 */
const lines: readonly Line[] = [...signs, ...dates, ...bylines, ...pictures, ...otherStories, ...requests, ...rights]

/** @returns whether the line is no part of an article, wherever on the page it stands */
export function isRoundAbout(text: string): boolean {
  if (text.length > 500 || isCorrection(text)) return false
  const reporting = isReporting(text)
  return lines.some((line) => text.length <= line.upTo && !(line.unlessReporting && reporting) && line.like.test(text))
}

const correction = starting(
  'corrections?\\b',
  'clarifications?\\b',
  'corrected\\b',
  "editor[’']?s?[’']? note\\b",
  'this (?:article|story|post|report|piece|version) (?:has been|was) (?:updated|corrected|amended|changed|edited)\\b',
  'an earlier version\\b',
  'a previous version\\b',
  'update(?: \\d+)?\\s*[:(–—-]',
)

/** @returns whether the line tells of a mistake put right or of an update: kept wherever it stands */
export function isCorrection(text: string): boolean {
  return correction.test(text)
}
