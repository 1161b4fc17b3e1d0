/// <reference lib="dom" />
/** Components of a message as elements, drawn like Discord's own client. */
import type { RawAttachment, RawComponent } from '../../discord/raw.ts'
import { drawMarkdown, type Names } from './draw-markdown.ts'
import { element } from './element.ts'

/** What a reader can do with a message. */
export interface Deeds {
  readonly press: (id: string) => void
  readonly select: (id: string, values: readonly string[]) => void
}

/** What is drawn around. */
export interface Surroundings {
  readonly names: Names
  readonly deeds: Deeds
  readonly attachments: readonly RawAttachment[]
}

const styles: Readonly<Record<number, string>> = { 1: 'primary', 2: 'secondary', 3: 'success', 4: 'danger', 5: 'link' }

/** One component with all that is in it. One of a kind that nobody knows says so. */
export function drawComponent(component: RawComponent, around: Surroundings): HTMLElement {
  const inside = (): readonly HTMLElement[] => (component.components ?? []).map((one) => drawComponent(one, around))
  switch (component.type) {
    case 1:
      return element('div', { class: 'row', 'data-component': 'row' }, ...inside())
    case 2:
      return drawButton(component, around.deeds)
    case 3:
    case 5:
    case 6:
    case 7:
    case 8:
      return drawSelect(component, around.deeds)
    case 9:
      return element(
        'div',
        { class: 'section', 'data-component': 'section' },
        element('div', { class: 'section-words' }, ...inside()),
        component.accessory && drawComponent(component.accessory, around),
      )
    case 10:
      return drawMarkdown(component.content ?? '', around.names)
    case 11:
      return element(
        'div',
        { class: 'thumbnail' },
        drawPicture(component.media?.url ?? '', component.description, around),
      )
    case 12:
      return element(
        'div',
        { class: 'gallery', 'data-component': 'gallery' },
        ...(component.items ?? []).map((item) =>
          drawPicture(item.media.url, (item as { readonly description?: string }).description, around),
        ),
      )
    case 13: {
      const file = around.attachments.find(({ url }) => url === component.file?.url)
      return file ? drawFile(file) : element('p', { class: 'missing' }, 'This file is no longer there.')
    }
    case 14: {
      const { divider = true } = component as { readonly divider?: boolean }
      return divider ? element('hr') : element('div', { class: 'space', 'aria-hidden': 'true' })
    }
    case 17: {
      const { accent_color: accent } = component as { readonly accent_color?: number | null }
      const box = element('div', { class: 'container', 'data-component': 'container' }, ...inside())
      if (accent !== undefined && accent !== null)
        box.style.setProperty('--accent', `#${accent.toString(16).padStart(6, '0')}`)
      return box
    }
    default:
      return element('p', { class: 'missing' }, 'A part that this page can’t draw.')
  }
}

function drawButton({ label = '', custom_id: id, url, style = 2, disabled = false }: RawComponent, deeds: Deeds) {
  if (style === 5 && url && /^https?:/.test(url))
    return element('a', { class: 'button link', href: url, target: '_blank', rel: 'noopener noreferrer' }, `${label} ↗`)
  return element(
    'button',
    {
      type: 'button',
      class: `button ${styles[style] ?? 'secondary'}`,
      disabled,
      'data-custom-id': id,
      onclick: () => deeds.press(id ?? ''),
    },
    label,
  )
}

function drawSelect(component: RawComponent, deeds: Deeds): HTMLElement {
  const { custom_id: id = '', placeholder = 'Make a selection', options = [], disabled = false } = component
  const several = (component.max_values ?? 1) > 1
  const list = element(
    'select',
    { 'aria-label': placeholder, disabled, multiple: several, 'data-custom-id': id },
    !several &&
      element('option', { value: '', disabled: true, selected: !options.some((one) => one.default) }, placeholder),
    ...options.map(({ label, value, description, default: chosen }) =>
      element('option', { value, selected: chosen ?? false }, description ? `${label} – ${description}` : label),
    ),
  )
  const send = (): void =>
    deeds.select(
      id,
      [...list.selectedOptions].map(({ value }) => value),
    )
  if (!several) list.addEventListener('change', send)
  return element(
    'div',
    { class: 'select' },
    list,
    several && element('button', { type: 'button', class: 'button secondary', onclick: send }, 'Choose'),
  )
}

/** A picture of the message's own, which opens whole; one from elsewhere is only linked to, since nothing is fetched. */
export function drawPicture(url: string, description: string | undefined, around: Surroundings): HTMLElement {
  const file = around.attachments.find((one) => one.url === url)
  const alternative = description ?? file?.description ?? ''
  if (!url.startsWith('/file/'))
    return element(
      'a',
      { href: /^https?:/.test(url) ? url : '#', target: '_blank', rel: 'noopener noreferrer' },
      alternative || 'Picture',
    )
  return element(
    'a',
    { href: url, target: '_blank', 'aria-label': `Open the picture: ${alternative || (file?.filename ?? 'picture')}` },
    element('img', { src: url, alt: alternative, loading: 'lazy' }),
  )
}

/** A file to download. */
export const drawFile = ({ filename, size, url }: RawAttachment): HTMLElement =>
  element(
    'a',
    { class: 'file', href: `${url}?download`, download: filename, 'data-file': filename },
    `${filename} `,
    element('small', {}, sizeOf(size)),
  )

const sizeOf = (bytes: number): string => (bytes < 1024 ? `${bytes} bytes` : `${(bytes / 1024).toFixed(1)} KB`)
