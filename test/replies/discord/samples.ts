import type { Details } from '../../../src/article/article-of.ts'
import type { Entry, Version } from '../../../src/library/types.ts'
import { offlineEngine } from '../../../src/nlp/engine.ts'
import { breakDown } from '../../../src/pipeline.ts'
import type { Message } from '../../../src/replies/discord/components.ts'
import type { Shown } from '../../../src/replies/discord/shown.ts'
import { news } from '../../nlp/reading.ts'

export const user = '100200300400500600'

/** A text as an entry of the library, broken down by the rules alone. */
export async function shownOf(text: string, details: Details = {}, changes: Partial<Version> = {}): Promise<Shown> {
  const { article, claims, engine } = await breakDown(news(text, details), offlineEngine)
  const version: Version = {
    article,
    claims,
    engine,
    remarks: [],
    addedBy: user,
    addedAt: '2031-05-13T10:00:00.000Z',
    link: null,
    ...changes,
  }
  const entry: Entry = { id: 'bcdfghjkmn', guild: '1', channel: '2', versions: [version] }
  return { entry, version, user, shareable: true }
}

interface Part {
  readonly content?: string
  readonly label?: string
  readonly custom_id?: string
  readonly disabled?: boolean
  readonly options?: readonly { readonly label: string; readonly value: string }[]
  readonly components?: readonly Part[]
}

const parts = (components: readonly Part[]): readonly Part[] =>
  components.flatMap((one) => [one, ...parts(one.components ?? [])])

/** All text of a message as a person reads it, block after block. */
export const textOf = ({ components }: Message): string =>
  parts(components as readonly Part[])
    .flatMap(({ content }) => content ?? [])
    .join('\n')

/** The buttons of a message by label. */
export const buttonsOf = ({ components }: Message): ReadonlyMap<string, Part> =>
  new Map(parts(components as readonly Part[]).flatMap((one) => (one.label ? [[one.label, one]] : [])))

/** What the first select of a message offers. */
export const choicesOf = ({ components }: Message) =>
  parts(components as readonly Part[]).find(({ options }) => options)?.options ?? []

/** Every `custom_id` of a message. */
export const idsOf = ({ components }: Message): readonly string[] =>
  parts(components as readonly Part[]).flatMap(({ custom_id }) => custom_id ?? [])
