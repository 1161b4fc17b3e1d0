/** Reads Discord's markdown: text in, tokens out. Nothing in it is ever taken for HTML. */
import { type Inline, inlineOf } from './inline-markdown.ts'

export type { Inline } from './inline-markdown.ts'

export interface ListItem {
  readonly depth: number
  readonly ordered: boolean
  /** Of an ordered item. */
  readonly number: number
  readonly inside: readonly Inline[]
}

export type Block =
  | { readonly kind: 'paragraph'; readonly inside: readonly Inline[] }
  | { readonly kind: 'heading'; readonly level: 1 | 2 | 3; readonly inside: readonly Inline[] }
  | { readonly kind: 'subtext'; readonly inside: readonly Inline[] }
  | { readonly kind: 'quote'; readonly blocks: readonly Block[] }
  | { readonly kind: 'list'; readonly items: readonly ListItem[] }
  | { readonly kind: 'code'; readonly language: string; readonly words: string }
  /** An empty line, which Discord keeps. */
  | { readonly kind: 'gap' }

const item = /^( *)(?:([-*])|(\d{1,9})\.) +(\S.*)$/

/** The blocks of a message's text. `nested` is set within a quote, where none begins. */
export function blocksOf(source: string, nested = false): readonly Block[] {
  const lines = source.replaceAll('\r\n', '\n').split('\n')
  const blocks: Block[] = []
  let prose: string[] = []
  const flush = (): void => {
    if (prose.length > 0) blocks.push({ kind: 'paragraph', inside: inlineOf(prose.join('\n')) })
    prose = []
  }
  const add = (block: Block): void => {
    flush()
    blocks.push(block)
  }
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at]!
    const rest = lines.slice(at).join('\n')
    const fence = line.startsWith('```') ? /^```(?:([\w+-]*)\n)?([\s\S]*?)\n?```/.exec(rest) : null
    const heading = /^(#{1,3}) +(\S.*)$/.exec(line)
    const subtext = /^-# +(\S.*)$/.exec(line)
    if (fence) {
      add({ kind: 'code', language: fence[1] ?? '', words: fence[2]! })
      at += fence[0].split('\n').length - 1
      const behind = lines[at]!.slice(fence[0].split('\n').at(-1)!.length)
      if (behind.trim() !== '') prose.push(behind)
    } else if (heading) add({ kind: 'heading', level: heading[1]!.length as 1 | 2 | 3, inside: inlineOf(heading[2]!) })
    else if (subtext) add({ kind: 'subtext', inside: inlineOf(subtext[1]!) })
    else if (!nested && line.startsWith('>>> ')) {
      add({ kind: 'quote', blocks: blocksOf(rest.slice(4), true) })
      break
    } else if (!nested && /^> /.test(line)) {
      const count = lines.slice(at).findIndex((one) => !/^> ?/.test(one))
      const quoted = count < 0 ? lines.slice(at) : lines.slice(at, at + count)
      add({ kind: 'quote', blocks: blocksOf(quoted.map((one) => one.replace(/^> ?/, '')).join('\n'), true) })
      at += quoted.length - 1
    } else if (item.test(line)) {
      const count = lines.slice(at).findIndex((one) => !item.test(one))
      const listed = count < 0 ? lines.slice(at) : lines.slice(at, at + count)
      add({ kind: 'list', items: listed.map(itemOf) })
      at += listed.length - 1
    } else if (line.trim() === '') add({ kind: 'gap' })
    else prose.push(line)
  }
  flush()
  return blocks
}

function itemOf(line: string): ListItem {
  const [, indent = '', bullet, number, content = ''] = item.exec(line) ?? []
  return {
    depth: Math.min(Math.floor(indent.length / 2), 4),
    ordered: bullet === undefined,
    number: Number(number ?? 0),
    inside: inlineOf(content),
  }
}
