/** Discord's markdown within a line: emphasis, code, links, mentions, escapes. */

export type Style = 'strong' | 'emphasis' | 'underline' | 'strike' | 'spoiler'

export type Inline =
  | { readonly kind: 'words'; readonly words: string }
  | { readonly kind: 'code'; readonly words: string }
  | { readonly kind: 'break' }
  | { readonly kind: Style; readonly inside: readonly Inline[] }
  /** `href` begins with http: or https: and nothing else. */
  | { readonly kind: 'link'; readonly href: string; readonly inside: readonly Inline[] }
  | { readonly kind: 'user' | 'channel' | 'role'; readonly id: string }
  /** A slash command that can be tapped; `words` is its name. */
  | { readonly kind: 'command'; readonly words: string }
  | { readonly kind: 'everyone'; readonly words: string }
  /** Seconds since 1970, with Discord's letter for the form. */
  | { readonly kind: 'time'; readonly seconds: number; readonly form: string }

const marks: readonly (readonly [mark: string, style: Style])[] = [
  ['**', 'strong'],
  ['__', 'underline'],
  ['~~', 'strike'],
  ['||', 'spoiler'],
  ['*', 'emphasis'],
  ['_', 'emphasis'],
]

/** Deeper than anybody writes; what comes below is shown as it stands. */
const deepest = 8

/** The tokens of some lines, with a break between each. */
export function inlineOf(source: string, depth = 0): readonly Inline[] {
  const tokens: Inline[] = []
  // A mark that nothing closes from here on is closed by nothing further on either.
  const unclosed = new Set<string>()
  let words = ''
  const add = (token: Inline): void => {
    if (words !== '') tokens.push({ kind: 'words', words })
    words = ''
    tokens.push(token)
  }
  let at = 0
  while (at < source.length) {
    const rest = source.slice(at, at + 2200)
    const escaped = /^\\([!-/:-@[-`{-~])/.exec(rest)
    if (escaped) {
      words += escaped[1]
      at += 2
      continue
    }
    if (source[at] === '\n') {
      add({ kind: 'break' })
      at += 1
      continue
    }
    const whole = wholeAt(rest, depth, source[at - 1] ?? '')
    if (whole) {
      add(whole.token)
      at += whole.length
      continue
    }
    const [mark, style] = marks.find(([one]) => rest.startsWith(one) && !unclosed.has(one)) ?? []
    const end =
      mark && style && depth < deepest && opens(source, at, mark) ? closing(source, at + mark.length, mark) : -1
    if (mark && style && end > at + mark.length) {
      add({ kind: style, inside: inlineOf(source.slice(at + mark.length, end), depth + 1) })
      at = end + mark.length
      continue
    }
    if (mark && end === -1 && depth < deepest && opens(source, at, mark)) unclosed.add(mark)
    words += source[at]
    at += 1
  }
  if (words !== '') tokens.push({ kind: 'words', words })
  return tokens
}

/** A mark opens nothing before a space; an underscore within a word is only one. */
function opens(source: string, at: number, mark: string): boolean {
  const after = source[at + mark.length] ?? ' '
  if (mark === '_' && /[\p{L}\p{N}]/u.test(source[at - 1] ?? ' ')) return false
  return mark.length === 2 || !/\s/.test(after)
}

/** Where a mark closes, past escapes and code; -1 where it doesn't. */
function closing(source: string, from: number, mark: string): number {
  for (let at = from; at < source.length; at += 1) {
    if (source[at] === '\\') at += 1
    else if (source[at] === '`') at = Math.max(at, source.indexOf('`', at + 1))
    else if (source.startsWith(mark, at)) {
      const doubled = mark.length === 1 && source[at + 1] === mark
      const inWord = mark === '_' && /[\p{L}\p{N}]/u.test(source[at + 1] ?? ' ')
      if (!doubled && !inWord) return source.startsWith(mark + mark[0], at) && mark.length === 2 ? at + 1 : at
      if (doubled) at += 1
    }
  }
  return -1
}

/** What begins here and has an end of its own: code, a mention, an address, a link. */
function wholeAt(
  rest: string,
  depth: number,
  before: string,
): { readonly token: Inline; readonly length: number } | null {
  const take = (pattern: RegExp, token: (parts: readonly string[]) => Inline | null) => {
    const found = pattern.exec(rest)
    const made = found && token(found as unknown as readonly string[])
    return found && made ? { token: made, length: found[0].length } : null
  }
  switch (rest[0]) {
    case '`':
      return (
        take(/^``((?:[^`]|`(?!`))+)``/, ([, words]) => ({ kind: 'code', words: words!.trim() })) ??
        take(/^`([^`\n]+)`/, ([, words]) => ({ kind: 'code', words: words! }))
      )
    case '<':
      return (
        take(/^<@!?(\d{1,20})>/, ([, id]) => ({ kind: 'user', id: id! })) ??
        take(/^<#(\d{1,20})>/, ([, id]) => ({ kind: 'channel', id: id! })) ??
        take(/^<@&(\d{1,20})>/, ([, id]) => ({ kind: 'role', id: id! })) ??
        take(/^<\/([^:<>\n]{1,100}):\d{1,20}>/, ([, words]) => ({ kind: 'command', words: words! })) ??
        take(/^<t:(-?\d{1,12})(?::([tTdDfFR]))?>/, ([, seconds, form]) => ({
          kind: 'time',
          seconds: Number(seconds),
          form: form ?? 'f',
        })) ??
        take(/^<(https?:\/\/[^\s<>]+)>/, ([, href]) => linkTo(href!, [{ kind: 'words', words: href! }]))
      )
    case '[':
      return take(
        /^\[((?:[^[\]\\\n]|\\.){1,1000})\]\(<?(https?:\/\/(?:[^\s()<>]|\([^\s()<>]*\))+)>?(?: +"[^"\n]*")?\)/,
        ([, shown, href]) => (depth < deepest ? linkTo(href!, inlineOf(shown!, deepest - 1)) : null),
      )
    case 'h':
      return /\w/.test(before)
        ? null
        : take(/^https?:\/\/[^\s<>]*[^\s<>.,:;"'\])*_~|]/, ([href]) => linkTo(href!, [{ kind: 'words', words: href! }]))
    case '@':
      return take(/^@(?:everyone|here)\b/, ([words]) => ({ kind: 'everyone', words: words! }))
    default:
      return null
  }
}

function linkTo(href: string, inside: readonly Inline[]): Inline | null {
  const url = URL.parse(href)
  return url && /^https?:$/.test(url.protocol) ? { kind: 'link', href: url.href, inside } : null
}
