import type { CAC } from 'cac'
import { cac } from 'cac'
import { UsageError } from '../errors.ts'
import type { Library } from '../library/types.ts'
import { breakDown } from '../pipeline.ts'
import { type Benched, bench, benchMemory } from './bench.ts'
import { benchDesk, type Rehearsed } from './bench-desk.ts'
import { benchPage, type PageTools } from './bench-page.ts'
import { breakDownLines, breakDownOne } from './break-down.ts'
import { type Console, write } from './console.ts'
import { type EvaluationFiles, evaluate } from './eval.ts'
import { helpPage } from './help.ts'
import { checkLength, readInput } from './inputs.ts'
import type { Outcome } from './json-lines.ts'
import { keep, type Narrowing, showArticles, showWho } from './kept.ts'
import { counted } from './layout.ts'
import { type Predictors, predict, type Task, tasks } from './predict.ts'
import { showArticle } from './show-article.ts'
import { showExplanation } from './show-explanation.ts'

/** What the commands work with; an engine is opened only by a command that needs it. */
export interface Tools extends Predictors, Benched, Rehearsed, PageTools {
  readonly console: Console
  readonly version: string
  readonly evaluation: EvaluationFiles
  /** Opened only by a command that keeps or looks up. */
  readonly openLibrary: () => Promise<Library>
  /** A text to measure speed with. */
  readonly readExample: () => Promise<string>
}

const call = 'npm run -s hearsay --'
// cac takes a lone dash for an option without a name, and so all that begins with one, also after `--`, where it is a
// name. Such words begin otherwise while cac sees them; no word of a command line can hold a NUL.
const hidden = '\u0000'
const input = '<FILE|URL|->'

/**
 * Runs one command line.
 *
 * @param argv what follows the program's name
 * @returns exit status 0, or 1 when part of the work failed and was reported
 * @throws UsageError for a wrong call; whatever a command throws for bad input
 */
export async function runCommand(argv: readonly string[], tools: Tools): Promise<0 | 1> {
  const cli = describeCommands(tools)
  try {
    cli.parse(['node', 'hearsay', ...hideDashes(askingForHelp(argv))], { run: false })
    if (cli.options.help && (cli.matchedCommand || cli.args.length === 0)) {
      cli.outputHelp()
      return 0
    }
    if (cli.options.version) {
      await write(tools.console.stdout, `hearsay ${tools.version}, node ${process.version}\n`)
      return 0
    }
    if (!cli.matchedCommand) throw wrongCommand(cli)
    return (await cli.runMatchedCommand()) === 1 ? 1 : 0
  } catch (error) {
    if (error instanceof Error && error.name === 'CACError') throw wrongCall(error.message, cli)
    throw error
  }
}

function describeCommands(tools: Tools): CAC {
  const { console, version, evaluation, readExample, openEngine, openJudge } = tools
  const cli = cac(call)
  cli
    .command(`breakdown ${input}`, 'Show who claims what, and how certain it is')
    .option('--json', 'Give article, claims and attributions as JSON')
    .option('--jsonl', 'Read articles as JSON lines, give one line for each')
    .option('--save', 'Keep it in the library')
    .example(`  ${call} breakdown article.html`)
    .example(`  ${call} breakdown https://example.org/news/article`)
    .example(`  cat article.txt | ${call} breakdown -`)
    .action(async (file: string, options: Readonly<Partial<Record<'json' | 'jsonl' | 'save', boolean>>>) => {
      if (options.json && options.jsonl) throw new UsageError('Expected --json or --jsonl, got both. Leave one out.')
      if (options.save && (options.json || options.jsonl))
        throw new UsageError('Expected --save alone, got --json or --jsonl beside it. Leave one out.')
      if (!options.jsonl) {
        const { breakdown, remarks } = await breakDownOne(
          named(file),
          options.json ? 'json' : 'text',
          openEngine,
          console,
        )
        return options.save ? withLibrary(tools, (library) => keep(breakdown, remarks, library, console)) : undefined
      }
      return failures(await breakDownLines(named(file), openEngine, console), console)
    })
  cli.command(`read ${input}`, 'Show an article as it was read').action(async (file: string) => {
    const { article, remarks } = await readInput(named(file), console)
    await write(console.stdout, showArticle(article, remarks, console.look))
  })
  cli.command(`explain ${input}`, 'Show sources, cues and contents, and the rules').action(async (file: string) => {
    const { article, remarks } = await readInput(named(file), console)
    checkLength(article, console)
    const breakdown = await breakDown(article, await openEngine())
    await write(console.stdout, showExplanation(breakdown, remarks, console.look))
  })
  cli
    .command('who [WORDS]', 'Show who said it, in what was kept')
    .option('--source <name>', 'Part of the name of who says it')
    .option('--article <name>', 'Part of a headline, or an id')
    .option('--label <label>', 'denied, alleged, open, confirmed, attributed or stated')
    .option('--since <day>', 'Kept on that day or later, as 2031-05-12')
    .action(async (words: string | undefined, options: Narrowing) => {
      const { source, article, label, since } = options
      return withLibrary(tools, (library) =>
        showWho(shown(words ?? ''), { source, article, label, since }, library, console),
      )
    })
  cli
    .command('articles', 'Show what was kept')
    .action(async () => withLibrary(tools, (library) => showArticles(library, console)))
  cli.command('predict <task>', 'Answer JSON lines from standard input, for scoring').action(async (task: string) => {
    if (!isTask(task))
      throw new UsageError(`Expected a task, one of ${tasks.join(', ')}, got "${task}". See ${call} predict --help.`)
    return failures(await predict(task, { openEngine, openJudge }, console), console)
  })
  cli
    .command('eval', 'Score the engine on gold standards')
    .option('--check', 'Keep nothing; fail when a figure fell')
    .action(async (options: { readonly check?: boolean }) =>
      evaluate(options.check === true, evaluation, { openEngine, openJudge }, console),
    )
  cli
    .command('bench', 'Time the breakdown of 600 words on this machine')
    .option('--memory', 'Show memory while breaking down 1,000 articles instead')
    .option('--desk', 'Time a library of 250,000 claims and the bot on a Discord of its own instead')
    .option('--page', 'Time the playground, its page and the pictures of 600 words instead')
    .action(async (options: { readonly memory?: boolean; readonly desk?: boolean; readonly page?: boolean }) => {
      const { memory, desk, page } = options
      if ([memory, desk, page].filter((one) => one).length > 1)
        throw new UsageError('Expected one of --memory, --desk and --page, got more. Leave one.')
      const example = await readExample()
      if (memory) return benchMemory(example, openEngine, console)
      if (desk) return benchDesk(example, tools, console)
      return page ? benchPage(example, tools, console) : bench(example, tools, console)
    })
  cli.option('-v, --version', 'Show the version')
  cli.help((sections) => helpPage(sections, version, cli.matchedCommandName))
  // Shown by runCommand, once it is known that there is such a command.
  cli.showHelpOnExit = false
  return cli
}

async function withLibrary({ openLibrary }: Tools, deed: (library: Library) => Promise<void>): Promise<void> {
  const library = await openLibrary()
  try {
    await deed(library)
  } finally {
    await library.close()
  }
}

/** "help" and "help breakdown" ask for what --help shows. */
function askingForHelp(argv: readonly string[]): readonly string[] {
  return argv[0] === 'help' ? [...argv.slice(1), '--help'] : argv
}

/** What comes after `--` is no option, whatever it begins with, and neither is a lone dash. */
function hideDashes(argv: readonly string[]): readonly string[] {
  const end = argv.indexOf('--')
  return argv
    .filter((_, i) => i !== end)
    .map((word, i) => (word === '-' || (end >= 0 && i >= end && word.startsWith('-')) ? hidden + word : word))
}

const shown = (word: string): string => word.replaceAll(hidden, '')

/** @throws UsageError for an argument that is there and empty, as an unset variable leaves it */
function named(file: string): string {
  if (file === '') throw new UsageError(`Expected ${input}, got an empty word. See ${call} --help.`)
  return shown(file)
}

const isTask = (task: string): task is Task => (tasks as readonly string[]).includes(task)

function failures({ done, failed }: Outcome, { stderr }: Console): 0 | 1 {
  if (failed === 0) return 0
  stderr.write(
    `${counted(failed, 'line')} failed; ${failed < done ? 'the others were answered' : 'there was no other'}.\n`,
  )
  return 1
}

function wrongCommand(cli: CAC): UsageError {
  const known = cli.commands.map(({ name }) => name).join(', ')
  const option = Object.keys(cli.options).find((name) => !/^(?:--|help|h|version|v)$/.test(name))
  const got =
    cli.args[0] !== undefined
      ? `"${shown(cli.args[0])}"`
      : option
        ? `${option.length > 1 ? '--' : '-'}${option}`
        : 'none'
  return new UsageError(`Expected a command, one of ${known}, got ${got}. See ${call} --help.`)
}

/** cac's own messages, in the words of ours. */
function wrongCall(message: string, cli: CAC): UsageError {
  const command = cli.matchedCommandName ?? ''
  const help = `See ${call} ${command} --help.`
  const quoted = shown(/`([^`]*)`/.exec(message)?.[1] ?? '')
  if (/missing required args/.test(message))
    return new UsageError(`Expected ${command} with ${quoted.replace(`${command} `, '')}, got nothing. ${help}`)
  if (/Unused args/.test(message))
    return new UsageError(
      cli.matchedCommand?.args.length === 0
        ? `Expected no argument for ${command}, got ${JSON.stringify(quoted)}. ${help}`
        : `Expected one argument for ${command}, got ${JSON.stringify(quoted)} as well. ${help}`,
    )
  if (/Unknown option/.test(message))
    return new UsageError(`Expected an option of ${command || 'a command'}, got ${quoted}. ${help}`)
  return new UsageError(`${message}. ${help}`)
}
