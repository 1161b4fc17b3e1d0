import { bounds } from './components.ts'

/** Views of an article, each at a page of it. */
const views = [
  // A page of its claims.
  'claims',
  // The claims as sentences to copy, with the article's words.
  'wording',
  // The text as it was read.
  'text',
  // Posts its claims in the channel for everybody.
  'share',
  // Opens the claim that was chosen.
  'claim',
  // The article with its claims marked, as a picture and as a page.
  'annotated',
  // Who said what, as a drawing.
  'drawing',
  // Posts these in the channel for everybody.
  'share-annotated',
  'share-drawing',
] as const
type View = (typeof views)[number]
const isView = (to: string): to is View => (views as readonly string[]).includes(to)

interface OfArticle<To> {
  readonly to: To
  readonly entry: string
  readonly version: number
  readonly page: number
  readonly user: string
}
interface OfClaim<To> extends OfArticle<To> {
  /** A claim's id; the page is that of the claims to go back to. */
  readonly claim: string
}

/**
 * What a button or a select means, in its `custom_id`: it works after a restart, since nothing is remembered between two
 * taps. Parted by colons; what a person typed comes last and may hold some.
 */
export type Tap =
  | { readonly [To in View]: OfArticle<To> }[View]
  /** Opens a claim. */
  | OfClaim<'open'>
  /** A claim marked in its place, as a picture. */
  | OfClaim<'mark'>
  /** A page of what was found; the words stand in the `words` of the same message. */
  | { readonly to: 'who'; readonly page: number; readonly user: string; readonly rest: string }
  /** Opens a claim that was found. */
  | { readonly to: 'found'; readonly user: string }
  | { readonly to: 'words'; readonly words: string }
  | { readonly to: 'sources'; readonly page: number; readonly user: string }
  /** Opens the window to paste into once more. */
  | { readonly to: 'paste'; readonly user: string }

/** Goes up when the meaning of an id changes, so that old messages are told apart. */
const scheme = 'v1'

/** @returns at most 100 UTF-16 units; what a person typed is cut to fit */
export function customId(tap: Tap): string {
  return fieldsOf(tap)
    .join(':')
    .slice(0, bounds.customId)
    .replace(/[\ud800-\udbff]$/, '')
}

function fieldsOf(tap: Tap): readonly (string | number)[] {
  if (tap.to === 'who') return [scheme, tap.to, tap.page, tap.user, tap.rest]
  if (tap.to === 'found' || tap.to === 'paste') return [scheme, tap.to, tap.user]
  if (tap.to === 'words') return [scheme, tap.to, tap.words]
  if (tap.to === 'sources') return [scheme, tap.to, tap.page, tap.user]
  if (tap.to === 'open' || tap.to === 'mark')
    return [scheme, tap.to, tap.entry, tap.version, tap.claim, tap.page, tap.user]
  return [scheme, tap.to, tap.entry, tap.version, tap.page, tap.user]
}

/**
 * What was tapped.
 *
 * @returns null for an id of another scheme, or one that nobody here made: forged, or from another version of Hearsay
 */
export function tapOf(id: string): Tap | null {
  const [made, to = '', ...fields] = id.split(':')
  if (made !== scheme) return null
  if (isView(to)) {
    const [entry = '', version, page, user = ''] = fields
    const numbers = [numberOf(version), numberOf(page)] as const
    if (fields.length !== 4 || !isEntry(entry) || !isUser(user) || numbers[0] === null || numbers[1] === null)
      return null
    return { to, entry, version: numbers[0], page: numbers[1], user }
  }
  if (to === 'open' || to === 'mark') {
    const [entry = '', version, claim = '', page, user = ''] = fields
    const numbers = [numberOf(version), numberOf(page)] as const
    if (fields.length !== 5 || !isEntry(entry) || !isEntry(claim) || !isUser(user)) return null
    if (numbers[0] === null || numbers[1] === null) return null
    return { to, entry, version: numbers[0], claim, page: numbers[1], user }
  }
  if (to === 'words') return { to, words: fields.join(':') }
  if (to === 'found' || to === 'paste')
    return fields.length === 1 && isUser(fields[0]!) ? { to, user: fields[0]! } : null
  const [page, user = '', ...rest] = fields
  const number = numberOf(page)
  if (number === null || !isUser(user)) return null
  if (to === 'who') return { to, page: number, user, rest: rest.join(':') }
  return to === 'sources' && rest.length === 0 ? { to, page: number, user } : null
}

const numberOf = (field = ''): number | null => (/^\d{1,6}$/.test(field) ? Number(field) : null)
const isUser = (field: string): boolean => /^\d{1,20}$/.test(field)
const isEntry = (field: string): boolean => /^[2-9b-z]{4,20}$/.test(field)
