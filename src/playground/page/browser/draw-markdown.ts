/// <reference lib="dom" />
/** Markdown's tokens as elements. */
import { element } from './element.ts'
import { type Block, blocksOf, type Inline, type ListItem } from './markdown.ts'

/** What names stand for. */
export interface Names {
  readonly user: (id: string) => string | null
  readonly channel: (id: string) => string | null
  /** Opens a channel that was mentioned. */
  readonly open: (id: string) => void
}

const tags = { strong: 'strong', emphasis: 'em', underline: 'u', strike: 's' } as const

/** A message's text, drawn. */
export const drawMarkdown = (source: string, names: Names): HTMLElement =>
  element('div', { class: 'markdown' }, ...blocksOf(source).map((block) => drawBlock(block, names)))

function drawBlock(block: Block, names: Names): HTMLElement {
  switch (block.kind) {
    case 'paragraph':
      return element('p', {}, ...drawInline(block.inside, names))
    // All right below the channel's heading: a message may begin at any level of its own.
    case 'heading':
      return element(
        'p',
        { role: 'heading', 'aria-level': 3, class: `heading-${block.level}` },
        ...drawInline(block.inside, names),
      )
    case 'subtext':
      return element('p', { class: 'subtext' }, element('small', {}, ...drawInline(block.inside, names)))
    case 'quote':
      return element('blockquote', {}, ...block.blocks.map((one) => drawBlock(one, names)))
    case 'list':
      return drawList(block.items, names)
    case 'code':
      return element('pre', { tabindex: 0 }, element('code', {}, block.words))
    case 'gap':
      return element('p', { class: 'gap' })
  }
}

function drawList(items: readonly ListItem[], names: Names): HTMLElement {
  const first = items[0]!
  const list = element(first.ordered ? 'ol' : 'ul', first.ordered ? { start: first.number } : {})
  for (let at = 0; at < items.length; at += 1) {
    const after = items.slice(at + 1)
    const shallow = after.findIndex(({ depth }) => depth <= first.depth)
    const below = shallow < 0 ? after : after.slice(0, shallow)
    const one = element('li', {}, ...drawInline(items[at]!.inside, names))
    if (below.length > 0) one.append(drawList(below, names))
    list.append(one)
    at += below.length
  }
  return list
}

const drawInline = (tokens: readonly Inline[], names: Names): readonly (Node | string)[] =>
  tokens.map((token) => drawToken(token, names))

function drawToken(token: Inline, names: Names): Node | string {
  switch (token.kind) {
    case 'words':
      return token.words
    case 'code':
      return element('code', {}, token.words)
    case 'break':
      return element('br')
    case 'spoiler':
      return element(
        'details',
        { class: 'spoiler' },
        element('summary', {}, 'Spoiler'),
        ...drawInline(token.inside, names),
      )
    case 'link':
      return element(
        'a',
        { href: token.href, target: '_blank', rel: 'noopener noreferrer' },
        ...drawInline(token.inside, names),
      )
    case 'user':
      return mention(`@${names.user(token.id) ?? 'unknown-user'}`)
    case 'role':
      return mention('@role')
    case 'everyone':
      return mention(token.words)
    case 'command':
      return mention(`/${token.words}`)
    case 'channel': {
      const name = names.channel(token.id)
      if (name === null) return mention('#no-access')
      return element('button', { type: 'button', class: 'mention', onclick: () => names.open(token.id) }, `#${name}`)
    }
    case 'time':
      return drawTime(token.seconds)
    default:
      return element(tags[token.kind], {}, ...drawInline(token.inside, names))
  }
}

const mention = (words: string): HTMLElement => element('span', { class: 'mention' }, words)

function drawTime(seconds: number): HTMLElement {
  const date = new Date(seconds * 1000)
  if (Number.isNaN(date.getTime())) return element('span', {}, 'Invalid Date')
  return element('time', { datetime: date.toISOString() }, date.toLocaleString())
}
