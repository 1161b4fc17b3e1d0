import { openApart } from '../src/apart.ts'

// Starts the one that repeats, says which that is, is refused something; then ends by itself, or stays with it at work.
const [as, then] = process.argv.slice(2)
const { ask } = openApart<unknown, { readonly by: string }>({
  module: new URL('./apart-doer.ts', import.meta.url),
  who: 'The one that repeats',
  as: as as 'thread' | 'process',
})
await ask(() => {}).catch(() => {})
const { by } = await ask('one')
if (then === 'stay') {
  process.send?.(by)
  await ask('hang')
} else process.disconnect()
