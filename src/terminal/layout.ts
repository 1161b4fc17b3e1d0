import stringWidth from 'string-width'
import wrapAnsi from 'wrap-ansi'
import type { Look } from './console.ts'

// Lines longer than this are hard to read, however wide the terminal.
const widest = 100

/** How a stretch of text is drawn. A number is a colour of the 256-colour palette. */
export type Style = 'bold' | 'faint' | number

/** Text in a style, or as it is where there is no colour. */
export function paint(text: string, style: Style, look: Look): string {
  if (!look.colour || text === '') return text
  const [on, off] = style === 'bold' ? ['1', 22] : style === 'faint' ? ['2', 22] : [`38;5;${style}`, 39]
  return `\u001B[${on}m${text}\u001B[${off}m`
}

/**
 * A paragraph wrapped to the columns, `first` before its first line and as much space before the others.
 *
 * @param draw puts colour on each finished line, so that no code is ever wrapped or cut
 */
export function block(text: string, look: Look, first = '', draw: (line: string) => string = (line) => line): string {
  return painted(printable(text), look, first, draw)
}

/** The same for text that already holds colours; its words must have gone through {@link printable}. */
export function painted(text: string, look: Look, first = '', draw: (line: string) => string = (line) => line): string {
  const indent = stringWidth(first)
  const lines = wrapAnsi(text, Math.max(20, width(look) - indent), { hard: true }).split('\n')
  return lines.map((line, i) => (i === 0 ? first : ' '.repeat(indent)) + draw(line)).join('\n')
}

/** Columns that are filled. */
export function width(look: Look): number {
  return Math.min(look.columns, widest)
}

/** A line of the whole width. */
export function rule(look: Look): string {
  return paint('─'.repeat(width(look)), 'faint', look)
}

/** Without control characters: an article must not move the cursor or colour the terminal. Line breaks become spaces. */
export function printable(text: string): string {
  return text
    .replace(/[\r\n\t]+/g, ' ')
    .replace(/[\u0000-\u001F\u007F-\u009F\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/g, '')
}

/**
 * A value as JSON in which nothing can act on a terminal: what {@link printable} leaves out of a text stands escaped, which
 * is the same value to whoever reads the JSON.
 */
export function json(value: unknown, indent?: number): string {
  return JSON.stringify(value, null, indent).replace(
    /[\u007F-\u009F\u061C\u200E\u200F\u2028-\u202E\u2066-\u2069]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}

/** "1 claim", "3 claims". */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`
}
