import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    root: new URL('..', import.meta.url).pathname,
    include: ['test/**/*.test.ts'],
    setupFiles: ['test/loopback-only.ts'],
    // What is loaded is loaded once a worker: that halves the time. Each file puts back what it changed.
    isolate: false,
    // Two workers: the machines that run this have two cores, and more of them only fight over the language model's load.
    maxWorkers: 2,
    testTimeout: 20_000,
    // What waits for something that is drawn in another process, on a machine with other work.
    expect: { poll: { timeout: 15_000 } },
  },
})
