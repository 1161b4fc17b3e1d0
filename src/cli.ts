import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { readFile as readArticle } from './article/read.ts'
import { loadSettings } from './config.ts'
import { peers } from './terminal/bench.ts'
import { runCommand } from './terminal/commands.ts'
import { endWithOutput, exitStatus, lookOf } from './terminal/process.ts'

// What runs from the command line, put together here and nowhere else. Engine and judge are imported when a command
// asks for them, since a model takes longer to load than help to print.
endWithOutput(process.stdout, process.stderr)
process.exitCode = await exitStatus(async () => {
  const { version } = JSON.parse(await readFile(new URL('../package.json', import.meta.url), 'utf8'))
  const settings = loadSettings()
  return runCommand(process.argv.slice(2), {
    version,
    console: {
      stdin: process.stdin,
      stdout: process.stdout,
      stderr: process.stderr,
      look: lookOf(process.stdout, settings),
      drawsProgress: process.stderr.isTTY === true,
    },
    openEngine: async () => (await import('./nlp/engine.ts')).learnedEngine(),
    openJudge: async () => (await import('./nlp/factuality.ts')).learnedJudge(),
    openModel: async () => (await import('./nlp/reader.ts')).openReader(),
    openPeers: () => peers,
    openFullLibrary: async (claims) => (await import('./rehearsal/desk.ts')).openFullLibrary(claims),
    openRehearsedBot: async () => (await import('./rehearsal/desk.ts')).openRehearsedBot(),
    startPlayground: async () => (await import('./rehearsal/playground.ts')).startPlayground(),
    openDrawing: async (...of) => (await import('./rehearsal/playground.ts')).openDrawing(...of),
    openBrowser: async () => (await import('./rehearsal/playground.ts')).openMeasuringBrowser(settings.chromium),
    openLibrary: async () =>
      (await import('./library/library.ts')).openLibrary({ store: settings.store, home: settings.home }),
    evaluation: {
      gold: fileURLToPath(new URL('../test/eval/gold/', import.meta.url)),
      results: fileURLToPath(new URL('../test/eval/results.json', import.meta.url)),
      data: settings.data,
    },
    readExample: async () => {
      const example = new URL('./playground/examples/river-talks.md', import.meta.url)
      return (await readArticle(fileURLToPath(example))).article.text
    },
  })
}, process.stderr)
