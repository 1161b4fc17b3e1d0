import { openApart } from '../src/apart.ts'

// Has something refused by the one that repeats; asks it, unless that is all; then ends by itself, or stays with it at work.
const [as, then] = process.argv.slice(2)
const { ask } = openApart<unknown, { readonly by: string }>({
  module: new URL('./apart-doer.ts', import.meta.url),
  who: 'The one that repeats',
  as: as as 'thread' | 'process',
})
await ask(() => {}).catch(() => {})
if (then !== 'refused') {
  const { by } = await ask('one')
  process.send?.(by)
}
if (then === 'stay') await ask('hang')
else process.disconnect()
