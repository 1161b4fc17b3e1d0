import { fileURLToPath } from 'node:url'
import { readFile } from './article/read.ts'
import { loadSettings } from './config.ts'
import { learnedEngine } from './nlp/engine.ts'
import { breakDown } from './pipeline.ts'
import { write } from './terminal/console.ts'
import { endWithOutput, exitStatus, lookOf } from './terminal/process.ts'
import { showBreakdown } from './terminal/show-breakdown.ts'

// npm start: an example article, broken down. The only place beside cli.ts that builds things from things.
endWithOutput(process.stdout, process.stderr)
process.exitCode = await exitStatus(async () => {
  const look = lookOf(process.stdout, loadSettings())
  const example = fileURLToPath(new URL('./playground/examples/river-talks.md', import.meta.url))
  const { article, remarks } = await readFile(example)
  const breakdown = await breakDown(article, learnedEngine())
  await write(process.stdout, showBreakdown(breakdown, remarks, look))
  await write(
    process.stdout,
    '\nThis article is invented. Yours:  npm run -s hearsay -- breakdown FILE|URL|-\nAll commands and options:         npm run -s hearsay -- --help\n',
  )
  return 0
}, process.stderr)
