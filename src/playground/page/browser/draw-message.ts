/// <reference lib="dom" />
/** A message as an element: who wrote it, what it answers, what stands in it. */
import type { Fields } from '../../discord/raw.ts'
import type { ShownMessage } from '../types.ts'
import { drawComponent, drawFile, drawPicture, type Surroundings } from './draw-components.ts'
import { drawMarkdown, type Names } from './draw-markdown.ts'
import { type Child, element } from './element.ts'

/** What a message is drawn with, beside itself. */
export interface MessageDeeds {
  readonly press: (message: ShownMessage, id: string) => void
  readonly select: (message: ShownMessage, id: string, values: readonly string[]) => void
  /** Opens the message's menu at an element. */
  readonly menu: (message: ShownMessage, at: HTMLElement) => void
}

/** An item of the list of messages. */
export function drawMessage(message: ShownMessage, names: Names, deeds: MessageDeeds): HTMLLIElement {
  const { raw } = message
  const around: Surroundings = {
    names,
    attachments: raw.attachments,
    deeds: {
      press: (id) => deeds.press(message, id),
      select: (id, values) => deeds.select(message, id, values),
    },
  }
  const sent = new Date(raw.timestamp)
  const more = element(
    'button',
    {
      type: 'button',
      class: 'more',
      'aria-haspopup': 'menu',
      'aria-label': `Menu of ${message.author}’s message`,
      onclick: () => deeds.menu(message, more),
    },
    '⋯',
  )
  const item = element(
    'li',
    {
      'data-message': message.id,
      'data-ephemeral': message.ephemeral,
      'data-loading': message.loading,
      class: 'message',
    },
    message.reference &&
      element('p', { class: 'reference' }, `↱ ${message.reference.author}: ${message.reference.preview}`),
    element(
      'div',
      { class: 'byline' },
      element('strong', {}, message.author),
      message.bot && element('span', { class: 'badge' }, 'APP'),
      element('time', { datetime: raw.timestamp }, sentAt(sent)),
      raw.edited_timestamp !== null && element('small', {}, '(edited)'),
      more,
    ),
    ...drawBody(message, around),
    message.ephemeral && element('p', { class: 'only-you' }, 'Only you can see this'),
  )
  item.addEventListener('contextmenu', (event) => {
    if ((event.target as HTMLElement).closest('a, img')) return
    event.preventDefault()
    deeds.menu(message, more)
  })
  return item
}

/** The time; with its day where that isn't today, as after a restart. */
function sentAt(sent: Date): string {
  const day = sent.toDateString() === new Date().toDateString() ? '' : `${sent.toLocaleDateString()}, `
  return day + sent.toLocaleTimeString([], { hour: '2-digit', minute: '2-digit' })
}

function drawBody({ raw, loading, author }: ShownMessage, around: Surroundings): readonly Child[] {
  if (loading)
    return [
      element(
        'p',
        { class: 'thinking' },
        `${author} is thinking`,
        element('span', { class: 'dots', 'aria-hidden': 'true' }, '…'),
      ),
    ]
  const components = raw.components.map((one) => drawComponent(one, around))
  if ((raw.flags & 32768) !== 0) return components
  return [
    raw.content !== '' && drawMarkdown(raw.content, around.names),
    ...raw.attachments.map((file) =>
      /^image\/(?:png|jpeg|gif|webp)/.test(file.content_type)
        ? element('div', { class: 'gallery' }, drawPicture(file.url, file.description, around), drawFile(file))
        : drawFile(file),
    ),
    ...raw.embeds.map((embed) => drawEmbed(embed, around.names)),
    ...components,
  ]
}

function drawEmbed(embed: Fields, names: Names): HTMLElement {
  const words = (value: unknown): string => (typeof value === 'string' ? value : '')
  const fields = Array.isArray(embed.fields) ? (embed.fields as readonly Fields[]) : []
  const [title, description] = [words(embed.title), words(embed.description)]
  const footer = Object.entries((embed.footer ?? {}) as Fields).find(([name]) => name === 'text')?.[1]
  return element(
    'div',
    { class: 'container', 'data-component': 'embed' },
    title !== '' && element('p', { class: 'heading-3' }, title),
    description !== '' && drawMarkdown(description, names),
    ...fields.flatMap(({ name, value }) => [
      element('p', {}, element('strong', {}, words(name))),
      drawMarkdown(words(value), names),
    ]),
    footer !== undefined && element('p', { class: 'subtext' }, words(footer)),
  )
}
