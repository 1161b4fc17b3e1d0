import { type Client, DiscordAPIError, type RESTPostAPIChatInputApplicationCommandsJSONBody, Routes } from 'discord.js'
import { expect, it } from 'vitest'
import { newsroom } from './newsroom.ts'

type Definition = Partial<RESTPostAPIChatInputApplicationCommandsJSONBody> & { readonly type?: number }

const who = { name: 'who', description: 'Who said it' }
const text = { type: 3, name: 'words', description: 'Words' }

/** The codes in the errors of a refused registration. */
async function refusal(client: Client<true>, body: readonly Definition[]): Promise<readonly string[]> {
  const error: unknown = await client.rest
    .put(Routes.applicationCommands(client.user.id), { body })
    .catch((thrown) => thrown)
  if (!(error instanceof DiscordAPIError)) throw new Error('Expected a refusal, got none.')
  expect(error).toMatchObject({ status: 400, code: 50035 })
  return [...JSON.stringify((error.rawError as { readonly errors?: object }).errors).matchAll(/"code":"([^"]+)"/g)].map(
    ([, code]) => code!,
  )
}

it('registers commands globally and for a guild, all at once and one by one', async () => {
  const { loopback, guild, logIn } = await newsroom()
  const client = await logIn()
  const { commands } = client.application
  await commands.set([who, { type: 3, name: 'Break down claims' }])
  await commands.set([{ ...who, description: 'In this guild' }], guild.id)
  expect(loopback.commandsOf().map(({ name }) => name)).toEqual(['who', 'Break down claims'])
  expect(loopback.commandsOf(guild).map(({ description }) => description)).toEqual(['In this guild'])

  const [first] = loopback.commandsOf()
  const help = await commands.create({ name: 'help', description: 'What can be asked' })
  await commands.edit(help, { description: 'By example' })
  await commands.create({ ...who, description: 'Who says it' })
  expect(loopback.commandsOf().find(({ name }) => name === 'who')).toMatchObject({
    id: first?.id,
    description: 'Who says it',
  })
  expect((await commands.fetch()).map(({ description }) => description).sort()).toEqual([
    '',
    'By example',
    'Who says it',
  ])
  await commands.delete(help)
  await expect(commands.fetch(help.id)).rejects.toMatchObject({ status: 404, code: 10063 })
  expect(loopback.violations).toEqual([])
})

it('refuses commands that Discord refuses', async () => {
  const { loopback, logIn } = await newsroom({ validate: () => [] })
  const client = await logIn()
  const options = (count: number, more: object = {}): never =>
    Array.from({ length: count }, (_, index) => ({ ...text, name: `words${index}`, ...more })) as never
  const table: readonly (readonly [string, readonly Definition[]])[] = [
    ['APPLICATION_COMMAND_INVALID_NAME', [{ ...who, name: 'Who' }]],
    ['APPLICATION_COMMAND_INVALID_NAME', [{ ...who, name: 'w'.repeat(33) }]],
    ['APPLICATION_COMMAND_INVALID_NAME', [{ ...who, name_localizations: { de: 'wer sagt' } }]],
    ['BASE_TYPE_BAD_LENGTH', [{ ...who, description: '' }]],
    ['BASE_TYPE_BAD_LENGTH', [{ ...who, description: 'd'.repeat(101) }]],
    ['BASE_TYPE_BAD_LENGTH', [{ ...who, options: options(26) }]],
    ['APPLICATION_COMMAND_OPTIONS_NAME_DUPLICATE', [{ ...who, options: [text, text] as never }]],
    [
      'APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID',
      [{ ...who, options: [text, { ...text, name: 'source', required: true }] as never }],
    ],
    [
      'APPLICATION_COMMAND_OPTIONS_AUTOCOMPLETE_CHOICES',
      [{ ...who, options: options(1, { autocomplete: true, choices: [{ name: 'a', value: 'a' }] }) }],
    ],
    ['BASE_TYPE_BAD_LENGTH', [{ ...who, options: options(1, { choices: Array(26).fill({ name: 'a', value: 'a' }) }) }]],
    [
      'APPLICATION_COMMAND_TOO_LARGE',
      [{ ...who, options: options(4, { choices: Array(25).fill({ name: 'n'.repeat(50), value: 'v'.repeat(50) }) }) }],
    ],
    ['APPLICATION_COMMANDS_DUPLICATE_NAME', [who, who]],
    ['APPLICATION_COMMANDS_MAX', Array.from({ length: 101 }, (_, index) => ({ ...who, name: `who${index}` }))],
    [
      'APPLICATION_COMMANDS_MAX',
      Array.from({ length: 16 }, (_, index) => ({ type: 3, name: `Menu ${index}` })) as unknown as Definition[],
    ],
  ]
  for (const [code, body] of table) expect(await refusal(client, body)).toEqual([code])
  expect(loopback.commandsOf()).toEqual([])
  expect(loopback.violations).toHaveLength(table.length)
})
