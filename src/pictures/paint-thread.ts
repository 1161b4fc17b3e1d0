import { answerOrders } from '../apart.ts'
import { paint } from './paint.ts'

answerOrders<string, Uint8Array>(paint)
