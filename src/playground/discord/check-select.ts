import type { FormError } from './api-error.ts'
import { checkCount, checkLength } from './check-lengths.ts'
import type { RawComponent } from './raw.ts'

type Path = readonly (string | number)[]

const wrong = (path: Path, message: string): FormError => ({ path, code: 'COMPONENT_VALIDATION_FAILED', message })

/** Whether it's one of the five kinds of select. */
export const isSelect = ({ type }: RawComponent): boolean => type === 3 || (type >= 5 && type <= 8)

/** The rules for a select, in a message or a modal. */
export function checkSelect(component: RawComponent, path: Path): readonly FormError[] {
  const most = component.max_values ?? 1
  const shared = [
    ...checkLength([...path, 'custom_id'], component.custom_id, 1, 100),
    ...(component.placeholder === undefined
      ? []
      : checkLength([...path, 'placeholder'], component.placeholder, 0, 150)),
    ...checkCount([...path, 'min_values'], component.min_values ?? 1, 0, 25),
    ...checkCount([...path, 'max_values'], most, 1, 25),
  ]
  if (component.type !== 3) return shared
  const options = component.options ?? []
  const values = options.map(({ value }) => value)
  return [
    ...shared,
    ...checkCount([...path, 'options'], options.length, 1, 25),
    ...(most > options.length ? [wrong([...path, 'max_values'], 'There are fewer options than that.')] : []),
    ...(options.filter((option) => option.default).length > most
      ? [wrong([...path, 'options'], 'More options are chosen by default than max_values.')]
      : []),
    ...options.flatMap((option, index) => {
      const here = [...path, 'options', index]
      return [
        ...checkLength([...here, 'label'], option.label, 1, 100),
        ...checkLength([...here, 'value'], option.value, 1, 100),
        ...(option.description === undefined ? [] : checkLength([...here, 'description'], option.description, 0, 100)),
        ...(values.indexOf(option.value) === index
          ? []
          : [
              {
                path: [...here, 'value'],
                code: 'SELECT_COMPONENT_OPTION_VALUE_DUPLICATED',
                message: 'The specified option value is already used',
              },
            ]),
      ]
    }),
  ]
}
