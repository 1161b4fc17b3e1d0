import type { Certainty } from '../types.ts'

/** How the passages of a label are underlined: each label in another way, so that they differ without colour. */
export interface Pattern {
  readonly line: 'solid' | 'double' | 'dotted' | 'dashed' | 'wavy'
  /** Pixels. */
  readonly thick: number
  /** The line in words, for the legend. */
  readonly words: string
  /** Hex; each stands out at 4.5:1 or more from the paper it is on. No red and no green. */
  readonly light: string
  readonly dark: string
}

/** Each label's line. */
export const patterns: Readonly<Record<Certainty, Pattern>> = {
  denied: { line: 'dashed', thick: 2, words: 'dashed line', light: '#8a2f8a', dark: '#e0a0e0' },
  alleged: { line: 'wavy', thick: 2, words: 'wavy line', light: '#855700', dark: '#f0c060' },
  open: { line: 'dotted', thick: 2, words: 'dotted line', light: '#00688b', dark: '#74c7e8' },
  confirmed: { line: 'double', thick: 1, words: 'double line', light: '#46469e', dark: '#b4b4f5' },
  attributed: { line: 'solid', thick: 1, words: 'thin line', light: '#7a5230', dark: '#d8b48c' },
  stated: { line: 'solid', thick: 3, words: 'thick line', light: '#5c6068', dark: '#b8bcc4' },
}

/** Paper and ink of both schemes. */
export const papers = {
  light: { paper: '#ffffff', ink: '#1d1f24', faint: '#565a63', rule: '#d5d7dc' },
  dark: { paper: '#1e1f23', ink: '#ececf0', faint: '#b0b4bd', rule: '#45484f' },
} as const
