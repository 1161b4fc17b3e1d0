/** Selects of people, roles and channels get the options that somebody's client would show. */
import { isEntitySelect } from '../discord/entity-select.ts'
import type { RawComponent } from '../discord/raw.ts'
import type { Channel, Member } from '../discord/types.ts'

/** The same message or window, with options in every such select. */
export function withOptions<Raw extends { readonly components: readonly RawComponent[] }>(
  raw: Raw,
  channel: Channel,
  member: Member,
): Raw {
  const filled = (component: RawComponent): RawComponent => ({
    ...component,
    ...(isEntitySelect(component) && { options: member.offered(channel, component) }),
    ...(component.components && { components: component.components.map(filled) }),
    ...(component.component && { component: filled(component.component) }),
  })
  return { ...raw, components: raw.components.map(filled) }
}
