/** The rules for commands as they are registered. */
import type { FormError } from './api-error.ts'
import { checkCount, checkLength, lengthOf } from './check-lengths.ts'
import type { RawCommand, RawOption } from './raw.ts'

type Path = readonly (string | number)[]
type Definition = Pick<RawCommand, 'type' | 'name' | 'description' | 'options'>

/** How many of a type a guild (or the world) may have: chat commands, user menu entries, message menu entries. */
export const mostOfType: Readonly<Record<number, number>> = { 1: 100, 2: 15, 3: 15 }

const chatName = /^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u

/** All that is wrong with one command. */
export function checkCommand(command: Definition, path: Path = []): readonly FormError[] {
  const size = sizeOf(command)
  return [
    ...checkNames(command, path, command.type === 1 ? chatName : /^.{1,32}$/su),
    ...(command.type === 1
      ? checkTexts(command, 'description', path, 100)
      : command.description
        ? [{ path: [...path, 'description'], code: 'APPLICATION_COMMAND_INVALID', message: 'A menu entry has none.' }]
        : []),
    ...checkOptions(command.options ?? [], path),
    ...(size > 8000
      ? [{ path, code: 'APPLICATION_COMMAND_TOO_LARGE', message: `Command exceeds maximum size (${size} of 8000)` }]
      : []),
  ]
}

/** All that is wrong with the whole set: each command, how many there are, names that come twice. */
export function checkCommands(commands: readonly Definition[]): readonly FormError[] {
  const types = [...Map.groupBy(commands, ({ type }) => type)]
  return [
    ...commands.flatMap((command, index) => checkCommand(command, [index])),
    ...types.flatMap(([type, those]) => [
      ...(those.length > (mostOfType[type] ?? 0)
        ? [{ path: [], code: 'APPLICATION_COMMANDS_MAX', message: `At most ${mostOfType[type] ?? 0} of type ${type}` }]
        : []),
      ...(new Set(those.map(({ name }) => name)).size < those.length
        ? [
            {
              path: [],
              code: 'APPLICATION_COMMANDS_DUPLICATE_NAME',
              message: 'Application command names must be unique',
            },
          ]
        : []),
    ]),
  ]
}

const localized = (one: object, field: string): Readonly<Record<string, string>> =>
  ((one as Record<string, unknown>)[`${field}_localizations`] as Record<string, string> | null | undefined) ?? {}

function checkNames(one: { readonly name: string }, path: Path, allowed: RegExp): readonly FormError[] {
  const names = [['name', one.name] as const, ...Object.entries(localized(one, 'name'))]
  return names
    .filter(([, name]) => !allowed.test(name) || (allowed === chatName && name !== name.toLowerCase()))
    .map(([field, name]) => ({
      path: field === 'name' ? [...path, 'name'] : [...path, 'name_localizations', field],
      code: 'APPLICATION_COMMAND_INVALID_NAME',
      message: `Command name is invalid: ${name}`,
    }))
}

function checkTexts(one: object, field: string, path: Path, most: number): readonly FormError[] {
  return [
    ...checkLength([...path, field], (one as Record<string, unknown>)[field], 1, most),
    ...Object.entries(localized(one, field)).flatMap(([locale, value]) =>
      checkLength([...path, `${field}_localizations`, locale], value, 1, most),
    ),
  ]
}

function checkOptions(options: readonly RawOption[], above: Path): readonly FormError[] {
  const path = [...above, 'options']
  const names = options.map(({ name }) => name)
  const firstOptional = options.findIndex(({ required, type }) => !required && type > 2)
  return [
    ...checkCount(path, options.length, 0, 25),
    ...(new Set(names).size < names.length
      ? [{ path, code: 'APPLICATION_COMMAND_OPTIONS_NAME_DUPLICATE', message: 'Option names must be unique' }]
      : []),
    ...options.flatMap((option, index) => {
      const here = [...path, index]
      const choices = option.choices ?? []
      return [
        ...checkNames(option, here, chatName),
        ...checkTexts(option, 'description', here, 100),
        ...(option.required && firstOptional !== -1 && firstOptional < index
          ? [
              {
                path: here,
                code: 'APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID',
                message: 'Required options must be placed before non-required options',
              },
            ]
          : []),
        ...(option.autocomplete && option.choices
          ? [
              {
                path: [...here, 'choices'],
                code: 'APPLICATION_COMMAND_OPTIONS_AUTOCOMPLETE_CHOICES',
                message: 'Choices and autocomplete exclude each other',
              },
            ]
          : []),
        ...checkCount([...here, 'choices'], choices.length, 0, 25),
        ...choices.flatMap((choice, at) => [
          ...checkTexts(choice, 'name', [...here, 'choices', at], 100),
          ...(typeof choice.value === 'string'
            ? checkLength([...here, 'choices', at, 'value'], choice.value, 1, 100)
            : []),
        ]),
        ...checkOptions(option.options ?? [], here),
      ]
    }),
  ]
}

/** Names, descriptions and values together; of a text's translations the longest counts. */
function sizeOf(one: object): number {
  const { options, choices, ...fields } = one as RawOption
  const longest = (field: 'name' | 'description'): number =>
    Math.max(...[fields[field] ?? '', ...Object.values(localized(one, field))].map(lengthOf))
  const value = (one as { value?: unknown }).value
  const inner = [...(options ?? []), ...(choices ?? [])].reduce((sum, child) => sum + sizeOf(child), 0)
  return longest('name') + longest('description') + (typeof value === 'string' ? lengthOf(value) : 0) + inner
}
