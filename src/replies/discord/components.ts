/**
 * The parts of a Discord message that Hearsay uses, as they go over the wire (Components V2); numbers are Discord's own.
 * Plain values, so that replies stay functions from value to value.
 */

export interface TextDisplay {
  readonly type: 10
  readonly content: string
}

export interface Separator {
  readonly type: 14
  readonly divider: boolean
}

export interface Button {
  readonly type: 2
  /** 1 stands out, 2 doesn't. */
  readonly style: 1 | 2
  readonly label: string
  readonly custom_id: string
  readonly disabled?: boolean
}

export interface Choice {
  readonly label: string
  readonly value: string
  readonly description?: string
}

export interface Select {
  readonly type: 3
  readonly custom_id: string
  readonly placeholder: string
  readonly options: readonly Choice[]
}

export interface Row {
  readonly type: 1
  readonly components: readonly (Button | Select)[]
}

/** A picture of the message's own files. */
export interface Gallery {
  readonly type: 12
  readonly items: readonly { readonly media: { readonly url: string }; readonly description: string }[]
}

/** A file to download, of the message's own. */
export interface FileShown {
  readonly type: 13
  readonly file: { readonly url: string }
}

export interface Container {
  readonly type: 17
  readonly components: readonly (TextDisplay | Separator | Row | Gallery | FileShown)[]
}

/** A file that comes with a message; a component shows it as `attachment://name`. */
export interface MessageFile {
  readonly name: string
  readonly bytes: Uint8Array
  /** What it is or says, for who can't see it. */
  readonly description: string
}

/** A whole message. */
export interface Message {
  /** Discord's flag for Components V2; whoever sends it adds that it is for one person only. */
  readonly flags: typeof componentsV2
  readonly components: readonly (TextDisplay | Separator | Row | Container)[]
  readonly files?: readonly MessageFile[]
}

/** 1 << 15. */
export const componentsV2 = 32768

/** Discord's bounds, in UTF-16 units or in components. */
export const bounds = {
  /** Of all components of a message, nested ones too. */
  components: 40,
  /** Of all text displays of a message together. */
  text: 4000,
  buttonLabel: 80,
  choice: 100,
  customId: 100,
  choices: 25,
  /** Of a picture's or a file's description. */
  description: 1024,
} as const

export const text = (content: string): TextDisplay => ({ type: 10, content })
export const separator: Separator = { type: 14, divider: true }
export const row = (...components: readonly (Button | Select)[]): Row => ({ type: 1, components })
export const button = (
  label: string,
  id: string,
  options: { readonly main?: boolean; readonly off?: boolean } = {},
): Button => ({
  type: 2,
  style: options.main ? 1 : 2,
  label: cutTo(label, bounds.buttonLabel),
  custom_id: id,
  ...(options.off ? { disabled: true } : {}),
})

/**
 * A select of at most 25 choices; the rest is left out, so whoever calls it shows no more.
 *
 * @returns null where there is nothing to choose
 */
export function select(placeholder: string, id: string, choices: readonly Choice[]): Select | null {
  if (choices.length === 0) return null
  const options = choices.slice(0, bounds.choices).map(({ label, value, description }) => ({
    label: cutTo(label, bounds.choice),
    value,
    ...(description ? { description: cutTo(description, bounds.choice) } : {}),
  }))
  return { type: 3, custom_id: id, placeholder: cutTo(placeholder, bounds.choice), options }
}

/** Cut at its end, with an ellipsis; never within a character, nor between a backslash and the mark that it escapes. */
export function cutTo(words: string, most: number): string {
  if (words.length <= most) return words
  const kept = words.slice(0, most - 1).replace(/[\ud800-\udbff]$/, '')
  const backslashes = /\\*$/.exec(kept)![0].length
  return `${(backslashes % 2 === 1 ? kept.slice(0, -1) : kept).trimEnd()}…`
}
