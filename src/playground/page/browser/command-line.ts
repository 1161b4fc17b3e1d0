/** Reads what stands in the message box as a command, without the page: text in, meaning out. */
import type { RawCommand, RawOption } from '../../discord/raw.ts'
import type { ShownChannel } from '../types.ts'

/** A slash command with its subcommand, as it is typed. */
export interface Typeable {
  readonly name: string
  readonly description: string
  readonly options: readonly RawOption[]
}

export interface Filled {
  readonly option: RawOption
  /** As typed. */
  readonly typed: string
}

export interface Reading {
  /** Null until a whole name stands there. */
  readonly command: Typeable | null
  readonly filled: readonly Filled[]
  /** What stands before the first option. */
  readonly stray: string
  /** Whether the last option is still being typed in. */
  readonly within: Filled | null
}

/** Subcommands become commands of two or three words. */
export function typeable(commands: readonly RawCommand[]): readonly Typeable[] {
  const spread = (name: string, description: string, options: readonly RawOption[]): readonly Typeable[] => {
    const below = options.filter(({ type }) => type <= 2)
    return below.length === 0
      ? [{ name, description, options }]
      : below.flatMap((one) => spread(`${name} ${one.name}`, one.description, one.options ?? []))
  }
  return commands
    .filter(({ type }) => type === 1)
    .flatMap(({ name, description, options }) => spread(name, description, options ?? []))
}

/** `chosen` holds what was taken from a list, by option: its name may look like anything. Null for a plain message. */
export function readLine(
  line: string,
  all: readonly Typeable[],
  chosen: ReadonlyMap<string, string> = new Map(),
): Reading | null {
  if (!line.startsWith('/')) return null
  const typed = line.slice(1)
  const command =
    all
      .filter(({ name }) => typed === name || typed.startsWith(`${name} `))
      .sort((a, b) => b.name.length - a.name.length)[0] ?? null
  if (!command || typed === command.name) return { command, filled: [], stray: '', within: null }
  let rest = typed.slice(command.name.length)
  const starts = (): RegExpExecArray | null => {
    const names = command.options.map(({ name }) => name).join('|')
    return names === '' ? null : new RegExp(`(?:^|\\s)(${names}):`, 'u').exec(rest)
  }
  const first = starts()
  const stray = (first ? rest.slice(0, first.index) : rest).trim()
  const filled: Filled[] = []
  for (let found = first; found; found = starts()) {
    const option = command.options.find(({ name }) => name === found?.[1])!
    rest = rest.slice(found.index + found[0].length).replace(/^ /, '')
    const taken = chosen.get(option.name)
    const skip = taken !== undefined && rest.startsWith(taken) ? taken.length : 0
    const kept = rest
    rest = rest.slice(skip)
    const next = starts()
    const value = next ? kept.slice(0, skip + next.index) : kept
    filled.push({ option, typed: value })
    if (!next) break
  }
  const last = filled.at(-1) ?? null
  return { command, filled, stray, within: last && !/\s$/.test(last.typed) ? last : null }
}

/** A sentence for a direct message where none of the bot's commands can be used; empty everywhere else. */
export const commandless = (open: ShownChannel | undefined, commands: readonly RawCommand[]): string =>
  open?.kind === 'dm' && typeable(commands).length === 0 ? `${open.name}’s commands work in the channels.` : ''

/**
 * The command that opens the window to paste into. Where a channel has none of that name, it's the first that can be
 * sent without an option.
 */
export function pasting(all: readonly Typeable[], open: ShownChannel | undefined): Typeable | undefined {
  const ready = all.filter(({ options }) => !options.some(({ required }) => required))
  return ready.find(({ name }) => name === 'claims') ?? (open?.kind === 'dm' ? undefined : ready[0])
}

/** What has to be mended before it's sent; null when nothing has. */
export function fault(line: string, all: readonly Typeable[], reading: Reading): string | null {
  const { command, filled, stray } = reading
  if (!command) {
    const names = all.map(({ name }) => `/${name}`).join(', ')
    return `Expected one of the commands ${names || '(none is registered)'}, got ${line.split(' ')[0]}.`
  }
  const names = command.options.map(({ name }) => `${name}:`).join(', ')
  if (stray !== '')
    return names === ''
      ? `/${command.name} takes no options, got “${short(stray)}”.`
      : `Expected one of the options ${names} got “${short(stray)}”. Write the option before its value.`
  const missing = command.options.find(
    ({ name, required }) => required && !filled.some(({ option, typed }) => option.name === name && typed.trim()),
  )
  if (missing) return `Expected the required option ${missing.name}:, got none. Fill it in.`
  const empty = filled.find(({ typed }) => typed.trim() === '')
  if (empty) return `Expected something in ${empty.option.name}:, got nothing. Fill it in or take it out.`
  const twice = filled.find(({ option }, index) => filled.findIndex((one) => one.option === option) !== index)
  if (twice) return `Expected ${twice.option.name}: once, got it twice. Take one out.`
  const long = filled.find(({ option, typed }) => typed.trim().length > (option.max_length ?? 6000))
  return long
    ? `Expected up to ${long.option.max_length ?? 6000} characters in ${long.option.name}:, got ${long.typed.trim().length}.`
    : null
}

const short = (words: string): string => (words.length > 40 ? `${words.slice(0, 39)}…` : words)
