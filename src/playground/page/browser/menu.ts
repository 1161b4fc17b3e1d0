/// <reference lib="dom" />
/** The menu of a message: its commands, and a reply. Arrows move, Escape and a click elsewhere close it. */
import { element, part } from './element.ts'

export interface Entry {
  readonly label: string
  readonly choose: () => void
}

/** Opens it below an element, which gets the focus back. */
export function openMenu(entries: readonly Entry[], at: HTMLElement): void {
  const menu = part('menu')
  const close = (): void => {
    menu.hidden = true
    menu.replaceChildren()
    document.removeEventListener('pointerdown', elsewhere)
    if (at.isConnected) at.focus()
  }
  const elsewhere = (event: Event): void => {
    if (!menu.contains(event.target as Node)) close()
  }
  const items = entries.map(({ label, choose }) =>
    element(
      'button',
      {
        type: 'button',
        role: 'menuitem',
        tabindex: -1,
        onclick: () => {
          close()
          choose()
        },
      },
      label,
    ),
  )
  menu.replaceChildren(...items)
  menu.hidden = false
  const box = at.getBoundingClientRect()
  const left = Math.max(8, Math.min(box.left, window.innerWidth - menu.offsetWidth - 8))
  const below = box.bottom + menu.offsetHeight < window.innerHeight
  menu.style.left = `${left}px`
  menu.style.top = `${Math.max(8, below ? box.bottom : box.top - menu.offsetHeight)}px`
  menu.onkeydown = (event) => {
    const now = items.indexOf(document.activeElement as HTMLButtonElement)
    const next = { ArrowDown: now + 1, ArrowUp: now - 1, Home: 0, End: items.length - 1 }[event.key]
    if (event.key === 'Escape' || event.key === 'Tab') close()
    else if (next === undefined) return
    else items.at(next % items.length)?.focus()
    event.preventDefault()
  }
  document.addEventListener('pointerdown', elsewhere)
  items[0]?.focus()
}
