/// <reference lib="dom" />
/** The strip with what went over the wire. */
import type { Passage } from '../types.ts'
import { askBody, saying, type View } from './ask.ts'
import { element, part, replaceKeepingFocus } from './element.ts'

/** Draws what is new; the newest stands on top. */
export function drawTraffic(passages: readonly Passage[], violations: number, view: View): void {
  const count = passages.length === 1 ? '1 line' : `${passages.length} lines`
  part('traffic-count').textContent =
    violations === 0
      ? `${count}, all within Discord’s schema and rules`
      : `${count}, ${violations} against Discord’s schema or rules`
  replaceKeepingFocus(
    part('passages'),
    [...passages].reverse().map((passage) => drawPassage(passage, view)),
  )
}

function drawPassage(passage: Passage, view: View): HTMLElement {
  const { number, direction, method, path, status, accepted, violations, bare } = passage
  const show = async (): Promise<void> => {
    const body = part('body')
    body.hidden = false
    try {
      body.textContent = JSON.stringify((await askBody(view, number)).body, null, 2)
    } catch (error) {
      body.textContent = saying(error)
    }
    body.focus()
  }
  return element(
    'tr',
    { 'data-passage': number },
    element('td', {}, direction === 'in' ? '→ bot' : '← bot'),
    element('td', {}, method),
    element(
      'td',
      {},
      bare
        ? `${path} (not this account’s)`
        : element(
            'button',
            {
              type: 'button',
              id: `passage-${number}`,
              class: 'path',
              'aria-label': `Body of ${method} ${path}`,
              onclick: show,
            },
            path,
          ),
    ),
    element('td', {}, status === null ? '' : String(status)),
    element('td', {}, accepted === null ? '–' : accepted ? '✓ accepted' : '✗ refused'),
    element('td', {}, violations.length === 0 ? '–' : violations.join('; ')),
  )
}
