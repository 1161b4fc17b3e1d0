import { threadId } from 'node:worker_threads'
import { answerOrders } from '../src/apart.ts'

// Says who it is; fails and dies where it is told to.
answerOrders<string, { readonly said: string; readonly by: string }>(async (order) => {
  if (order === 'fail') throw new Error('It was told to.')
  if (order === 'die') process.exit(3)
  // At work, and not only waiting: a process that only waits ends with its channel anyway.
  if (order === 'hang') return new Promise((done) => setTimeout(done, 600_000))
  return { said: order, by: `${process.pid} ${threadId}` }
})
