import { type Button, type Message, row } from './components.ts'
import { escaped } from './escape.ts'
import { fitMessage } from './fit-message.ts'

/**
 * A sentence of Hearsay's own: an error, a refusal, that something is done.
 *
 * @param words plain; whatever in them would be markdown is shown as it is
 */
export function notice(words: string, buttons: readonly Button[] = []): Message {
  return fitMessage({ lead: [escaped(words)], leadAfter: [], items: [] }, 0, () =>
    buttons.length > 0 ? [row(...buttons)] : [],
  ).message
}
