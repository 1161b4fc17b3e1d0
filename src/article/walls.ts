import { InputError } from '../errors.ts'
import { countWords, wordsCounted } from './count-words.ts'
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
/** Below this, what stands beside a wall is no article. */
const shortest = 60

const walls: readonly { readonly like: RegExp; readonly what: string }[] = [
  {
    like: /\b(?:page (?:was |is |could )?not (?:be )?found|page you(?:[’']re| are| were)? (?:looking for|requested|wanted)[^.]{0,30} (?:can(?:[’']t|not)|could(?:n[’']t| not)|does(?:n[’']t| not)|no longer)|404 (?:error|not found)|error 404)\b/i,
    what: 'a page that says there is no such page',
  },
  {
    like: /\b(?:ad[- ]?block(?:er|ing)?)\b/i,
    what: 'a page that asks to turn an ad blocker off',
  },
  {
    like: /\b(?:(?:is(?:n[’']t| not)|un)\s*(?:currently )?available (?:in|from|to|for) (?:\w+ )?(?:your|this) (?:region|country|location|area))\b|\bfrom a country belonging to\b/i,
    what: "a page that isn't shown to readers where this machine is",
  },
  {
    like: /\b(?:you must be (?:at least |over )?(?:18|21|of legal age)|(?:confirm|verify) (?:your age|that you are (?:over|at least) (?:18|21)))\b/i,
    what: "a page that asks for the reader's age",
  },
  {
    like: /\b(?:are you (?:a )?(?:human|robot)|(?:verify|prove|confirm) (?:that )?you(?:[’']re| are) (?:a |not a )?(?:human|robot)|captcha|unusual (?:traffic|activity)|checking your browser|access (?:to this page has been )?denied|request (?:has been )?blocked)\b/i,
    what: 'a page that asks whether a person is reading it',
  },
  {
    like: /\b(?:before you continue|we (?:and our (?:\d+ )?partners|value your privacy|care about your privacy)|accept (?:all|and continue|cookies)|manage (?:my |your )?(?:cookies|preferences|consent|choices)|cookie (?:consent|settings|preferences|policy)|reject all|your privacy choices)\b/i,
    what: 'a page that asks for consent to cookies',
  },
  {
    like: /\b(?:subscribe (?:to|now|today|for)|subscribers? only|already a subscriber|for subscribers|subscription (?:required|options)|start your (?:free )?trial|to (?:continue|keep) reading|create (?:a|your) (?:free )?account|log ?in to (?:read|continue)|free articles?|unlimited (?:digital )?access|paid subscribers|forgot(?:ten)? (?:your )?password|premium (?:article|content)|unlock this (?:article|story))\b/i,
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
  const wall = words < teaserWords ? wallIn(seen.wholeText.slice(0, 50_000)) : undefined
  const paid = seen.metadata.structured?.free === false
  const isList = seen.linked > 0.5 && !seen.text.split('\n\n').some((paragraph) => paragraph.length >= 80)
  // Some walls say a great deal; then what was taken for the article is the wall itself.
  const isWall = wall && (countWords(seen.wholeText) < 400 || wallIn(seen.text) !== undefined)
  if (words >= fewestWords && !isList && !(isWall && words < shortest && !paid)) {
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

const wallIn = (text: string) => walls.find(({ like }) => like.test(text))

function found(seen: Seen, words: number, paid: boolean, wall: string | undefined): string {
  if (paid) return `one that says its article must be paid for, with ${wordsCounted(words)} of it`
  if (wall) return wall
  const all = countWords(seen.wholeText)
  if (all === 0) return 'one without any text'
  if (seen.linked > 0.5) return `one that is mostly links to other pages (${all} words)`
  return `one with ${wordsCounted(all)} but no text of an article`
}
