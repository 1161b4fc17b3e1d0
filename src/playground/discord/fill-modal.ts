/** Turns what a person fills into a modal into the data of its submission, checked as the person's client does. */
import { isOffered, keepFile } from './attachments.ts'
import { refused } from './behind.ts'
import { lengthOf } from './check-lengths.ts'
import { inputsOf } from './check-modal.ts'
import { isSelect } from './check-select.ts'
import { isEntitySelect, offeredIn, resolvedOf, withoutEmpty } from './entity-select.ts'
import type { RawComponent, RawModal } from './raw.ts'
import type { Attachment } from './types.ts'
import type { StoredChannel, World } from './world.ts'

export type ModalValues = Readonly<Record<string, string | readonly string[] | readonly Attachment[]>>

/** Who fills it in, and where. */
interface Filler {
  readonly world: World
  readonly channel: StoredChannel
  readonly userId: string
}

/** `data` of an interaction of type 5. Throws where the client would refuse, unless `unchecked`. */
export function modalData(
  { world, channel, userId }: Filler,
  modal: RawModal,
  values: ModalValues,
  unchecked = false,
): object {
  const attachments: Record<string, object> = {}
  const chosen: string[] = []
  const ids = inputsOf(modal).map(({ input }) => input.custom_id)
  const unknown = Object.keys(values).find((id) => !ids.includes(id))
  if (unknown !== undefined) throw refused(`one of the modal's inputs (${ids.join(', ')})`, unknown)
  let number = 0
  const fill = (component: RawComponent): object => {
    number += 1
    const shared = { type: component.type, id: component.id ?? number }
    if (component.type === 18 && component.component) return { ...shared, component: fill(component.component) }
    if (component.type === 1) return { ...shared, components: (component.components ?? []).map(fill) }
    if (component.custom_id === undefined) return shared
    const given = values[component.custom_id]
    const offered = isEntitySelect(component) ? offeredIn(world, channel, userId, component) : component.options
    if (!unchecked) check(component, given, offered)
    const named = { ...shared, custom_id: component.custom_id }
    if (component.type === 4) return { ...named, value: given ?? component.value ?? '' }
    if (component.type !== 19) {
      const values = (given ?? chosenBefore(offered)) as readonly string[]
      if (isEntitySelect(component)) chosen.push(...values)
      return { ...named, values }
    }
    const kept = ((given ?? []) as readonly Attachment[]).map((file) => keepFile(world, channel.id, file))
    for (const attachment of kept) attachments[attachment.id] = { ...attachment, ephemeral: true }
    return { ...named, values: kept.map(({ id }) => id) }
  }
  const components = modal.components.map(fill)
  return {
    custom_id: modal.custom_id,
    components,
    resolved: withoutEmpty({ ...resolvedOf(world, channel, userId, chosen), attachments }),
  }
}

const chosenBefore = (options: RawComponent['options'] = []): readonly string[] =>
  options.flatMap((option) => (option.default ? option.value : []))

function check(
  input: RawComponent,
  given: ModalValues[string] | undefined,
  options: RawComponent['options'] = [],
): void {
  const id = input.custom_id
  const required = input.required ?? true
  if (input.type === 4) {
    const length = lengthOf(typeof given === 'string' ? given : (input.value ?? ''))
    const least = Math.max(required ? 1 : 0, length > 0 ? (input.min_length ?? 0) : 0)
    const most = input.max_length ?? 4000
    if (given !== undefined && typeof given !== 'string') throw refused(`text for ${id}`, typeof given)
    if (length < least || length > most) throw refused(`${least} to ${most} characters in ${id}`, String(length))
    return
  }
  const count = (given ?? (isSelect(input) ? chosenBefore(options) : [])).length
  if (typeof given === 'string') throw refused(`a list for ${id}`, 'text')
  const least = required ? (input.min_values ?? 1) : 0
  const most = input.max_values ?? 1
  if (count < least || count > most) throw refused(`${least} to ${most} for ${id}`, String(count))
  if (input.type === 19)
    for (const { name } of (given ?? []) as readonly Attachment[])
      if (!isOffered(name, input.file_types)) throw refused(`one of ${input.file_types?.join(', ')} for ${id}`, name)
  if (!isSelect(input)) return
  const offered = options.map(({ value }) => value)
  const other = ((given ?? []) as readonly string[]).find((value) => !offered.includes(value))
  if (other !== undefined) throw refused(`one of the options of ${id}`, other)
}
