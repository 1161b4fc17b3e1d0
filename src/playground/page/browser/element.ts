/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
/** Builds elements. Words only ever become text nodes, whatever they look like. */

/** `on…` are listeners, true gives an attribute without a value, false and null leave it out. */
export type Attributes = Readonly<
  Record<string, string | number | boolean | null | undefined | ((event: never) => void)>
>

export type Child = Node | string | null | false | undefined

/** An element with attributes and children. */
export function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  attributes: Attributes = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name)
  for (const [key, value] of Object.entries(attributes)) {
    if (typeof value === 'function') made.addEventListener(key.slice(2), value as EventListener)
    else if (value === true) made.setAttribute(key, '')
    else if (value !== false && value !== null && value !== undefined) made.setAttribute(key, String(value))
  }
  made.append(...present(children))
  return made
}

/** Those that are there. */
export const present = (children: readonly Child[]): readonly (Node | string)[] =>
  children.filter((child) => child !== null && child !== false && child !== undefined)

/** The element of page.html with this id. */
export function part<Kind extends HTMLElement = HTMLElement>(id: string): Kind {
  const found = document.getElementById(id)
  if (!found) throw new Error(`Expected an element #${id} on the page, got none.`)
  return found as Kind
}

/** For a reader of screens. */
export const announce = (words: string): void => {
  part('news').textContent = words
}

/** Puts others in their place; what had the focus gets it back, found by its id. */
export function replaceKeepingFocus(list: HTMLElement, items: readonly HTMLElement[]): void {
  const focused = list.contains(document.activeElement) ? document.activeElement?.id : null
  list.replaceChildren(...items)
  if (focused) document.getElementById(focused)?.focus()
}
