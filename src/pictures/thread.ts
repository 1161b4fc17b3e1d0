import { answerOrders } from '../apart.ts'
import { pictures } from './pictures.ts'
import type { Order } from './pictures-apart.ts'

answerOrders<Order, unknown>((order) =>
  order.kind === 'claim' ? pictures.claim(order.version, order.claim) : pictures[order.kind](order.version),
)
