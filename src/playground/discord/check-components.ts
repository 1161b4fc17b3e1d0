/**
 * The rules for a message's components that Discord checks on the server: among them the two totals of Components V2
 * that neither the builders nor Discord's OpenAPI file know.
 */
import type { FormError } from './api-error.ts'
import { checkCount, checkLength, lengthOf } from './check-lengths.ts'
import { checkSelect, isSelect } from './check-select.ts'
import type { RawComponent } from './raw.ts'

type Path = readonly (string | number)[]

const wrong = (path: Path, message: string): FormError => ({ path, code: 'COMPONENT_VALIDATION_FAILED', message })

/** The components themselves and all within them, outermost first, each with its path. */
export function nested(
  components: readonly RawComponent[],
  path: Path = ['components'],
): readonly { readonly component: RawComponent; readonly path: Path }[] {
  return components.flatMap((component, index) => {
    const here = [...path, index]
    return [
      { component, path: here },
      ...nested(component.components ?? [], [...here, 'components']),
      ...(component.accessory ? [{ component: component.accessory, path: [...here, 'accessory'] }] : []),
      ...(component.component ? [{ component: component.component, path: [...here, 'component'] }] : []),
    ]
  })
}

/** Where a component points to files: addresses, or `attachment://name`. */
export function mediaOf(component: RawComponent): readonly string[] {
  const single = [component.file, component.media].flatMap((media) => (media ? [media.url] : []))
  return [...single, ...(component.items ?? []).map(({ media }) => media.url)]
}

/** All that is wrong with a message's components. `files` are the names that `attachment://` may give. */
export function checkComponents(
  components: readonly RawComponent[],
  v2: boolean,
  files: readonly string[],
): readonly FormError[] {
  const all = nested(components)
  const top = v2
    ? checkTotals(all.map(({ component }) => component))
    : [
        ...checkCount(['components'], components.length, 0, 5),
        ...components.flatMap((component, index) =>
          component.type === 1
            ? []
            : [wrong(['components', index, 'type'], 'Value of field "type" must be one of (1,).')],
        ),
      ]
  const seen = new Set<string>()
  const repeated = all.flatMap(({ component: { custom_id: id }, path }) => {
    if (id === undefined) return []
    if (!seen.has(id)) {
      seen.add(id)
      return []
    }
    const message = 'Component custom id cannot be duplicated'
    return [{ path: [...path, 'custom_id'], code: 'COMPONENT_CUSTOM_ID_DUPLICATED', message }]
  })
  return [...top, ...repeated, ...all.flatMap(({ component, path }) => checkComponent(component, path, files))]
}

function checkTotals(all: readonly RawComponent[]): readonly FormError[] {
  const characters = all
    .filter(({ type }) => type === 10)
    .reduce((sum, { content }) => sum + lengthOf(content ?? ''), 0)
  const path = ['components']
  return [
    ...(all.length > 40
      ? [
          {
            path,
            code: 'COMPONENT_MAX_TOTAL_COMPONENTS',
            message: `Total number of components (${all.length}) exceeds 40`,
          },
        ]
      : []),
    ...(characters > 4000
      ? [
          {
            path,
            code: 'COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED',
            message: `Total number of displayable characters (${characters}) exceeds 4000`,
          },
        ]
      : []),
  ]
}

function checkComponent(component: RawComponent, path: Path, files: readonly string[]): readonly FormError[] {
  const children = component.components ?? []
  const lost = mediaOf(component)
    .filter((url) => url.startsWith('attachment://') && !files.includes(url.slice('attachment://'.length)))
    .map((url) => ({
      path: [...path, 'media', 'url'],
      code: 'UNFURLED_MEDIA_ITEM_REFERENCED_ATTACHMENT_NOT_FOUND',
      message: `The referenced attachment '${url.slice('attachment://'.length)}' was not found.`,
    }))
  if (isSelect(component)) return checkSelect(component, path)
  switch (component.type) {
    case 1:
      return checkRow(children, path)
    case 2:
      return checkButton(component, path)
    case 9:
      return [
        ...checkCount([...path, 'components'], children.length, 1, 3),
        ...(children.every(({ type }) => type === 10) ? [] : [wrong(path, 'A section holds text displays only.')]),
        ...(component.accessory ? [] : [wrong([...path, 'accessory'], 'This field is required')]),
      ]
    case 10:
      return checkLength([...path, 'content'], component.content, 1, 4000)
    case 12:
      return [...checkCount([...path, 'items'], component.items?.length ?? 0, 1, 10), ...lost]
    case 17:
      return children.every(({ type }) => [1, 9, 10, 12, 13, 14].includes(type))
        ? checkCount([...path, 'components'], children.length, 1, 40)
        : [wrong([...path, 'components'], 'Value of field "type" must be one of (1, 9, 10, 12, 13, 14).')]
    default:
      return [11, 13, 14].includes(component.type)
        ? lost
        : [wrong([...path, 'type'], `A component of type ${component.type} can't stand in a message.`)]
  }
}

function checkRow(children: readonly RawComponent[], path: Path): readonly FormError[] {
  const buttons = children.filter(({ type }) => type === 2).length
  const selects = children.filter(isSelect).length
  const fits =
    buttons + selects === children.length && (selects === 0 ? buttons >= 1 && buttons <= 5 : children.length === 1)
  if (fits) return []
  const message = 'An action row holds one to five buttons or one select.'
  return [{ path: [...path, 'components'], code: 'COMPONENT_LAYOUT_WIDTH_EXCEEDED', message }]
}

function checkButton({ label, style, custom_id: id, url, ...rest }: RawComponent, path: Path): readonly FormError[] {
  const labelled = label !== undefined || 'emoji' in rest ? [] : [wrong(path, 'A button needs a label or an emoji.')]
  const target =
    style === 5
      ? [
          ...checkLength([...path, 'url'], url, 1, 512),
          ...(id === undefined ? [] : [wrong([...path, 'custom_id'], 'A link button has no custom id.')]),
        ]
      : checkLength([...path, 'custom_id'], id, 1, 100)
  return [...labelled, ...(label === undefined ? [] : checkLength([...path, 'label'], label, 0, 80)), ...target]
}
