/** The rules for a modal and for the choices of an autocomplete. */
import type { FormError } from './api-error.ts'
import { nested } from './check-components.ts'
import { checkCount, checkLength } from './check-lengths.ts'
import { checkSelect, isSelect } from './check-select.ts'
import type { RawComponent, RawModal } from './raw.ts'

type Path = readonly (string | number)[]

/** The inputs of a modal with the label that stands above each. */
export function inputsOf(
  modal: RawModal,
): readonly { readonly input: RawComponent; readonly label: string; readonly description: string }[] {
  return modal.components.flatMap((component) => {
    if (component.type === 18 && component.component)
      return [{ input: component.component, label: component.label ?? '', description: component.description ?? '' }]
    return (component.components ?? []).map((input) => ({ input, label: input.label ?? '', description: '' }))
  })
}

/** All that is wrong with a modal. */
export function checkModal(modal: RawModal): readonly FormError[] {
  const components = modal.components ?? []
  const ids = nested(components).flatMap(({ component }) => component.custom_id ?? [])
  return [
    ...checkLength(['title'], modal.title, 1, 45),
    ...checkLength(['custom_id'], modal.custom_id, 1, 100),
    ...checkCount(['components'], components.length, 1, 5),
    ...(new Set(ids).size === ids.length
      ? []
      : [
          {
            path: ['components'],
            code: 'COMPONENT_CUSTOM_ID_DUPLICATED',
            message: 'Component custom id cannot be duplicated',
          },
        ]),
    ...components.flatMap((component, index) => checkTop(component, ['components', index])),
  ]
}

function checkTop(component: RawComponent, path: Path): readonly FormError[] {
  if (component.type === 10) return checkLength([...path, 'content'], component.content, 1, 4000)
  if (component.type === 18)
    return [
      ...checkLength([...path, 'label'], component.label, 1, 45),
      ...(component.description === undefined
        ? []
        : checkLength([...path, 'description'], component.description, 0, 100)),
      ...(component.component
        ? checkInput(component.component, [...path, 'component'])
        : [{ path: [...path, 'component'], code: 'BASE_TYPE_REQUIRED', message: 'This field is required' }]),
    ]
  const [input, ...more] = component.components ?? []
  if (component.type === 1 && input?.type === 4 && more.length === 0)
    return [
      ...checkLength([...path, 'components', 0, 'label'], input.label, 1, 45),
      ...checkInput(input, [...path, 'components', 0]),
    ]
  return [
    {
      path: [...path, 'type'],
      code: 'UNION_TYPE_CHOICES',
      message: 'A modal holds labels, text displays and rows of one text input.',
    },
  ]
}

function checkInput(input: RawComponent, path: Path): readonly FormError[] {
  if (isSelect(input)) return checkSelect(input, path)
  if (input.type === 19)
    return [
      ...checkLength([...path, 'custom_id'], input.custom_id, 1, 100),
      ...checkCount([...path, 'min_values'], input.min_values ?? 1, 0, 10),
      ...checkCount([...path, 'max_values'], input.max_values ?? 1, 1, 10),
    ]
  // Radio group, checkbox group, checkbox: nobody here looks into them.
  if (input.type >= 21 && input.type <= 23) return checkLength([...path, 'custom_id'], input.custom_id, 1, 100)
  if (input.type !== 4)
    return [{ path: [...path, 'type'], code: 'UNION_TYPE_CHOICES', message: `Type ${input.type} is no input.` }]
  return [
    ...checkLength([...path, 'custom_id'], input.custom_id, 1, 100),
    ...checkCount([...path, 'style'], input.style ?? 0, 1, 2),
    ...checkCount([...path, 'min_length'], input.min_length ?? 0, 0, 4000),
    ...checkCount([...path, 'max_length'], input.max_length ?? 4000, 1, 4000),
    ...(input.value === undefined ? [] : checkLength([...path, 'value'], input.value, 0, input.max_length ?? 4000)),
    ...(input.placeholder === undefined ? [] : checkLength([...path, 'placeholder'], input.placeholder, 0, 100)),
  ]
}

/** All that is wrong with the choices of an autocomplete: at most 25, names and values of 1 to 100 characters. */
export function checkChoices(
  choices: readonly { readonly name: string; readonly value: string | number }[],
): readonly FormError[] {
  return [
    ...checkCount(['choices'], choices.length, 0, 25),
    ...choices.flatMap(({ name, value }, index) => [
      ...checkLength(['choices', index, 'name'], name, 1, 100),
      ...(typeof value === 'number' ? [] : checkLength(['choices', index, 'value'], value, 1, 100)),
    ]),
  ]
}
