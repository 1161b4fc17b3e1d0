import { defineConfig } from 'vitest/config'

// Clients that upload, and with it the HTTP library that Node itself brings, must not meet another copy of it that
// some other file loaded before.
const apart = ['test/playground/discord/*.test.ts']

export default defineConfig({
  test: {
    root: new URL('..', import.meta.url).pathname,
    setupFiles: ['test/loopback-only.ts'],
    // Two workers: the machines that run this have two cores, and more of them only fight over the language model's load.
    maxWorkers: 2,
    testTimeout: 20_000,
    // What waits for something that is drawn in another process, on a machine with other work.
    expect: { poll: { timeout: 15_000 } },
    projects: [
      // What is loaded is loaded once a worker: that halves the time. Each file puts back what it changed.
      {
        extends: true,
        test: { name: 'together', include: ['test/**/*.test.ts'], exclude: apart, isolate: false },
      },
      { extends: true, test: { name: 'apart', include: apart } },
    ],
  },
})
