/** What the list above the message box offers. */
import type { Named } from '../types.ts'
import type { Reading, Typeable } from './command-line.ts'

/** One line of the list. */
export interface Offer {
  readonly label: string
  readonly detail: string
  /** What the box holds once it's taken, or that a file is to be picked. */
  readonly take: { readonly line: string } | { readonly file: string }
  /** Of a choice: what is sent in place of its name. */
  readonly value?: string
  readonly option?: string
}

/** Commands, then options, then the values that are known here. Those the bot has to be asked for aren't. */
export function offersFor(
  line: string,
  all: readonly Typeable[],
  reading: Reading,
  people: readonly Named[],
  channels: readonly Named[],
): readonly Offer[] {
  const { command, filled, within } = reading
  if (!command || line === `/${command.name}`)
    return all
      .filter(({ name }) => `/${name}`.startsWith(line.toLowerCase()))
      .map(({ name, description }) => ({ label: `/${name}`, detail: description, take: { line: `/${name} ` } }))
  const last = filled.at(-1)
  const option = within?.option ?? (last?.typed.trim() === '' ? last.option : undefined)
  if (option) {
    const typed = last?.typed ?? ''
    const before = line.slice(0, line.length - typed.length)
    if (option.type === 11)
      return typed === '' ? [{ label: 'Choose a file …', detail: '', take: { file: option.name } }] : []
    const known =
      option.type === 5
        ? ['True', 'False'].map((name) => ({ name, value: name.toLowerCase() }))
        : option.type === 6
          ? people.map(({ id, name }) => ({ name: `@${name}`, value: id }))
          : option.type === 7
            ? channels.map(({ id, name }) => ({ name: `#${name}`, value: id }))
            : (option.choices ?? [])
    return known
      .filter(({ name }) => name.toLowerCase().includes(typed.trim().toLowerCase()) && name !== typed)
      .map((choice) => choiceOffer(choice, before, option.name))
  }
  if (reading.stray !== '' && filled.length === 0) {
    const prefix = line.slice(0, line.length - reading.stray.length)
    return optionOffers(
      command,
      filled.map((one) => one.option.name),
      prefix,
    ).filter(({ label }) => label.startsWith(reading.stray))
  }
  return optionOffers(
    command,
    filled.map((one) => one.option.name),
    line.endsWith(' ') ? line : `${line} `,
  )
}

const optionOffers = (command: Typeable, taken: readonly string[], before: string): readonly Offer[] =>
  command.options
    .filter(({ name }) => !taken.includes(name))
    .map(({ name, description, required }) => ({
      label: `${name}:`,
      detail: required ? `${description} (required)` : description,
      take: { line: `${before}${name}:` },
    }))

/** A value of an option, from a list of its own or from the bot. */
export const choiceOffer = (
  { name, value }: { readonly name: string; readonly value: string | number },
  before: string,
  option: string,
): Offer => ({ label: name, detail: '', take: { line: `${before}${name} ` }, value: String(value), option })
