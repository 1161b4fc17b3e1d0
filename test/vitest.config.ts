import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    root: new URL('..', import.meta.url).pathname,
    include: ['test/**/*.test.ts'],
    setupFiles: ['test/loopback-only.ts'],
    // Two workers: the machines that run this have two cores, and more of them only fight over the language model's load.
    maxWorkers: 2,
    testTimeout: 20_000,
  },
})
