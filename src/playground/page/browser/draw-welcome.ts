/// <reference lib="dom" />
/** What stands in a channel before anything was said in it, and the examples beside the chat. */
import type { Example, ShownChannel } from '../types.ts'
import { titleOf } from './draw-channels.ts'
import { element, part } from './element.ts'

/** `shown` is false once there is a message. In a direct message there is nothing to paste. */
export function drawWelcome(
  shown: boolean,
  open: ShownChannel | undefined,
  examples: readonly Example[],
  paste: (article: Example) => void,
): void {
  const welcome = part('welcome')
  welcome.hidden = !shown || !open
  // Drawn once for each channel: whoever is about to choose keeps the focus.
  const now = shown && open ? open.id : ''
  if (welcome.dataset.channel === now) return
  welcome.dataset.channel = now
  welcome.replaceChildren(...(shown && open ? wordsFor(open, examples, paste) : []))
}

function wordsFor(
  open: ShownChannel,
  examples: readonly Example[],
  paste: (article: Example) => void,
): readonly HTMLElement[] {
  const title = element('h3', {}, `Nothing was said in ${titleOf(open)} yet`)
  if (open.kind === 'dm')
    return [
      title,
      element('p', {}, `Only the two of you read what stands here. ${open.name}’s commands work in the channels.`),
    ]
  return [
    title,
    element('p', {}, 'Take one of these invented articles, look at it in the window, and press Submit:'),
    element('ul', {}, ...exampleItems(examples, paste)),
    element(
      'p',
      {},
      'Or type ',
      element('kbd', {}, '/claims'),
      ' to paste, link or attach one of your own, ',
      element('kbd', {}, '/help'),
      ' for all the rest, also for what is kept and who is sent the text.',
    ),
  ]
}

/** A button for each example. */
export const exampleItems = (
  examples: readonly Example[],
  paste: (article: Example) => void,
): readonly HTMLLIElement[] =>
  examples.map((article) =>
    element(
      'li',
      {},
      element(
        'button',
        { type: 'button', 'data-example': article.title, onclick: () => paste(article) },
        article.title,
      ),
    ),
  )
