import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, it } from 'vitest'
import { storeContract } from './store.ts'

const home = () => mkdtemp(join(tmpdir(), 'hearsay-store-'))

storeContract('SQLite', async () => ({ url: '', home: await home() }))

for (const [name, variable] of [
  ['Redis', 'HEARSAY_TEST_REDIS'],
  ['PostgreSQL', 'HEARSAY_TEST_POSTGRES'],
] as const) {
  const url = process.env[variable]
  if (url) storeContract(name, async () => ({ url, home: await home() }))
  else describe(name, () => it.skip(`is tried where ${variable} names a server on this machine`))
}
