/// <reference lib="dom" />
/** The lists to choose a channel or a direct message from. */
import type { ShownChannel } from '../types.ts'
import { element, part, replaceKeepingFocus } from './element.ts'

/** Draws both; `open` is the id of the one that is looked at. */
export function drawChannels(channels: readonly ShownChannel[], open: string | null, go: (id: string) => void): void {
  const direct = channels.filter(({ kind }) => kind === 'dm')
  const others = channels.filter((one) => !direct.includes(one))
  for (const [list, those] of [['channels', others] as const, ['direct', direct] as const])
    replaceKeepingFocus(
      part(list),
      those.map((channel) => drawChannel(channel, channel.id === open, go)),
    )
  part('direct-heading').hidden = direct.length === 0
}

/** As it stands above its messages. */
export const titleOf = ({ kind, name }: ShownChannel): string => `${signs[kind] ?? ''}${name}`

const signs: Readonly<Record<string, string>> = { text: '#', dm: '@' }

const drawChannel = ({ id, name, kind, parent }: ShownChannel, open: boolean, go: (id: string) => void): HTMLElement =>
  element(
    'li',
    { class: parent ? 'thread' : null },
    element(
      'button',
      {
        type: 'button',
        id: `go-${id}`,
        'data-channel': name,
        'aria-current': open ? 'page' : null,
        onclick: () => go(id),
      },
      `${signs[kind] ?? '↳'} ${name}`,
    ),
  )
