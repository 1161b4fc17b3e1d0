import { InputError } from '../errors.ts'
import type { Metadata } from './metadata.ts'

/** What a page showed, for telling an article from what stands in front of one. */
export interface Seen {
  /** The article's clean text, as far as one was found. */
  readonly text: string
  /** All words of the page that can be read. */
  readonly wholeText: string
  /** How much of the page's text stands in links, 0 … 1. */
  readonly linked: number
  readonly metadata: Metadata
}

/** Fewer words than this aren't an article; a bulletin of one sentence has more. */
const fewestWords = 12
/** An article behind a wall shows a paragraph or two of itself. */
const teaserWords = 150

const walls: readonly { readonly like: RegExp; readonly what: string }[] = [
  {
    like: /\b(?:are you (?:a )?(?:human|robot)|(?:verify|prove|confirm) (?:that )?you(?:[’']re| are) (?:a |not a )?(?:human|robot)|captcha|unusual (?:traffic|activity)|checking your browser|access (?:to this page has been )?denied|request (?:has been )?blocked)\b/i,
    what: 'a page that asks whether a person is reading it',
  },
  {
    like: /\b(?:before you continue|we (?:and our (?:\d+ )?partners|value your privacy|care about your privacy)|accept (?:all|and continue|cookies)|manage (?:my |your )?(?:cookies|preferences|consent|choices)|cookie (?:consent|settings|preferences|policy)|reject all|your privacy choices)\b/i,
    what: 'a page that asks for consent to cookies',
  },
  {
    like: /\b(?:subscribe (?:to|now|today|for)|subscribers? only|already a subscriber|for subscribers|subscription (?:required|options)|start your (?:free )?trial|to (?:continue|keep) reading|create (?:a|your) (?:free )?account|log ?in to (?:read|continue)|free articles?|unlimited (?:digital )?access|paid subscribers|premium (?:article|content)|unlock this (?:article|story))\b/i,
    what: 'a page that asks to subscribe or log in',
  },
  {
    like: /\b(?:enable javascript|javascript (?:is )?(?:disabled|required)|turn on javascript|requires javascript)\b/i,
    what: 'a page that shows nothing without JavaScript',
  },
]

/**
 * Decides whether what was found is an article.
 *
 * @returns a sentence for the reader when the page shows a part of an article only, else null
 * @throws InputError that says what was found where there is no article
 */
export function checkArticle(seen: Seen): string | null {
  const words = countWords(seen.text)
  const wall = words < teaserWords ? walls.find(({ like }) => like.test(seen.wholeText.slice(0, 50_000))) : undefined
  const paid = seen.metadata.structured?.free === false
  const isList = seen.linked > 0.5 && !seen.text.split('\n\n').some((paragraph) => paragraph.length >= 80)
  const isWall = wall && countWords(seen.wholeText) < 400
  if (words >= fewestWords && !isList && !(isWall && words < 60 && !paid)) {
    if (paid && words < 2 * teaserWords)
      return `The page says that the article must be paid for; only its first ${words} words were there to read.`
    return wall && isWall
      ? `The page may hold only the beginning of the article (${words} words): it is ${wall.what}.`
      : null
  }
  throw new InputError({
    expected: 'a page with an article',
    got: found(seen, words, paid, wall?.what),
    advice:
      paid || wall
        ? 'Open the page yourself and paste the text of the article'
        : 'Link the article itself, or paste its text',
  })
}

function found(seen: Seen, words: number, paid: boolean, wall: string | undefined): string {
  if (paid) return `one that says its article must be paid for, with ${words} words of it`
  if (wall) return wall
  const all = countWords(seen.wholeText)
  if (all === 0) return 'one without any text'
  if (seen.linked > 0.5) return `one that is mostly links to other pages (${all} words)`
  return `one with ${all} words but no text of an article`
}

function countWords(text: string): number {
  const words = text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0
  // Chinese, Japanese and Thai don't part words; some two of their letters make one.
  const unparted = text.match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/gu)?.length ?? 0
  return Math.max(words, Math.round(unparted / 2))
}
