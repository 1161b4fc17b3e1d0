import { answerOrders, openApart } from '../apart.ts'
import { picturesWith } from './pictures.ts'
import type { Order } from './pictures-apart.ts'

// One part is painted while the next is laid out.
const painter = openApart<string, Uint8Array>({
  module: new URL('./paint-thread.ts', import.meta.url),
  who: 'The thread that paints pictures',
  as: 'thread',
})
const pictures = picturesWith(painter.ask)

// Standard error is the bot's, for why this can't start: no library is to write an article's words there.
for (const level of ['log', 'info', 'warn', 'error'] as const) console[level] = () => {}

answerOrders<Order, unknown>((order) =>
  order.kind === 'claim' ? pictures.claim(order.version, order.claim) : pictures[order.kind](order.version),
)
