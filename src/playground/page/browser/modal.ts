/// <reference lib="dom" />
/** A window that the bot opened: texts with their counters, selects, files. */
import type { RawComponent, RawModal } from '../../discord/raw.ts'
import type { Example, Upload } from '../types.ts'
import { saying, uploadOf } from './ask.ts'
import { drawMarkdown, type Names } from './draw-markdown.ts'
import { element, part } from './element.ts'
import { spread } from './spread.ts'

type Value = string | readonly string[] | readonly Upload[]

interface Field {
  readonly id: string
  readonly drawn: HTMLElement
  readonly value: () => Promise<Value> | Value
}

/** Shows it. `send` may throw, which is said in the window and leaves it open. `example` is put in at once. */
export function openModal(
  modal: RawModal,
  more: {
    readonly names: Names
    readonly examples: readonly Example[]
    readonly example: Example | null
    readonly send: (values: Readonly<Record<string, Value>>) => Promise<void>
  },
): void {
  const dialog = part<HTMLDialogElement>('window')
  const fields: Field[] = []
  const drawn = modal.components.flatMap((component) => drawTop(component, fields, more.names))
  const error = element('p', { role: 'alert', class: 'error', 'data-part': 'window-error' })
  const put = (article: Example): void => {
    const areas = [...form.querySelectorAll('textarea')]
    const pieces = spread(
      article.text,
      areas.map(({ maxLength }) => (maxLength > 0 ? maxLength : 4000)),
    )
    for (const [index, area] of areas.entries()) {
      area.value = pieces[index] ?? ''
      area.dispatchEvent(new Event('input'))
    }
    areas[0]?.focus()
    areas[0]?.setSelectionRange(0, 0)
    areas[0]?.scrollTo(0, 0)
  }
  const pasting = modal.components.some((one) => (one.component ?? one.components?.[0])?.style === 2)
  const submit = element('button', { type: 'submit', class: 'button primary' }, 'Submit')
  const form = element(
    'form',
    {
      novalidate: true,
      onsubmit: async (event: Event) => {
        event.preventDefault()
        submit.disabled = true
        error.textContent = ''
        try {
          const values = await Promise.all(fields.map(async ({ id, value }) => [id, await value()] as const))
          await more.send(Object.fromEntries(values))
          dialog.close()
        } catch (thrown) {
          error.textContent = saying(thrown)
        } finally {
          submit.disabled = false
        }
      },
    },
    element('h2', { id: 'window-title' }, modal.title),
    pasting &&
      element(
        'p',
        { class: 'row', role: 'group', 'aria-label': 'Examples' },
        ...more.examples.map((article) =>
          element(
            'button',
            { type: 'button', class: 'button secondary', 'data-example': article.title, onclick: () => put(article) },
            article.title,
          ),
        ),
      ),
    ...drawn,
    error,
    element(
      'div',
      { class: 'row' },
      submit,
      element('button', { type: 'button', class: 'button secondary', onclick: () => dialog.close() }, 'Cancel'),
    ),
  )
  dialog.replaceChildren(form)
  if (!dialog.open) dialog.showModal()
  if (more.example) put(more.example)
  else form.querySelector<HTMLElement>('textarea, input, select')?.focus()
}

function drawTop(component: RawComponent, fields: Field[], names: Names): readonly HTMLElement[] {
  if (component.type === 10) return [drawMarkdown(component.content ?? '', names)]
  const inputs = component.component
    ? [{ ...component.component, label: component.label ?? '', description: component.description ?? '' }]
    : (component.components ?? [])
  const made = inputs.map(fieldOf)
  fields.push(...made)
  return made.map(({ drawn }) => drawn)
}

function fieldOf(input: RawComponent): Field {
  const { custom_id: id = '', label = '', description = '', required = true } = input
  const key = `field-${id.replaceAll(/\W/g, '-')}`
  const around = (control: HTMLElement, ...after: readonly HTMLElement[]): HTMLElement =>
    element(
      'div',
      { class: 'field' },
      element('label', { for: key }, label, required && element('span', { class: 'required' }, ' (required)')),
      description !== '' && element('p', { id: `${key}-note`, class: 'hint' }, description),
      control,
      ...after,
    )
  const shared = { id: key, 'data-custom-id': id, 'aria-describedby': description === '' ? null : `${key}-note` }
  if (input.type === 4) return textField(input, id, shared, around)
  if (input.type === 19) {
    const accept = input.file_types?.map((type) => (type.startsWith('.') ? type : `${type}/*`)).join(',')
    const file = element('input', {
      ...shared,
      type: 'file',
      multiple: (input.max_values ?? 1) > 1,
      accept: accept ?? null,
    })
    return { id, drawn: around(file), value: () => Promise.all([...(file.files ?? [])].map(uploadOf)) }
  }
  const several = (input.max_values ?? 1) > 1
  const list = element(
    'select',
    { ...shared, multiple: several },
    !several && element('option', { value: '' }, input.placeholder ?? '—'),
    ...(input.options ?? []).map((one) =>
      element('option', { value: one.value, selected: one.default ?? false }, one.label),
    ),
  )
  const chosen = (): readonly string[] => [...list.selectedOptions].map(({ value }) => value).filter(Boolean)
  return { id, drawn: around(list), value: chosen }
}

function textField(
  input: RawComponent,
  id: string,
  shared: Readonly<Record<string, string | null>>,
  around: (control: HTMLElement, ...after: readonly HTMLElement[]) => HTMLElement,
): Field {
  const most = input.max_length ?? 4000
  const attributes = {
    ...shared,
    maxlength: most,
    required: input.required ?? true,
    placeholder: input.placeholder ?? null,
  }
  const control = input.style === 2 ? element('textarea', { ...attributes, rows: 5 }) : element('input', attributes)
  control.value = input.value ?? ''
  const counter = element('p', { class: 'counter', 'data-counter': id })
  const count = (): void => {
    counter.textContent = `${control.value.length} of ${most} characters`
  }
  control.addEventListener('input', count)
  count()
  return { id, drawn: around(control, counter), value: () => control.value }
}
