import { fileURLToPath } from 'node:url'
import { loadSettings, type Settings } from './config.ts'
import { write } from './terminal/console.ts'
import { endWithOutput, exitStatus, lookOf } from './terminal/process.ts'

// npm start: with a token the bot; without one an example article, broken down, and the playground. Loaded once the settings are known to be
// good, so that a bad one is told at once.
endWithOutput(process.stdout, process.stderr)
process.exitCode = await exitStatus(async () => {
  const settings = loadSettings()
  if (!settings.discord) {
    await showExample(settings)
    const { serveNewsroom } = await import('./newsroom.ts')
    return serveNewsroom(settings, process.stdout, process.stderr)
  }
  const { serveDiscord } = await import('./serve.ts')
  return serveDiscord(settings, settings.discord, process.stdout, process.stderr)
}, process.stderr)

async function showExample(settings: Settings): Promise<void> {
  const [{ readFile }, { learnedEngine }, { breakDown }, { showBreakdown }] = await Promise.all([
    import('./article/read.ts'),
    import('./nlp/engine.ts'),
    import('./pipeline.ts'),
    import('./terminal/show-breakdown.ts'),
  ])
  const example = fileURLToPath(new URL('./playground/examples/river-talks.md', import.meta.url))
  const { article, remarks } = await readFile(example)
  const breakdown = await breakDown(article, learnedEngine())
  await write(process.stdout, showBreakdown(breakdown, remarks, lookOf(process.stdout, settings)))
  await write(process.stdout, '\nThis article is invented. Yours:  npm run -s hearsay -- breakdown FILE|URL|-\n')
}
