/// <reference lib="dom" />
/** Dark or light: what the machine says, until the switch says otherwise. */
import { part } from './element.ts'

export function startTheme(): void {
  const root = document.documentElement
  const set = (theme: string): void => {
    root.dataset.theme = theme
    part('theme').textContent = theme === 'dark' ? 'Light' : 'Dark'
    part('theme').setAttribute('aria-label', `Switch to ${theme === 'dark' ? 'light' : 'dark'}`)
  }
  const machine = window.matchMedia('(prefers-color-scheme: dark)')
  set(localStorage.getItem('theme') ?? (machine.matches ? 'dark' : 'light'))
  machine.addEventListener('change', () => {
    if (localStorage.getItem('theme') === null) set(machine.matches ? 'dark' : 'light')
  })
  part('theme').addEventListener('click', () => {
    const theme = root.dataset.theme === 'dark' ? 'light' : 'dark'
    localStorage.setItem('theme', theme)
    set(theme)
  })
}
