import { openApart } from '../src/apart.ts'

// Starts the one that repeats, says which process that is, and stays.
const { ask } = openApart<string, { readonly by: string }>({
  module: new URL('./apart-doer.ts', import.meta.url),
  who: 'The one that repeats',
  as: 'process',
})
process.send?.((await ask('one')).by)
setInterval(() => {}, 1000)
